import RecipeModel
import YAML

extension RecipeValue {
  /// What a writer would write, as a value.
  init(_ block: YAMLBlock) {
    switch block {
    case .scalar(let text):
      self = text.style == .verbatim ? .plain(text.text) : .string(text.text)
    case .sequence(let items): self = .list(items.map { RecipeValue($0.value) })
    case .mapping(let entries):
      self = .map(entries.map { Entry($0.key.text, RecipeValue($0.value)) })
    }
  }
}
