import Diagnostics

extension TypeChecker {
  mutating func check(
    switchOn value: Expression, _ body: [Statement], at offset: Int
  ) throws(Abandoned) -> TypedStatement {
    let tested = try self.value(value)
    try checkInteger(tested, "switch", at: tested.offset)
    let number = tested.converted(to: tested.type.promoted)
    switches += 1
    defer { switches -= 1 }
    let cases = try inBlock { checker throws(Abandoned) in
      try checker.cases(body, number.type)
    }
    return TypedStatement(kind: .switchOn(number, cases), offset: offset)
  }

  /// Statements by the labels before them.
  private mutating func cases(
    _ body: [Statement], _ type: NumericType
  ) throws(Abandoned) -> [TypedCase] {
    var groups: [(value: TypedCase, statements: [Statement])] = []
    for statement in body {
      var inner = statement
      var isNew = true
      while case .label(let value, let labelled) = inner.kind {
        if isNew { groups.append((TypedCase(labels: [], isDefault: false, statements: []), [])) }
        isNew = false
        var last = groups.removeLast()
        if let value {
          last.value.labels.append(
            try label(value, type, known: groups.map(\.value) + [last.value]))
        } else {
          if (groups.map(\.value) + [last.value]).contains(where: \.isDefault) {
            throw fail(.labelTwice("default", at: place(inner.offset)))
          }
          last.value.isDefault = true
        }
        groups.append(last)
        inner = labelled
      }
      if case .declaration = inner.kind, groups.isEmpty || body.last != statement {
        // A later label would jump over it.
        throw fail(.declaredInSwitch(at: place(inner.offset)))
      }
      guard !groups.isEmpty else {
        report(.beforeLabels(at: place(inner.offset)))
        _ = check([inner])
        continue
      }
      groups[groups.count - 1].statements.append(inner)
    }
    return groups.map { group in
      var result = group.value
      result.statements = check(group.statements)
      return result
    }
  }

  private mutating func label(
    _ expression: Expression, _ type: NumericType, known: [TypedCase]
  ) throws(Abandoned) -> Value {
    let value = try check(expression)
    try checkInteger(value, "case", at: value.offset)
    guard case .integer(let number, _)? = value.constant else {
      throw fail(.labelNotConstant(at: place(expression.offset)))
    }
    guard type.integerRange.contains(number) else {
      throw fail(.integerOutOfRange("\(number)", type, at: place(expression.offset)))
    }
    let result = Value.integer(number, type)
    if known.contains(where: { $0.labels.contains(result) }) {
      throw fail(.labelTwice("\(number)", at: place(expression.offset)))
    }
    return result
  }
}

extension TypedExpression {
  /// Its value, if it is made of literals only and C++ defines it.
  var constant: Value? {
    switch kind {
    case .constant(let value): return value
    case .convert(let inner):
      guard let value = inner.constant else { return nil }
      return Self.attempt { () throws(Fault) in try value.converted(to: type) }
    case .unary(let operation, let inner):
      guard let value = inner.constant else { return nil }
      return Self.attempt { () throws(Fault) in try Arithmetic.apply(operation, to: value) }
    case .binary(let operation, let left, let right):
      guard let left = left.constant, let right = right.constant else { return nil }
      return Self.attempt { () throws(Fault) in try Arithmetic.apply(operation, left, right) }
    case .logical(let operation, let left, let right):
      guard let left = left.constant, let right = right.constant else { return nil }
      return .bool(operation == .and ? left.isTrue && right.isTrue : left.isTrue || right.isTrue)
    case .conditional(let test, let then, let otherwise):
      return test.constant.flatMap { ($0.isTrue ? then : otherwise).constant }
    default: return nil
    }
  }

  private static func attempt(_ body: () throws(Fault) -> Value) -> Value? {
    do throws(Fault) {
      return try body()
    } catch {
      return nil
    }
  }
}
