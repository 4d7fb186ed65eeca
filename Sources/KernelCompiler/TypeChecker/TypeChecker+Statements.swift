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
    case .declaration(let type, let declarators): return try declarations(declarators, type)
    case .block(let statements):
      return try inBlock { checker throws(Abandoned) in
        [typed(.block(checker.check(statements)))]
      }
    case .conditional(let condition, let then, let otherwise):
      // Both branches are looked at even if the condition is wrong.
      let test = attempt { checker throws(Abandoned) in try checker.condition(condition) }
      if then.kind == .empty, otherwise == nil { report(.emptyBody(at: place(then.offset))) }
      let thenBody = try body(then)
      var otherwiseBody: [TypedStatement] = []
      if let otherwise { otherwiseBody = try body(otherwise) }
      guard let test else { throw Abandoned() }
      return [typed(.conditional(test, then: thenBody, otherwise: otherwiseBody))]
    case .whileLoop(let condition, let body):
      let test = attempt { checker throws(Abandoned) in try checker.condition(condition) }
      let statements = try loopBody(body)
      guard let test else { throw Abandoned() }
      return [typed(.whileLoop(test, statements))]
    case .doLoop(let body, let condition):
      let body = try loopBody(body)
      return [typed(.doLoop(body, try self.condition(condition)))]
    case .forLoop(let start, let condition, let step, let body):
      return try inBlock { checker throws(Abandoned) in
        let start = try checker.check(start)
        var test: TypedExpression?
        if let condition { test = try checker.condition(condition) }
        var steps: [TypedStatement] = []
        if let step { steps = try checker.effects(of: step) }
        let body = try checker.loopBody(body)
        return [typed(.forLoop(start: start, condition: test, step: steps, body: body))]
      }
    case .forEachSynapse(let body):
      guard let synapses = scope.synapses else { throw fail(.noSynapses(at: place(offset))) }
      return try inBlock(synapses: synapses) { checker throws(Abandoned) in
        [typed(.forEachSynapse(try checker.loopBody(body)))]
      }
    case .switchOn(let value, let body): return [try check(switchOn: value, body, at: offset)]
    case .label: throw fail(.labelOutsideSwitch(at: place(offset)))
    case .leaveLoop:
      guard loops + switches > 0 else { throw fail(.outsideLoop(at: place(offset))) }
      return [typed(.leaveLoop)]
    case .nextRound:
      guard loops > 0 else { throw fail(.outsideLoop(at: place(offset))) }
      return [typed(.nextRound)]
    }
  }

  /// Nil after a finding.
  mutating func attempt<Result>(
    _ body: (inout TypeChecker) throws(Abandoned) -> Result
  ) -> Result? {
    do {
      return try body(&self)
    } catch {
      return nil
    }
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
    // A 'break' in the loop leaves the loop, whatever switch is around it.
    let outer = switches
    switches = 0
    defer {
      loops -= 1
      switches = outer
    }
    return try body(statement)
  }

  private mutating func declarations(
    _ declarators: [Statement.Declarator], _ specifier: TypeSpecifier
  ) throws(Abandoned) -> [TypedStatement] {
    guard specifier.pointers.isEmpty else { return try pointer(declarators, specifier) }
    let type = specifier.name.resolved(scope.scalar)
    var result: [TypedStatement] = []
    for declarator in declarators {
      let offset = declarator.offset
      // The name is known in its own value already, as in C++, where it has none yet.
      let slot = try declare(
        Local(name: declarator.name, type: type, isConstant: specifier.isConstant), at: offset)
      var initial: TypedExpression?
      if let expression = declarator.initial {
        initial = try value(expression).converted(to: type)
      }
      if let initial, initial.names(.local(slot)) {
        throw fail(.namesItself(declarator.name, at: place(offset)))
      }
      if initial == nil { report(.declaredWithoutValue(declarator.name, at: place(offset))) }
      result.append(TypedStatement(kind: .declare(local: slot, initial), offset: offset))
    }
    return result
  }

  private mutating func pointer(
    _ declarators: [Statement.Declarator], _ specifier: TypeSpecifier
  ) throws(Abandoned) -> [TypedStatement] {
    guard specifier.pointers.count == 1, let declarator = declarators.first else {
      throw fail(.pointerToPointer(at: place(specifier.offset)))
    }
    let type = specifier.name.resolved(scope.scalar)
    guard let expression = declarator.initial else {
      throw fail(.pointerWithoutValue(declarator.name, at: place(declarator.offset)))
    }
    guard case .pointer(let initial) = try operand(expression), initial.element == type else {
      throw fail(.wrongPointer(type, at: place(expression.offset)))
    }
    if initial.isReadOnly, !specifier.isConstant {
      throw fail(.constRemoved(at: place(expression.offset)))
    }
    let slot = try declare(
      Local(
        name: declarator.name, type: type, isConstant: specifier.pointers[0],
        pointer: specifier.isConstant ? .readOnly : .readWrite), at: declarator.offset)
    return [
      TypedStatement(kind: .declarePointer(local: slot, initial), offset: declarator.offset)
    ]
  }

  /// What an expression does when it stands alone: each assignment in it becomes a statement, in
  /// the order that C defines.
  mutating func effects(of expression: Expression) throws(Abandoned) -> [TypedStatement] {
    let offset = expression.offset
    switch expression.kind {
    case .comma(let first, let second): return try effects(of: first) + effects(of: second)
    case .assignment(let target, let operation, let value):
      if let slot = try pointerLocal(target) {
        return [try assignPointer(slot, operation, value, target, at: offset)]
      }
      guard case .name = target.kind else { break }
      let (place, type) = try writable(target, isPlain: operation == nil)
      guard case .symbol(let symbol) = place else { break }
      // `a = b = c` assigns b first, and then b's new value to a.
      if case .assignment(let inner, _, _) = value.kind, case .name = inner.kind,
        try pointerLocal(inner) == nil
      {
        return try effects(of: value) + [
          try assign(symbol, type, operation, try check(inner), at: offset)
        ]
      }
      let number = try self.value(value)
      if number.writes(symbol) { throw fail(.orderIsOpen(at: self.place(offset))) }
      return [try assign(symbol, type, operation, number, at: offset)]
    case .step(let target, let up, _):
      guard case .name = target.kind else { break }
      let one = TypedExpression(
        kind: .constant(.integer(1, .int32)), type: .int32, offset: offset)
      if let slot = try pointerLocal(target) {
        let local = try writablePointer(slot, at: target.offset)
        let pointer = TypedPointer(
          kind: .local(slot), element: local.type, isReadOnly: local.pointer == .readOnly,
          offset: offset)
        return [
          TypedStatement(
            kind: .assignPointer(
              local: slot, moved(pointer, by: one, back: !up, at: offset)), offset: offset)
        ]
      }
      let (place, type) = try writable(target, isPlain: false)
      guard case .symbol(let symbol) = place, type != .bool else { break }
      return [try assign(symbol, type, up ? .add : .subtract, one, at: offset)]
    case .call(let name, let arguments) where isStatementFunction(name):
      return [try output(name, arguments, at: offset)]
    default: break
    }
    changesInside = false
    switch try operand(expression) {
    case .number(let number):
      if changesInside { try checkOrder(number) }
      if !number.changes { report(.valueUnused(at: place(offset))) }
      return [TypedStatement(kind: .evaluate(number), offset: offset)]
    case .pointer(let pointer):
      report(.valueUnused(at: place(pointer.offset)))
      return []
    }
  }

  private mutating func assignPointer(
    _ slot: Int, _ operation: BinaryOperator?, _ value: Expression, _ target: Expression,
    at offset: Int
  ) throws(Abandoned) -> TypedStatement {
    let local = try writablePointer(slot, at: target.offset)
    let old = TypedPointer(
      kind: .local(slot), element: local.type, isReadOnly: local.pointer == .readOnly,
      offset: offset)
    let new: Operand
    if let operation {
      new = try binary(operation, .pointer(old), try operand(value), value)
    } else {
      new = try operand(value)
    }
    guard case .pointer(let pointer) = new, pointer.element == local.type else {
      throw fail(.wrongPointer(local.type, at: place(value.offset)))
    }
    if pointer.isReadOnly, local.pointer == .readWrite {
      throw fail(.constRemoved(at: place(value.offset)))
    }
    return TypedStatement(kind: .assignPointer(local: slot, pointer), offset: offset)
  }

  private mutating func assign(
    _ symbol: Symbol, _ type: NumericType, _ operation: BinaryOperator?, _ value: TypedExpression,
    at offset: Int
  ) throws(Abandoned) -> TypedStatement {
    var value = value
    if let operation {
      let old = TypedExpression(kind: .symbol(symbol), type: type, offset: offset)
      value = try combine(operation, old, value, at: offset)
    }
    return TypedStatement(kind: .assign(symbol, value.converted(to: type)), offset: offset)
  }
}
