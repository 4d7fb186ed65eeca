extension V1.Filter {
  func whole(_ value: V1.Value) throws(V1.ExpressionError) -> Int {
    switch value {
    case .none, .absent: return 0
    case .boolean(let flag): return flag ? 1 : 0
    case .integer(let number): return number
    case .number(let number): return Self.truncated(number)
    case .string(let text):
      if let number = Int(text) { return number }
      if let number = Double(text) { return Self.truncated(number) }
      throw .operation("'\(text)' is no number")
    default: throw refuse(value, "needs a number or a string")
    }
  }

  /// Towards zero; what doesn't fit becomes the nearest that does.
  private static func truncated(_ number: Double) -> Int {
    guard !number.isNaN else { return 0 }
    guard number.magnitude < 0x1p63 else { return number < 0 ? .min : .max }
    return Int(number)
  }

  func magnitude(_ value: V1.Value) throws(V1.ExpressionError) -> V1.Value {
    switch value {
    case .integer(let number) where number > .min: return .integer(Swift.abs(number))
    case .number(let number): return .number(number.magnitude)
    default: throw refuse(value, "needs a number")
    }
  }

  func defaulted(
    _ value: V1.Value, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> V1.Value {
    if case .undefined? = arguments[1] { throw .undefined }
    let replacesFalse = arguments[1]?.isTrue ?? false
    let isMissing = value.isUndefined || replacesFalse && !value.isTrue
    return isMissing ? arguments[0] ?? .string("") : value
  }
}
