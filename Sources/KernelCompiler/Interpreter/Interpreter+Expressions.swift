extension Interpreter {
  mutating func evaluate(_ expressions: [TypedExpression]) throws(Fault) -> [Value] {
    var values: [Value] = []
    for expression in expressions { values.append(try evaluate(expression)) }
    return values
  }

  mutating func evaluate(_ expression: TypedExpression) throws(Fault) -> Value {
    switch expression.kind {
    case .constant(let value): return value
    case .symbol(let symbol): return frame[symbol]
    case .logical(let operation, let left, let right):
      // The right side is looked at only if the left one does not decide.
      let left = try evaluate(left).isTrue
      if left == (operation == .or) { return .bool(left) }
      return .bool(try evaluate(right).isTrue)
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(try evaluate(condition).isTrue ? then : otherwise)
    case .convert(let inner):
      let value = try evaluate(inner)
      offset = expression.offset
      return try value.converted(to: expression.type)
    case .unary(let operation, let operand):
      let operand = try evaluate(operand)
      offset = expression.offset
      return try Arithmetic.apply(operation, to: operand)
    case .binary(let operation, let left, let right):
      let (left, right) = (try evaluate(left), try evaluate(right))
      offset = expression.offset
      return try Arithmetic.apply(operation, left, right)
    case .call(let function, let arguments):
      let values = try evaluate(arguments)
      offset = expression.offset
      return try function.evaluate(values)
    case .draw(let function, let arguments):
      let values = try evaluate(arguments)
      offset = expression.offset
      return try host.draw(function, values)
    case .element(let pointer, let index):
      let place = try place(pointer, index, at: expression.offset)
      return try frame.element(place)
    case .difference(let left, let right):
      let (left, right) = (try evaluate(left), try evaluate(right))
      offset = expression.offset
      guard left.array == right.array else { throw .notConnected("a distance between arrays") }
      return .integer(Int128(left.index - right.index), .int64)
    case .isSet(let pointer):
      _ = try evaluate(pointer)
      return .bool(true)
    case .delayed(let symbol, let steps):
      let steps = try evaluate(steps)
      offset = expression.offset
      guard case .integer(let number, _) = steps else { return frame[symbol] }
      return try host.delayed(symbol, by: Int(clamping: number))
    case .assign(let target, let operation, let value):
      return try assign(target, operation, value, at: expression.offset)
    case .step(let target, let up, let isPrefix):
      return try step(target, expression.type, up: up, isPrefix: isPrefix, at: expression.offset)
    case .sequence(let first, let second):
      _ = try evaluate(first)
      return try evaluate(second)
    }
  }

  private mutating func place(
    _ pointer: TypedPointer, _ index: TypedExpression, at offset: Int
  ) throws(Fault) -> Frame.Pointer {
    let start = try evaluate(pointer)
    let index = try evaluate(index)
    self.offset = offset
    guard case .integer(let number, _) = index else { return start }
    return try frame.moved(start, by: number)
  }

  private mutating func assign(
    _ target: TypedTarget, _ operation: BinaryOperator?, _ value: TypedExpression, at offset: Int
  ) throws(Fault) -> Value {
    var pointer: Frame.Pointer?
    if case .element(let array, let index) = target {
      let place = try place(array, index, at: index.offset)
      _ = try frame.element(place)
      pointer = place
    }
    var value = try evaluate(value)
    self.offset = offset
    let old = try read(target, pointer)
    if let operation {
      let common = operation == .shiftLeft ? old.type.promoted : value.type
      value = try Arithmetic.apply(operation, try old.converted(to: common), value)
    }
    let result = try value.converted(to: old.type)
    try write(result, target, pointer)
    return result
  }

  private mutating func step(
    _ target: TypedTarget, _ type: NumericType, up: Bool, isPrefix: Bool, at offset: Int
  ) throws(Fault) -> Value {
    var pointer: Frame.Pointer?
    if case .element(let array, let index) = target {
      let place = try place(array, index, at: index.offset)
      _ = try frame.element(place)
      pointer = place
    }
    self.offset = offset
    let old = try read(target, pointer)
    let common = type.common(with: .int32)
    let one = try Value.integer(1, .int32).converted(to: common)
    let sum = try Arithmetic.apply(up ? .add : .subtract, try old.converted(to: common), one)
    let new = try sum.converted(to: type)
    try write(new, target, pointer)
    return isPrefix ? new : old
  }

  private func read(_ target: TypedTarget, _ pointer: Frame.Pointer?) throws(Fault) -> Value {
    if case .symbol(let symbol) = target { return frame[symbol] }
    guard let pointer else { throw .outsideArray(0, count: 0) }
    return try frame.element(pointer)
  }

  private mutating func write(
    _ value: Value, _ target: TypedTarget, _ pointer: Frame.Pointer?
  ) throws(Fault) {
    if case .symbol(let symbol) = target {
      frame[symbol] = value
    } else if let pointer {
      try frame.write(value, to: pointer)
    }
  }

  mutating func evaluate(_ pointer: TypedPointer) throws(Fault) -> Frame.Pointer {
    switch pointer.kind {
    case .array(let index): return Frame.Pointer(array: index, index: 0)
    case .local(let slot):
      guard let place = frame.pointers[slot] else { throw .outsideArray(0, count: 0) }
      return place
    case .moved(let inner, let distance, let back):
      let start = try evaluate(inner)
      let distance = try evaluate(distance)
      offset = pointer.offset
      guard case .integer(let number, _) = distance else { return start }
      return try frame.moved(start, by: back ? -number : number)
    case .step(let slot, let up, let isPrefix):
      guard let old = frame.pointers[slot] else { throw .outsideArray(0, count: 0) }
      offset = pointer.offset
      let new = try frame.moved(old, by: up ? 1 : -1)
      frame.pointers[slot] = new
      return isPrefix ? new : old
    }
  }
}
