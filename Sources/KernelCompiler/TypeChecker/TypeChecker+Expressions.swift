import Diagnostics

extension TypeChecker {
  /// What an expression is.
  enum Operand {
    case number(TypedExpression)
    case pointer(TypedPointer)
  }

  /// A whole expression that is a number; nothing in it depends on an order that C++ leaves open.
  mutating func value(_ expression: Expression) throws(Abandoned) -> TypedExpression {
    changesInside = false
    let value = try check(expression)
    if changesInside { try checkOrder(value) }
    return value
  }

  /// A whole expression that is a condition.
  mutating func condition(_ expression: Expression) throws(Abandoned) -> TypedExpression {
    if case .assignment(_, nil, _) = expression.kind {
      report(.assignmentAsCondition(at: place(expression.offset)))
    }
    changesInside = false
    let condition: TypedExpression
    switch try operand(expression) {
    case .number(let number): condition = number.converted(to: .bool)
    case .pointer(let pointer): condition = isSet(pointer)
    }
    if changesInside { try checkOrder(condition) }
    return condition
  }

  /// A part of an expression that must be a number.
  mutating func check(_ expression: Expression) throws(Abandoned) -> TypedExpression {
    switch try operand(expression) {
    case .number(let number):
      if case .symbol(let symbol) = number.kind { try checkReadable(symbol, expression) }
      return number
    case .pointer: throw fail(.pointerAsNumber(at: place(expression.offset)))
    }
  }

  private mutating func checkReadable(
    _ symbol: Symbol, _ expression: Expression
  ) throws(Abandoned) {
    guard case .name(let name) = expression.kind, case .entry(let entry)? = find(name),
      entry.isWriteOnly, entry.symbol == symbol
    else { return }
    throw fail(.writeOnly(name, at: place(expression.offset)))
  }

  private func isSet(_ pointer: TypedPointer) -> TypedExpression {
    TypedExpression(kind: .isSet(pointer), type: .bool, offset: pointer.offset)
  }

  /// A part of an expression.
  mutating func operand(_ expression: Expression) throws(Abandoned) -> Operand {
    let offset = expression.offset
    func number(_ kind: TypedExpression.Kind, _ type: NumericType) -> Operand {
      .number(TypedExpression(kind: kind, type: type, offset: offset))
    }
    switch expression.kind {
    case .integer(let value, let unsigned):
      let type: NumericType = unsigned ? .uint32 : .int32
      return number(.constant(.integer(value, type)), type)
    case .boolean(let value): return number(.constant(.bool(value)), .bool)
    case .real(let text, let suffix):
      let value = try real(text, suffix, at: offset)
      return number(.constant(value), value.type)
    case .text: throw fail(.textOutsidePrint(at: place(offset)))
    case .name(let name): return try named(name, at: offset)
    case .unary(let operation, let inner): return try unary(operation, inner, at: offset)
    case .binary(let operation, let left, let right):
      return try binary(operation, try operand(left), try operand(right), expression)
    case .logical(let operation, let left, let right):
      let (left, right) = (try truth(left), try truth(right))
      return number(.logical(operation, left, right), .bool)
    case .conditional(let condition, let then, let otherwise):
      let condition = try truth(condition)
      let (then, otherwise) = (try check(then), try check(otherwise))
      let type = then.type == otherwise.type ? then.type : then.type.common(with: otherwise.type)
      var result = TypedExpression(
        kind: .conditional(
          condition, then: then.converted(to: type), otherwise: otherwise.converted(to: type)),
        type: type, offset: offset)
      result.countsAsReal = then.countsAsReal || otherwise.countsAsReal
      return .number(result)
    case .call(let name, let arguments): return .number(try call(name, arguments, at: offset))
    case .element(let array, let index):
      if let delayed = try delayed(array, index, at: offset) { return .number(delayed) }
      let (target, element) = try self.element(array, index, at: offset)
      guard case .element(let pointer, let index) = target else { return .number(element) }
      return number(.element(pointer, index), element.type)
    case .pointee: return .number(try read(try target(expression, at: offset).target, offset))
    case .cast(let type, let inner): return try cast(inner, to: type, at: offset)
    case .assignment(let target, let operation, let value):
      return try assignment(target, operation, value, at: offset)
    case .step(let target, let up, let isPrefix):
      return try step(target, up: up, isPrefix: isPrefix, at: offset)
    case .comma(let first, let second):
      let first = try check(first)
      if !first.changes { report(.valueUnused(at: place(first.offset))) }
      let second = try check(second)
      return number(.sequence(first, second), second.type)
    }
  }

  /// A part that is tested.
  private mutating func truth(_ expression: Expression) throws(Abandoned) -> TypedExpression {
    switch try operand(expression) {
    case .number(let number): number.converted(to: .bool)
    case .pointer(let pointer): isSet(pointer)
    }
  }

  private mutating func named(_ name: String, at offset: Int) throws(Abandoned) -> Operand {
    switch try meaning(of: name, at: offset) {
    case .entry(let entry):
      if entry.isDelayable { try noteDelay(of: name, isDelayed: false, at: offset) }
      return .number(
        TypedExpression(kind: .symbol(entry.symbol), type: entry.type, offset: offset))
    case .array(let array):
      return .pointer(
        TypedPointer(
          kind: .array(array.index), element: array.element, isReadOnly: false, offset: offset))
    case .local(let slot):
      let local = locals[slot]
      guard let access = local.pointer else {
        return .number(
          TypedExpression(kind: .symbol(.local(slot)), type: local.type, offset: offset))
      }
      return .pointer(
        TypedPointer(
          kind: .local(slot), element: local.type, isReadOnly: access == .readOnly, offset: offset))
    }
  }

  mutating func meaning(of name: String, at offset: Int) throws(Abandoned) -> Meaning {
    if let meaning = find(name) { return meaning }
    if isFunction(name) { throw fail(.functionNotCalled(name, at: place(offset))) }
    throw fail(
      .unknownName(name, suggestion: nearest(to: name, in: knownNames), at: place(offset)))
  }

  private mutating func real(
    _ text: String, _ suffix: RealSuffix, at offset: Int
  ) throws(Abandoned) -> Value {
    let type: NumericType
    switch suffix {
    case .none: type = scope.scalar
    case .float: type = .float
    case .double: type = .double
    }
    let value: Value? =
      type == .float
      ? Float(cText: text).map { .float($0) } : Double(cText: text).map { .double($0) }
    guard let value, value.isFinite else {
      throw fail(.realOutOfRange(text, type, at: place(offset)))
    }
    return value
  }

  private mutating func unary(
    _ operation: UnaryOperator, _ inner: Expression, at offset: Int
  ) throws(Abandoned) -> Operand {
    let operand = try check(inner)
    if operation == .complement { try checkInteger(operand, operation.rawValue, at: offset) }
    let type = operation == .not ? .bool : operand.type.promoted
    var result = TypedExpression(
      kind: .unary(operation, operand.converted(to: type)), type: type, offset: offset)
    result.countsAsReal = operation != .not && operand.countsAsReal
    return .number(result)
  }

  /// Where C++ has an integer, GeNN may still see a real number.
  mutating func checkInteger(
    _ operand: TypedExpression, _ sign: String, at offset: Int
  ) throws(Abandoned) {
    if operand.type.isReal { throw fail(.integerNeeded(sign, operand.type, at: place(offset))) }
    if operand.countsAsReal { throw fail(.comparisonAsInteger(sign, at: place(offset))) }
  }

  /// The operator between operands of any types, by C's usual arithmetic conversions.
  mutating func combine(
    _ operation: BinaryOperator, _ left: TypedExpression, _ right: TypedExpression, at offset: Int
  ) throws(Abandoned) -> TypedExpression {
    if operation.needsIntegers {
      try checkInteger(left, operation.rawValue, at: offset)
      try checkInteger(right, operation.rawValue, at: offset)
    }
    let isShift = operation == .shiftLeft
    let type = isShift ? left.type.promoted : left.type.common(with: right.type)
    if operation == .divide || operation == .remainder, type.isInteger {
      if right.kind == .constant(.integer(0, right.type)) {
        throw fail(.divisionByZeroConstant(at: place(offset)))
      }
      if operation == .divide { report(.integerDivision(type, at: place(offset))) }
    }
    if type == .double, scope.scalar == .float { warnOfDouble(left, right) }
    var result = TypedExpression(
      kind: .binary(
        operation, left.converted(to: type),
        right.converted(to: isShift ? right.type.promoted : type)),
      type: operation.isComparison ? .bool : type, offset: offset)
    result.countsAsReal =
      operation.isComparison && type.isReal || !isShift && left.countsAsReal
      || !isShift && right.countsAsReal
    return result
  }

  /// A literal with GeNN's `d` is meant; a function of integers is not.
  private mutating func warnOfDouble(_ left: TypedExpression, _ right: TypedExpression) {
    for operand in [left, right] where operand.type == .double {
      if case .call(_, let arguments) = operand.kind,
        arguments.allSatisfy({
          if case .convert(let from) = $0.kind {
            from.type.isInteger
          } else {
            false
          }
        }), !arguments.isEmpty
      {
        report(.doubleBySurprise(at: place(operand.offset)))
      }
    }
  }

  private mutating func cast(
    _ inner: Expression, to specifier: TypeSpecifier, at offset: Int
  ) throws(Abandoned) -> Operand {
    let type = specifier.name.resolved(scope.scalar)
    switch try operand(inner) {
    case .number(let number):
      guard specifier.pointers.isEmpty else {
        throw fail(.pointerCast(at: place(offset)))
      }
      if case .symbol(let symbol) = number.kind { try checkReadable(symbol, inner) }
      var result = number.converted(to: type)
      result.countsAsReal = false
      return .number(result)
    case .pointer(var pointer):
      guard specifier.pointers.count == 1, type == pointer.element else {
        throw fail(.pointerCast(at: place(offset)))
      }
      if pointer.isReadOnly, !specifier.isConstant {
        throw fail(.constRemoved(at: place(offset)))
      }
      pointer.isReadOnly = specifier.isConstant
      return .pointer(pointer)
    }
  }
}

extension LosslessStringConvertible {
  /// Reads a number as C writes it, also with nothing behind the point.
  fileprivate init?(cText text: String) {
    var text = text
    if let point = text.firstIndex(of: ".") {
      let next = text.index(after: point)
      if next == text.endIndex || !(text[next].isASCII && text[next].isNumber) {
        text.insert("0", at: next)
      }
    }
    self.init(text)
  }
}
