import Conda
import Diagnostics

extension V1 {
  /// Works out hashes and build strings, in an order in which pinned outputs come before their users.
  struct BuildStrings {
    let file: String
    let platforms: Platforms

    func resolve(_ outputs: inout [RenderedOutput]) throws(Diagnostic) {
      let pins = outputs.map(\.requirements.exactSubpackages)
      let matches = OutputMatches(pins.allSatisfy(\.isEmpty) ? [] : outputs)
      for index in outputs.indices {
        for pin in pins[index] {
          let name = pin.name.lowercased()
          guard name != outputs[index].name else { continue }
          guard let pinned = matches.best(name, for: index) else {
            throw .unknownPinnedOutput(pin.name, at: outputs[index].place.location(in: file))
          }
          // An exact pin makes the other output's build part of this one's variant.
          outputs[index].usedVariant[VariantKey(name)] =
            .string("\(outputs[pinned].version) \(outputs[pinned].buildString)")
        }
        try resolve(&outputs[index])
      }
    }

    private func resolve(_ output: inout RenderedOutput) throws(Diagnostic) {
      output.hash = VariantHash.digits(of: output.usedVariant)
      output.prefix = VariantHash.prefix(of: output.usedVariant, noarch: output.noarch)
      output.buildString = try buildString(of: output)
      guard case .fields(var build)? = output.tree["build"] else { return }
      build["string"] = .string(output.buildString)
      output.tree["build"] = .fields(build)
    }

    private func buildString(of output: RenderedOutput) throws(Diagnostic) -> String {
      switch output.buildStringTemplate {
      case nil: return "\(output.prefix)h\(output.hash)_\(output.buildNumber)"
      case .fixed(let text, _)?: return text
      case .template(let template, let place)?:
        var scope = Scope(
          context: output.usedVariant.scope.merging(output.contextValues) { _, last in last },
          platforms: Platforms(target: platforms.build))
        scope.local = [
          "hash": .string(output.hash),
          "build_number": .integer(Int(clamping: output.buildNumber)),
        ]
        var renderer = Renderer(file: file, scope: scope)
        return try renderer.text(template, place)
      }
    }
  }
}
