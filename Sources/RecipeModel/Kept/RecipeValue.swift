/// A value of a recipe as its file has it, for what the model has no word of its own.
///
/// Texts may hold expressions in the language of `recipe.yaml`, `${{ … }}`; lists may hold
/// `if`/`then`/`else`.
package indirect enum RecipeValue: Hashable, Sendable {
  case string(String)
  /// A number, a truth value or nothing, as YAML writes it.
  case plain(String)
  case list([RecipeValue])
  case map([Entry])

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: RecipeValue

    package init(_ key: String, _ value: RecipeValue) {
      self.key = key
      self.value = value
    }
  }
}

extension [RecipeValue.Entry] {
  package subscript(key: String) -> RecipeValue? { first { $0.key == key }?.value }
}
