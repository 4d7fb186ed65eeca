import Diagnostics
import RecipeModel
import YAML

extension V1Lift {
  /// `version` and the build number's variables become the recipe's own where that says the same.
  mutating func lift(
    _ context: [YAMLMapping.Pair], into recipe: inout Recipe, numbered build: YAMLNode?
  ) {
    numbers = numbers(in: context)
    let number = build?["number"].flatMap(recipeNumber)
    let own = LiftedNumber.own(of: numbers.keys, in: source) { $0.hasPrefix("\($1):") }
    for pair in context {
      if pair.name == "version",
        recipe.version.value == "${{ version }}" || recipe.version.value == "${{version}}",
        let text = versionText(pair.value)
      {
        recipe.version = Located(text, at: pair.value.location)
        continue
      }
      if number != nil, own.contains(pair.name) { continue }
      recipe.context.append(
        .init(pair.name, RecipeValue(pair.value, schema: .core12)))
    }
    if let number { recipe.buildNumber = Located(number.base, at: build?["number"]?.location) }
  }

  /// What variables that are numbers stand for.
  private func numbers(in context: [YAMLMapping.Pair]) -> [String: BuildNumber] {
    context.reduce(into: [:]) { numbers, pair in
      guard let scalar = pair.value.scalar else { return }
      let known = numbers
      numbers[pair.name] = integer(scalar).map { BuildNumber($0) } ?? number(scalar.text, known)
    }
  }

  private func number(_ text: String, _ known: [String: BuildNumber]) -> BuildNumber? {
    guard let inner = V1.RecipeParser.onlyExpression(text) else { return nil }
    return LiftedNumber(
      variable: { known[$0] },
      condition: { self.condition($0) ?? .expression($0.description) }
    ).number(String(inner))
  }

  /// A version that reads the same as a text: no expression, and no number that is written oddly.
  private func versionText(_ node: YAMLNode) -> String? {
    guard let scalar = node.scalar, !scalar.text.contains("${{") else { return nil }
    switch RecipeValue(scalar, schema: .core12) {
    case .string(let text): return text.isEmpty ? nil : text
    default: return nil
    }
  }

  func integer(_ scalar: YAMLScalar) -> Int? {
    guard scalar.style == .plain, let number = Int(scalar.text), number >= 0,
      String(number) == scalar.text
    else { return nil }
    return number
  }

  /// A whole number, or a sum of such that variants decide.
  func recipeNumber(_ node: YAMLNode) -> BuildNumber? {
    if let number = node.scalar.flatMap(integer) { return BuildNumber(number) }
    return node.scalar.flatMap { number($0.text, numbers) }
  }
}
