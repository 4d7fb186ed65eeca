import Diagnostics
import RecipeModel
import YAML

extension V1Lift {
  /// `version` and `build_number` become the recipe's own where that says the same.
  mutating func lift(
    _ context: [YAMLMapping.Pair], into recipe: inout Recipe, numbered build: YAMLNode?
  ) {
    for pair in context {
      switch pair.name {
      case "version":
        if recipe.version.value == "${{ version }}" || recipe.version.value == "${{version}}",
          let text = versionText(pair.value)
        {
          recipe.version = Located(text, at: pair.value.location)
          continue
        }
      case "build_number":
        if let number = pair.value.scalar.flatMap(integer),
          build?["number"].map({ refersToBuildNumber($0) }) == true
        {
          buildNumber = number
          continue
        }
      default: break
      }
      recipe.context.append(
        .init(pair.name, RecipeValue(pair.value, schema: .core12)))
    }
    if let number = buildNumber ?? build?["number"]?.scalar.flatMap(integer) {
      recipe.buildNumber = Located(number, at: build?["number"]?.location)
    }
  }

  /// A version that reads the same as a text: no expression, and no number that is written oddly.
  private func versionText(_ node: YAMLNode) -> String? {
    guard let scalar = node.scalar, !scalar.text.contains("${{") else { return nil }
    switch RecipeValue(scalar, schema: .core12) {
    case .string(let text): return text.isEmpty ? nil : text
    default: return nil
    }
  }

  private func refersToBuildNumber(_ node: YAMLNode) -> Bool {
    guard let text = node.scalar?.text else { return false }
    return V1.RecipeParser.onlyExpression(text) == "build_number"
  }

  func integer(_ scalar: YAMLScalar) -> Int? {
    guard scalar.style == .plain, let number = Int(scalar.text), number >= 0,
      String(number) == scalar.text
    else { return nil }
    return number
  }

  /// A whole number, or the variable for it.
  func recipeNumber(_ node: YAMLNode) -> Int? {
    if let number = node.scalar.flatMap(integer) { return number }
    return refersToBuildNumber(node) ? buildNumber : nil
  }
}
