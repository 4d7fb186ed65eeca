import Diagnostics

extension TypeChecker {
  mutating func binary(
    _ operation: BinaryOperator, _ left: Operand, _ right: Operand, _ expression: Expression
  ) throws(Abandoned) -> Operand {
    let offset = expression.offset
    switch (left, right) {
    case (.number(let a), .number(let b)):
      try checkNotWriteOnly(expression)
      return .number(try combine(operation, a, b, at: offset))
    case (.pointer(let a), .pointer(let b)):
      guard operation == .subtract, a.element == b.element else {
        throw fail(.pointersCombined(operation.rawValue, at: place(offset)))
      }
      return .number(
        TypedExpression(kind: .difference(a, b), type: .int64, offset: offset))
    case (.pointer(let pointer), .number(let number)):
      guard operation == .add || operation == .subtract else {
        throw fail(.pointersCombined(operation.rawValue, at: place(offset)))
      }
      try checkInteger(number, operation.rawValue, at: offset)
      return .pointer(moved(pointer, by: number, back: operation == .subtract, at: offset))
    case (.number(let number), .pointer(let pointer)):
      guard operation == .add else {
        throw fail(.pointersCombined(operation.rawValue, at: place(offset)))
      }
      try checkInteger(number, operation.rawValue, at: offset)
      return .pointer(moved(pointer, by: number, back: false, at: offset))
    }
  }

  /// `operand` has let names of write-only references through, as `=` may have them on its left.
  private mutating func checkNotWriteOnly(_ expression: Expression) throws(Abandoned) {
    for operand in expression.kind.operands {
      if case .name(let name) = operand.kind, case .entry(let entry)? = find(name),
        entry.isWriteOnly
      {
        throw fail(.writeOnly(name, at: place(operand.offset)))
      }
    }
  }

  func moved(
    _ pointer: TypedPointer, by number: TypedExpression, back: Bool, at offset: Int
  ) -> TypedPointer {
    var result = pointer
    result.kind = .moved(pointer, by: number.converted(to: .int64), back: back)
    result.offset = offset
    return result
  }

  /// `array[index]`, as a place and as a value.
  mutating func element(
    _ array: Expression, _ index: Expression, at offset: Int
  ) throws(Abandoned) -> (target: TypedTarget, value: TypedExpression) {
    guard case .pointer(let pointer) = try operand(array) else {
      throw fail(.notArray(at: place(array.offset)))
    }
    let index = try check(index)
    try checkInteger(index, "[ ]", at: offset)
    let position = index.converted(to: .int64)
    return (
      .element(pointer, position),
      TypedExpression(kind: .element(pointer, position), type: pointer.element, offset: offset)
    )
  }

  /// `variable[steps]`: what a postsynaptic variable was so many steps ago; nil if it is no
  /// variable.
  mutating func delayed(
    _ array: Expression, _ index: Expression, at offset: Int
  ) throws(Abandoned) -> TypedExpression? {
    guard case .name(let name) = array.kind, case .entry(let entry)? = find(name) else {
      return nil
    }
    guard entry.isDelayable else { throw fail(.notArray(at: place(array.offset))) }
    try noteDelay(of: name, isDelayed: true, at: array.offset)
    let index = try check(index)
    try checkInteger(index, "[ ]", at: offset)
    return TypedExpression(
      kind: .delayed(entry.symbol, index.converted(to: .int32)), type: entry.type, offset: offset)
  }

  /// GeNN keeps a variable either as it is or as it was, in one snippet.
  mutating func noteDelay(
    of name: String, isDelayed: Bool, at offset: Int
  ) throws(Abandoned) {
    if isDelayed { delayedNames.insert(name) } else { presentNames.insert(name) }
    if delayedNames.contains(name), presentNames.contains(name) {
      throw fail(.delayedAndPresent(name, at: place(offset)))
    }
  }

  /// What a target holds.
  func read(_ target: TypedTarget, _ offset: Int) throws(Abandoned) -> TypedExpression {
    switch target {
    case .symbol(let symbol):
      TypedExpression(kind: .symbol(symbol), type: type(of: symbol), offset: offset)
    case .element(let pointer, let index):
      TypedExpression(kind: .element(pointer, index), type: pointer.element, offset: offset)
    }
  }

  func type(of symbol: Symbol) -> NumericType {
    if case .local(let slot) = symbol { return locals[slot].type }
    return scope.entries.values.first { $0.symbol == symbol }?.type ?? scope.scalar
  }

  /// The place that `*pointer`, `array[index]` or a name is, its type, and why it can't be written.
  mutating func target(
    _ expression: Expression, at offset: Int
  ) throws(Abandoned) -> (target: TypedTarget, type: NumericType, name: String, readOnly: String?) {
    switch expression.kind {
    case .name(let name):
      switch try meaning(of: name, at: expression.offset) {
      case .entry(let entry): return (.symbol(entry.symbol), entry.type, name, entry.readOnly)
      case .local(let slot) where locals[slot].pointer == nil:
        return (
          .symbol(.local(slot)), locals[slot].type, name,
          locals[slot].isConstant ? "it is declared 'const'" : nil
        )
      default: throw fail(.pointerAsNumber(at: place(expression.offset)))
      }
    case .element(let array, let index):
      if try delayed(array, index, at: offset) != nil {
        throw fail(.pastChanged(at: place(expression.offset)))
      }
      let (target, value) = try element(array, index, at: offset)
      return (target, value.type, "element", Self.readOnlyReason(target))
    case .pointee(let inner):
      guard case .pointer(let pointer) = try operand(inner) else {
        throw fail(.notPointer(at: place(expression.offset)))
      }
      let zero = TypedExpression(
        kind: .constant(.integer(0, .int64)), type: .int64, offset: expression.offset)
      let target = TypedTarget.element(pointer, zero)
      return (target, pointer.element, "element", Self.readOnlyReason(target))
    default: throw fail(.notAssignable(at: place(expression.offset)))
    }
  }

  private static func readOnlyReason(_ target: TypedTarget) -> String? {
    guard case .element(let pointer, _) = target, pointer.isReadOnly else { return nil }
    return "it is read through a pointer to 'const'"
  }
}
