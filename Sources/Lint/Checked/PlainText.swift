import RecipeModel

extension CheckedRecipe {
  /// A text with the values that the recipe's own `Context` gives to names in `${{ … }}`; nil where only a
  /// build tool knows what becomes of it, so that there is nothing to judge. A name that nobody knows stays.
  func plain(_ text: String) -> String? {
    var text = text
    // Values may name others; whoever goes round in circles is told so elsewhere.
    for _ in 0..<8 {
      guard let start = text.firstRange(of: "${{") else { return text }
      guard let end = text[start.upperBound...].firstRange(of: "}}") else { return text }
      let expression = text[start.upperBound..<end.lowerBound].drop(while: \.isWhitespace)
      let name = String(expression.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      guard expression.dropFirst(name.count).allSatisfy(\.isWhitespace) else { return nil }
      switch recipe.context[name] {
      case .string(let value), .plain(let value):
        text.replaceSubrange(start.lowerBound..<end.upperBound, with: value)
      case nil where name == "version" && !recipe.version.value.contains("${{"):
        text.replaceSubrange(start.lowerBound..<end.upperBound, with: recipe.version.value)
      case nil: return knownKeys.contains(VariantKey(name)) || Self.isOfBuild(name) ? nil : text
      case .list, .map: return nil
      }
    }
    return nil
  }

  /// `PREFIX`, `PYTHON` and others that a build has.
  private static func isOfBuild(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" }
  }
}
