import RecipeModel

extension V0Lift {
  /// What variables that are numbers stand for behind their last assignment.
  static func numbers(_ variables: [V0Page.Variable]) -> [String: BuildNumber] {
    var numbers: [String: BuildNumber] = [:]
    for variable in variables where !variable.name.isEmpty {
      let text = literal(variable.value) ?? variable.value
      let value = number(text, numbers)
      guard let selector = variable.selector else {
        numbers[variable.name] = value
        continue
      }
      numbers[variable.name] = numbers[variable.name].flatMap { before in
        value.flatMap { LiftedNumber.choice(selector.condition, $0, before) }
      }
    }
    return numbers
  }

  private static func number(_ text: String, _ known: [String: BuildNumber]) -> BuildNumber? {
    LiftedNumber(
      variable: { known[$0] },
      condition: { V0LiftedSelector.jinja($0.description) }
    ).number(text)
  }

  /// The number that all lines of the key make, each with its selector.
  mutating func number(_ pairs: [V0Node.Pair]) -> BuildNumber? {
    let lines = pairs.compactMap { pair -> (BuildNumber, Condition?)? in
      guard let text = pair.value.text else { return nil }
      let value =
        Int(text).map { BuildNumber($0) }
        ?? V1.RecipeParser.onlyExpression(text).flatMap { Self.number(String($0), numbers) }
      return value.map { ($0, pair.selector?.condition) }
    }
    guard lines.count == pairs.count, let number = Self.number(lines), number.base >= 0 else {
      hasOtherNumbers = true
      return nil
    }
    return number
  }

  private static func number(_ lines: [(BuildNumber, Condition?)]) -> BuildNumber? {
    switch (lines.count, lines.first?.1, lines.last?.1) {
    case (1, nil, _): return lines[0].0
    case (2, nil, let condition?): return LiftedNumber.choice(condition, lines[1].0, lines[0].0)
    case (2, let a?, let b?) where a == !b || b == !a:
      return LiftedNumber.choice(a, lines[0].0, lines[1].0)
    default: return nil
    }
  }

  /// Variables that only the build number reads are the number's own.
  func withoutNumbers(_ context: [RecipeValue.Entry], _ source: String) -> [RecipeValue.Entry] {
    guard !hasOtherNumbers else { return context }
    let own = LiftedNumber.own(of: numbers.keys, in: source) { line, name in
      line.hasPrefix("{%") && line.contains(" set \(name) ")
    }
    return context.filter { !own.contains($0.key) }
  }
}
