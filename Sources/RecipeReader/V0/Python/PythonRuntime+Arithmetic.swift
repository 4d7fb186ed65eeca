/// The arithmetic operators of both languages; `~` is Jinja's concatenation of texts.
enum PythonOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
  case join = "~"
}

extension PythonRuntime {
  func apply(_ operation: PythonOperator, _ a: PythonValue, _ b: PythonValue)
    throws(PythonError) -> PythonValue
  {
    try spend()
    if operation == .join {
      let (first, second) = (try text(of: a), try text(of: b))
      try allocate(first.utf8.count + second.utf8.count)
      return .string(first + second)
    }
    if operation == .modulo, case .string(let format) = a {
      return .string(try formatted(format, with: b))
    }
    if let result = try ofUndefined(operation, a, b) { return result }
    if let x = a.asInt, let y = b.asInt { return try apply(operation, x, y) }
    if let x = a.asNumber, let y = b.asNumber { return try apply(operation, x, y) }
    if let result = try ofSequences(operation, a, b) { return result }
    throw PythonError(
      .typeError,
      "unsupported operand type(s) for \(operation.rawValue): '\(a.typeName)' and "
        + "'\(b.typeName)'")
  }

  private func ofUndefined(_ operation: PythonOperator, _ a: PythonValue, _ b: PythonValue)
    throws(PythonError) -> PythonValue?
  {
    let missing: PythonUndefined
    if case .undefined(let first) = a {
      missing = first
    } else if case .undefined(let second) = b {
      missing = second
    } else {
      return nil
    }
    // Subtraction is the one operator that conda-build's lenient kind does not override.
    if missing.isStrict || operation == .subtract { throw missing.error }
    return .undefined(missing)
  }

  private func ofSequences(_ operation: PythonOperator, _ a: PythonValue, _ b: PythonValue)
    throws(PythonError) -> PythonValue?
  {
    switch (operation, a, b) {
    case (.add, .string(let x), .string(let y)):
      try allocate(x.utf8.count + y.utf8.count)
      return .string(x + y)
    case (.add, .list(let x), .list(let y)):
      try allocate((x.elements.count + y.elements.count) << 5)
      return .list(of: x.elements + y.elements)
    case (.add, .tuple(let x), .tuple(let y)):
      try allocate((x.count + y.count) << 5)
      return .tuple(x + y)
    case (.multiply, _, _):
      if let count = b.asInt { return try repeated(a, count) }
      if let count = a.asInt { return try repeated(b, count) }
      return nil
    default: return nil
    }
  }

  private func repeated(_ value: PythonValue, _ times: Int) throws(PythonError) -> PythonValue? {
    let count = max(0, times)
    let size =
      switch value {
      case .string(let text): text.utf8.count
      case .list(let list): list.elements.count << 5
      case .tuple(let elements): elements.count << 5
      default: -1
      }
    if size < 0 { return nil }
    let (total, overflow) = size.multipliedReportingOverflow(by: count)
    try allocate(overflow ? Int.max : total)
    switch value {
    case .string(let text): return .string(String(repeating: text, count: count))
    case .list(let list):
      return .list(of: Array(repeatElement(list.elements, count: count).joined()))
    case .tuple(let elements):
      return .tuple(Array(repeatElement(elements, count: count).joined()))
    default: return nil
    }
  }

  private func apply(_ operation: PythonOperator, _ a: Int, _ b: Int) throws(PythonError)
    -> PythonValue
  {
    let (value, overflow): (Int, Bool)
    switch operation {
    case .add: (value, overflow) = a.addingReportingOverflow(b)
    case .subtract: (value, overflow) = a.subtractingReportingOverflow(b)
    case .multiply: (value, overflow) = a.multipliedReportingOverflow(by: b)
    case .divide:
      if b == 0 { throw PythonError(.zeroDivisionError, "division by zero") }
      return .float(Double(a) / Double(b))
    case .floorDivide, .modulo:
      if b == 0 { throw PythonError(.zeroDivisionError, "integer division or modulo by zero") }
      if b == -1 {
        (value, overflow) =
          operation == .modulo ? (0, false) : (0).subtractingReportingOverflow(a)
      } else {
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        // Python rounds down, Swift towards zero.
        let isOff = remainder != 0 && (remainder < 0) != (b < 0)
        value =
          operation == .modulo
          ? (isOff ? remainder + b : remainder) : (isOff ? quotient - 1 : quotient)
        overflow = false
      }
    case .power:
      if b < 0 { return .float(Self.power(Double(a), Double(b))) }
      (value, overflow) = Self.power(a, b)
    case .join: return .none
    }
    if overflow {
      throw PythonError(.limit, "a whole number would need more than 64 bits")
    }
    return .int(value)
  }

  private func apply(_ operation: PythonOperator, _ a: Double, _ b: Double) throws(PythonError)
    -> PythonValue
  {
    switch operation {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .power: return .float(Self.power(a, b))
    case .divide, .floorDivide, .modulo:
      if b == 0 { throw PythonError(.zeroDivisionError, "float division by zero") }
      if operation == .divide { return .float(a / b) }
      let quotient = (a / b).rounded(.down)
      return .float(operation == .modulo ? a - quotient * b : quotient)
    case .join: return .none
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> (Int, Bool) {
    if base == 0 || base == 1 { return (exponent == 0 ? 1 : base, false) }
    if base == -1 { return (exponent % 2 == 0 ? 1 : -1, false) }
    if exponent > 63 { return (0, true) }
    var result = 1
    for _ in 0..<exponent {
      let (value, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return (0, true) }
      result = value
    }
    return (result, false)
  }

  /// By whole exponents only: nobody takes roots in a recipe.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard let whole = Int(exactly: exponent), whole.magnitude <= 1024 else { return .nan }
    var result = 1.0
    for _ in 0..<whole.magnitude { result *= base }
    return whole < 0 ? 1 / result : result
  }

  func negated(_ value: PythonValue) throws(PythonError) -> PythonValue {
    if case .undefined(let missing) = value {
      if missing.isStrict { throw missing.error }
      return value
    }
    if let number = value.asInt { return try apply(.subtract, 0, number) }
    if case .float(let number) = value { return .float(-number) }
    throw PythonError(.typeError, "bad operand type for unary -: '\(value.typeName)'")
  }

  func positive(_ value: PythonValue) throws(PythonError) -> PythonValue {
    if case .undefined(let missing) = value, missing.isStrict { throw missing.error }
    if let number = value.asInt { return .int(number) }
    if value.isUndefined || value.asNumber != nil { return value }
    throw PythonError(.typeError, "bad operand type for unary +: '\(value.typeName)'")
  }
}
