import Diagnostics

extension TypeChecker {
  mutating func check(_ statement: Statement) throws(Abandoned) -> [TypedStatement] {
    let offset = statement.offset
    func typed(_ kind: TypedStatement.Kind) -> TypedStatement {
      TypedStatement(kind: kind, offset: offset)
    }
    switch statement.kind {
    case .empty: return []
    case .expression(let expression): return try effects(of: expression)
    case .declaration(let isConstant, let type, let declarators):
      return try declarations(
        declarators, type.resolved(scope.scalar), isConstant: isConstant)
    case .block(let statements):
      return try inBlock { checker throws(Abandoned) in
        [typed(.block(checker.check(statements)))]
      }
    case .conditional(let condition, let then, let otherwise):
      let condition = try check(condition).converted(to: .bool)
      let thenBody = try body(then)
      var otherwiseBody: [TypedStatement] = []
      if let otherwise { otherwiseBody = try body(otherwise) }
      return [typed(.conditional(condition, then: thenBody, otherwise: otherwiseBody))]
    case .whileLoop(let condition, let body):
      let condition = try check(condition).converted(to: .bool)
      return [typed(.whileLoop(condition, try loopBody(body)))]
    case .doLoop(let body, let condition):
      let body = try loopBody(body)
      return [typed(.doLoop(body, try check(condition).converted(to: .bool)))]
    case .forLoop(let start, let condition, let step, let body):
      return try inBlock { checker throws(Abandoned) in
        let start = try checker.check(start)
        let test = try checker.checkIfAny(condition)?.converted(to: .bool)
        var steps: [TypedStatement] = []
        if let step { steps = try checker.effects(of: step) }
        let body = try checker.loopBody(body)
        return [typed(.forLoop(start: start, condition: test, step: steps, body: body))]
      }
    case .leaveLoop, .nextRound:
      guard loops > 0 else { throw fail(.outsideLoop(at: place(offset))) }
      return [typed(statement.kind == .leaveLoop ? .leaveLoop : .nextRound)]
    }
  }

  private mutating func checkIfAny(
    _ expression: Expression?
  ) throws(Abandoned) -> TypedExpression? {
    guard let expression else { return nil }
    return try check(expression)
  }

  private mutating func body(_ statement: Statement) throws(Abandoned) -> [TypedStatement] {
    try inBlock { checker throws(Abandoned) in
      // A body in braces is a block already.
      if case .block(let statements) = statement.kind { return checker.check(statements) }
      return try checker.check(statement)
    }
  }

  private mutating func loopBody(_ statement: Statement) throws(Abandoned) -> [TypedStatement] {
    loops += 1
    defer { loops -= 1 }
    return try body(statement)
  }

  private mutating func declarations(
    _ declarators: [Statement.Declarator], _ type: NumericType, isConstant: Bool
  ) throws(Abandoned) -> [TypedStatement] {
    var result: [TypedStatement] = []
    for declarator in declarators {
      // The initial value is checked first: `scalar V = V;` reads the variable of the model.
      let initial = try checkIfAny(declarator.initial)?.converted(to: type)
      if initial == nil {
        report(.declaredWithoutValue(declarator.name, at: place(declarator.offset)))
      }
      let slot = try declare(
        declarator.name, type, isConstant: isConstant, at: declarator.offset)
      result.append(
        TypedStatement(kind: .declare(local: slot, initial), offset: declarator.offset))
    }
    return result
  }

  /// What an expression does when it stands alone: each assignment in it becomes a statement, in
  /// the order that C defines.
  mutating func effects(of expression: Expression) throws(Abandoned) -> [TypedStatement] {
    let offset = expression.offset
    switch expression.kind {
    case .comma(let first, let second): return try effects(of: first) + effects(of: second)
    case .assignment(let target, let operation, let value):
      let entry = try writable(target)
      // `a = b = c` assigns b first, and then b's new value to a.
      var before: [TypedStatement] = []
      let newValue: TypedExpression
      if case .assignment(let inner, _, _) = value.kind {
        before = try effects(of: value)
        newValue = try check(inner)
      } else {
        newValue = try check(value)
      }
      return before + [
        try assign(entry, operation, newValue, at: offset)
      ]
    case .step(let target, let up):
      let entry = try writable(target)
      let one = TypedExpression(
        kind: .constant(.integer(1, .int32)), type: .int32, offset: offset)
      return [try assign(entry, up ? .add : .subtract, one, at: offset)]
    case .call("injectCurrent", let arguments):
      guard scope.injects else { throw fail(.injectionInNeuron(at: place(offset))) }
      guard arguments.count == 1, let argument = arguments.first else {
        throw fail(.wrongArgumentCount("injectCurrent", 1, arguments.count, at: place(offset)))
      }
      let current = try check(argument).converted(to: scope.scalar)
      return [TypedStatement(kind: .inject(current), offset: offset)]
    default:
      let value = try check(expression)
      report(.valueUnused(at: place(offset)))
      return [TypedStatement(kind: .evaluate(value), offset: offset)]
    }
  }

  private mutating func assign(
    _ entry: Scope.Entry, _ operation: BinaryOperator?, _ value: TypedExpression,
    at offset: Int
  ) throws(Abandoned) -> TypedStatement {
    var value = value
    if let operation {
      let old = TypedExpression(kind: .symbol(entry.symbol), type: entry.type, offset: offset)
      value = try combine(operation, old, value, at: offset)
    }
    return TypedStatement(
      kind: .assign(entry.symbol, value.converted(to: entry.type)), offset: offset)
  }

  private mutating func writable(
    _ target: Expression
  ) throws(Abandoned) -> Scope.Entry {
    guard case .name(let name) = target.kind else {
      throw fail(.notAssignable(at: place(target.offset)))
    }
    let entry = try entry(for: name, at: target.offset)
    if let reason = entry.readOnly {
      throw fail(.readOnly(name, reason, entry.symbol, at: place(target.offset)))
    }
    return entry
  }
}
