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

  /// The variables that nothing but build numbers reads, directly or through each other.
  /// - Parameter isDefinition: whether a line gives a variable its value
  static func own(
    of names: some Sequence<String>, in text: String,
    isDefinition: (_ line: Substring, _ name: String) -> Bool
  ) -> Set<String> {
    var own = Set(names)
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
      !$0.hasPrefix("#") && !$0.hasPrefix("number:")
    }
    while let read = own.first(where: { name in
      lines.contains { line in
        line.contains(name) && !own.contains { isDefinition(line, $0) } && reads(line, name)
      }
    }) {
      own.remove(read)
    }
    return own
  }

  private static func reads(_ line: Substring, _ name: String) -> Bool {
    // The key of a section is no variable, and quotes stand around expressions here, not only in them.
    if line.hasPrefix("\(name):"), !line.contains("{{") { return false }
    let words = String(line.filter { $0 != "\"" && $0 != "'" })
    return Condition.expression(words).keys.contains(VariantKey(name))
  }
}
