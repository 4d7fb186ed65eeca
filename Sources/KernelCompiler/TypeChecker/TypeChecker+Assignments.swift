import Diagnostics

extension TypeChecker {
  /// An assignment inside an expression.
  mutating func assignment(
    _ place: Expression, _ operation: BinaryOperator?, _ value: Expression, at offset: Int
  ) throws(Abandoned) -> Operand {
    if try pointerLocal(place) != nil {
      throw fail(.pointerChangedInside(at: self.place(offset)))
    }
    let (target, type) = try writable(place, isPlain: operation == nil)
    let value = try combined(target, type, operation, try check(value), at: offset)
    changesInside = true
    return .number(
      TypedExpression(kind: .assign(target, operation, value), type: type, offset: offset))
  }

  /// The value in the type in which it is assigned or combined with the old one.
  private mutating func combined(
    _ target: TypedTarget, _ type: NumericType, _ operation: BinaryOperator?,
    _ value: TypedExpression, at offset: Int
  ) throws(Abandoned) -> TypedExpression {
    guard let operation else { return value.converted(to: type) }
    // Checks the operands, and finds the type.
    let old = TypedExpression(kind: try read(target, offset).kind, type: type, offset: offset)
    let whole = try combine(operation, old, value, at: offset)
    guard case .binary(_, _, let right) = whole.kind else { return value }
    return right
  }

  /// `a++`, `--a` and so on inside an expression.
  mutating func step(
    _ place: Expression, up: Bool, isPrefix: Bool, at offset: Int
  ) throws(Abandoned) -> Operand {
    changesInside = true
    if let slot = try pointerLocal(place) {
      let local = try writablePointer(slot, at: place.offset)
      return .pointer(
        TypedPointer(
          kind: .step(local: slot, up: up, isPrefix: isPrefix), element: local.type,
          isReadOnly: local.pointer == .readOnly, offset: offset))
    }
    let (target, type) = try writable(place, isPlain: false)
    if type == .bool { throw fail(.boolStepped(at: self.place(offset))) }
    return .number(
      TypedExpression(
        kind: .step(target, up: up, isPrefix: isPrefix), type: type, offset: offset))
  }

  /// The local that an expression names, if it holds a pointer.
  mutating func pointerLocal(_ expression: Expression) throws(Abandoned) -> Int? {
    guard case .name(let name) = expression.kind else { return nil }
    switch find(name) {
    case .local(let slot) where locals[slot].pointer != nil: return slot
    case .array: throw fail(.arrayMoved(name, at: place(expression.offset)))
    default: return nil
    }
  }

  mutating func writablePointer(_ slot: Int, at offset: Int) throws(Abandoned) -> Local {
    let local = locals[slot]
    if local.isConstant {
      throw fail(
        .readOnly(local.name, "it is declared 'const'", .local(slot), at: place(offset)))
    }
    return local
  }

  mutating func writable(
    _ place: Expression, isPlain: Bool
  ) throws(Abandoned) -> (target: TypedTarget, type: NumericType) {
    let (target, type, name, reason) = try self.target(place, at: place.offset)
    if let reason {
      guard case .symbol(let symbol) = target else {
        throw fail(.elementReadOnly(at: self.place(place.offset)))
      }
      throw fail(.readOnly(name, reason, symbol, at: self.place(place.offset)))
    }
    if !isPlain, case .name(let name) = place.kind, case .entry(let entry)? = find(name),
      entry.isWriteOnly
    {
      throw fail(.writeOnly(name, at: self.place(place.offset)))
    }
    return (target, type)
  }
}
