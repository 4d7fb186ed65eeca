import RecipeModel
import YAML

extension YAMLBlock {
  /// A value that stays as it was.
  init(_ value: RecipeValue) {
    switch value {
    case .string(let text): self = .string(text)
    case .plain(let text): self = .verbatim(text)
    case .list(let items): self = .sequence(items.map { Item(YAMLBlock($0)) })
    case .map(let entries):
      self = .mapping(entries.map { Entry(YAMLText($0.key), YAMLBlock($0.value)) })
    }
  }
}

extension [YAMLBlock.Entry] {
  /// Puts values in the places that their paths say, behind what is there or in its stead.
  mutating func put(_ kept: [KeptValue]) {
    for kept in kept {
      guard let path = kept.path(in: .v1), let key = path.last else { continue }
      let entry = YAMLBlock.Entry(YAMLText(key), YAMLBlock(kept.value.unselected))
      put(entry.commented(kept.comments), below: path.dropLast()[...])
    }
  }

  private mutating func put(_ entry: YAMLBlock.Entry, below path: ArraySlice<String>) {
    guard let key = path.first else {
      if let index = firstIndex(where: { $0.key.text == entry.key.text }) {
        self[index] = entry
      } else {
        append(entry)
      }
      return
    }
    let index = firstIndex { $0.key.text == key }
    var inner: [YAMLBlock.Entry] = []
    if let index, case .mapping(let entries) = self[index].value { inner = entries }
    inner.put(entry, below: path.dropFirst())
    if let index {
      self[index].value = .mapping(inner)
    } else {
      append(.init(YAMLText(key), .mapping(inner)))
    }
  }
}

extension RecipeValue {
  /// A whole value for some builds only: a list of such, or a choice between truth values. Elsewhere
  /// `if` stands in lists anyway.
  fileprivate var unselected: RecipeValue {
    guard let (condition, _, value) = selected else { return self }
    switch value {
    case .plain(let text) where text.lowercased() == "true":
      return .string("${{ true if \(condition) else false }}")
    case .plain(let text) where text.lowercased() == "false":
      return .string("${{ false if \(condition) else true }}")
    default: return .list([self])
    }
  }
}
