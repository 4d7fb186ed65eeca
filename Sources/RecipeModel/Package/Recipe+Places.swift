package import Diagnostics

extension Recipe {
  /// The lines that read a key, each once, in order.
  package func places(of key: VariantKey) -> [SourceLocation] {
    var places = outputs.flatMap(\.conditions).filter { $0.value.keys.contains(key) }
      .compactMap(\.location)
    places += sources.conditions().filter { $0.value.keys.contains(key) }.compactMap(\.location)
    for output in outputs {
      for (name, items) in output.requirements.sections {
        let bareNamesCount = name == "build" || name == "host"
        for guarded in items.guarded()
        where guarded.value.value.keys(bareNamesCount: bareNamesCount).contains(key) {
          if let location = guarded.value.location { places.append(location) }
        }
      }
    }
    return Set(places).sorted()
  }
}
