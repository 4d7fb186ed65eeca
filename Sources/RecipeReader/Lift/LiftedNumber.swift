import RecipeModel

/// Build numbers from expressions that are sums of whole numbers and choices between such:
/// `build + (200 if cuda_compiler_version != "None" else 0)`.
struct LiftedNumber {
  /// What variables stand for.
  var variable: (String) -> BuildNumber?
  var condition: (V1.Expression) -> Condition

  func number(_ text: String) -> BuildNumber? {
    guard let expression = try? V1.ExpressionParser.parse(text) else { return nil }
    return number(expression)
  }

  private func number(_ expression: V1.Expression) -> BuildNumber? {
    switch expression {
    case .constant(.integer(let number)): return BuildNumber(number)
    case .constant(.string(let text)): return Int(text).map { BuildNumber($0) }
    case .name(let name): return variable(name)
    case .filter("int", _, let operand, let arguments) where arguments.isEmpty:
      return number(operand)
    case .binary(let a, .add, let b):
      guard var sum = number(a), let other = number(b) else { return nil }
      sum.base += other.base
      sum.offsets += other.offsets
      return sum
    case .conditional(let a, let test, let b?):
      guard let then = number(a), let otherwise = number(b) else { return nil }
      return Self.choice(condition(test), then, otherwise)
    default: return nil
    }
  }

  /// The lower of both is the base. Nil where they differ in what other conditions add.
  static func choice(
    _ condition: Condition, _ then: BuildNumber, _ otherwise: BuildNumber
  ) -> BuildNumber? {
    guard then.offsets == otherwise.offsets else { return nil }
    let amount = then.base - otherwise.base
    var number = amount < 0 ? then : otherwise
    if amount != 0 {
      number.offsets.append(.init(abs(amount), when: amount < 0 ? !condition : condition))
    }
    return number
  }

  /// Whether every line of a recipe that reads the variable is one of those that make the number.
  static func isRead(_ name: String, in text: String, besides isNumber: (Substring) -> Bool) -> Bool
  {
    for line in text.split(separator: "\n") where line.contains(name) {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("#") || isNumber(trimmed) || trimmed.hasPrefix("\(name):") { continue }
      // Quotes stand around expressions here, not only in them.
      let words = String(trimmed.filter { $0 != "\"" && $0 != "'" })
      if Condition.expression(words).keys.contains(VariantKey(name)) { return true }
    }
    return false
  }
}
