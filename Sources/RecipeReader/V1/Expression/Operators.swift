extension V1 {
  /// Arithmetic and containment between values.
  enum Operators {
    static func apply(
      _ kind: Expression.BinaryOperator, _ a: Value, _ b: Value
    ) throws(ExpressionError) -> Value {
      switch kind {
      case .add: return try add(a, b)
      case .multiply: return try multiply(a, b)
      case .concatenate: return .string(a.description + b.description)
      case .divide:
        guard let x = a.fraction, let y = b.fraction else { throw unsupported(kind, a, b) }
        return .number(x / y)
      case .subtract, .floorDivide, .remainder, .power: break
      }
      switch Value.numbers(a, b) {
      case .integers(let x, let y)?:
        guard let result = calculate(kind, x, y) else {
          throw .operation("\(x) \(kind.rawValue) \(y) has no value that fits a number")
        }
        return .integer(result)
      case .fractions(let x, let y)?:
        guard kind != .power || y.whole != nil && y.magnitude < 4096 else {
          throw .operation("only whole powers can be calculated")
        }
        return .number(calculate(kind, x, y))
      case nil: throw unsupported(kind, a, b)
      }
    }

    private static func add(_ a: Value, _ b: Value) throws(ExpressionError) -> Value {
      if let x = a.items, let y = b.items {
        guard x.count + y.count <= sizeLimit else { throw tooLarge }
        return .iterable(x + y)
      }
      if let x = a.text, let y = b.text {
        guard x.utf8.count + y.utf8.count <= sizeLimit else { throw tooLarge }
        return .string(x + y)
      }
      switch Value.numbers(a, b) {
      case .integers(let x, let y)?:
        let (sum, isOverflow) = x.addingReportingOverflow(y)
        guard !isOverflow else { throw .operation("\(x) + \(y) is too large") }
        return .integer(sum)
      case .fractions(let x, let y)?: return .number(x + y)
      case nil: throw unsupported(.add, a, b)
      }
    }

    private static func multiply(_ a: Value, _ b: Value) throws(ExpressionError) -> Value {
      if let text = a.text { return .string(try repeated(text, b)) }
      if let text = b.text { return .string(try repeated(text, a)) }
      if let items = a.items { return .iterable(try repeated(items, b)) }
      if let items = b.items { return .iterable(try repeated(items, a)) }
      switch Value.numbers(a, b) {
      case .integers(let x, let y)?:
        let (product, isOverflow) = x.multipliedReportingOverflow(by: y)
        guard !isOverflow else { throw .operation("\(x) * \(y) is too large") }
        return .integer(product)
      case .fractions(let x, let y)?: return .number(x * y)
      case nil: throw unsupported(.multiply, a, b)
      }
    }

    /// What a recipe may blow a string or list up to.
    static let sizeLimit = 1_000_000
    private static let tooLarge = ExpressionError.operation(
      "the result would be larger than \(sizeLimit) elements")

    private static func times(_ count: Int, _ value: Value) throws(ExpressionError) -> Int {
      let times: Int? =
        switch value {
        case .integer(let times): times
        case .boolean(let isOnce): isOnce ? 1 : 0
        case .number(let times): times.whole
        default: nil
        }
      guard let times, times >= 0 else {
        throw .operation("strings and lists can only be multiplied with whole numbers")
      }
      let (size, isOverflow) = count.multipliedReportingOverflow(by: times)
      guard !isOverflow, size <= sizeLimit, times <= sizeLimit else { throw tooLarge }
      return times
    }

    private static func repeated(_ text: String, _ value: Value) throws(ExpressionError) -> String {
      String(repeating: text, count: try times(text.utf8.count, value))
    }

    private static func repeated(_ items: [Value], _ value: Value) throws(ExpressionError)
      -> [Value]
    {
      let times = try times(items.count, value)
      return Array(repeatElement(items, count: times).joined())
    }

    private static func unsupported(
      _ kind: Expression.BinaryOperator, _ a: Value, _ b: Value
    ) -> ExpressionError {
      .operation("'\(kind.rawValue)' does not work between \(a.kind.name) and \(b.kind.name)")
    }

    static func isContained(_ value: Value, in container: Value) throws(ExpressionError) -> Bool {
      switch container {
      case .absent: return false
      case .string(let text): return text.utf8.contains(value.text ?? value.description)
      case .mapping: return container[key: value] != nil
      case .list(let items), .iterable(let items): return items.contains { $0.equals(value) }
      case .function, .host, .object: return false
      case .undefined, .none, .boolean, .integer, .number:
        throw .operation("'in' does not work on a value of kind \(container.kind.name)")
      }
    }

    static func negated(_ value: Value) throws(ExpressionError) -> Value {
      switch value {
      case .integer(let number) where number > .min: return .integer(-number)
      case .number(let number): return .number(-number)
      default: throw .operation("'-' does not work on a value of kind \(value.kind.name)")
      }
    }
  }
}

extension V1.Operators {
  private typealias Kind = V1.Expression.BinaryOperator

  /// Nil when the result does not fit or does not exist.
  private static func calculate(_ kind: Kind, _ x: Int, _ y: Int) -> Int? {
    switch kind {
    case .subtract:
      let (difference, isOverflow) = x.subtractingReportingOverflow(y)
      return isOverflow ? nil : difference
    case .floorDivide: return euclidean(x, y)?.quotient
    case .remainder: return euclidean(x, y)?.remainder
    case .power: return power(x, y)
    case .add, .multiply, .divide, .concatenate: return nil
    }
  }

  /// Division with a remainder that is never negative.
  private static func euclidean(_ x: Int, _ y: Int) -> (quotient: Int, remainder: Int)? {
    guard y != 0, !(x == .min && y == -1) else { return nil }
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    guard remainder < 0 else { return (quotient, remainder) }
    return y > 0 ? (quotient - 1, remainder + y) : (quotient + 1, remainder - y)
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    guard exponent >= 0, exponent < 64 || abs(base) <= 1 || base == .min else { return nil }
    if exponent >= 64 { return base >= 0 ? base : exponent % 2 == 0 ? 1 : -1 }
    var result = 1
    for _ in 0..<exponent {
      let (product, isOverflow) = result.multipliedReportingOverflow(by: base)
      guard !isOverflow else { return nil }
      result = product
    }
    return result
  }

  private static func calculate(_ kind: Kind, _ x: Double, _ y: Double) -> Double {
    switch kind {
    case .subtract: return x - y
    case .floorDivide:
      let quotient = (x / y).truncated
      return x - quotient * y < 0 ? (y > 0 ? quotient - 1 : quotient + 1) : quotient
    case .remainder: return x - (x / y).truncated * y
    case .power: return power(x, y)
    case .add, .multiply, .divide, .concatenate: return .nan
    }
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    for _ in 0..<Int(exponent.magnitude) { result *= base }
    return exponent < 0 ? 1 / result : result
  }
}

// Without the mathematics library, which nothing else here needs.
extension Double {
  /// The number as a whole one, if it is.
  var whole: Int? {
    guard magnitude < 0x1p62 else { return nil }
    let number = Int(self)
    return Double(number) == self ? number : nil
  }

  /// Numbers beyond 2^53 have no fraction to drop.
  var truncated: Double { magnitude < 0x1p53 ? Double(Int(self)) : self }
}

extension String.UTF8View {
  /// Whether the bytes of the other text occur in a row.
  func contains(_ other: String) -> Bool {
    let needle = Array(other.utf8)
    guard let first = needle.first else { return true }
    let hay = Array(self)
    guard hay.count >= needle.count else { return false }
    for start in 0...(hay.count - needle.count) where hay[start] == first {
      if hay[start..<(start + needle.count)].elementsEqual(needle) { return true }
    }
    return false
  }
}
