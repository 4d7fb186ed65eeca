/// Prints checked expressions as C++, with a parenthesis around each operator inside another, so
/// that neither precedence nor a compiler's opinion about it matters.
struct CxxExpressionPrinter {
  let names: CxxNames

  func text(_ expression: TypedExpression) -> String { print(expression, nested: false) }

  private func print(_ expression: TypedExpression, nested: Bool) -> String {
    func wrapped(_ text: String) -> String { nested ? "(\(text))" : text }
    switch expression.kind {
    case .constant(let value): return value.cxxLiteral
    case .symbol(let symbol): return names[symbol]
    case .convert(let inner):
      if expression.type == .bool {
        return wrapped("\(print(inner, nested: true)) != \(Value.zero(inner.type).cxxLiteral)")
      }
      return "static_cast<\(expression.type.cxxName)>(\(print(inner, nested: false)))"
    case .unary(let operation, let operand):
      return wrapped(operation.rawValue + print(operand, nested: true))
    case .binary(let operation, let left, let right):
      return wrapped(operands(left, operation.rawValue, right))
    case .logical(let operation, let left, let right):
      return wrapped(operands(left, operation.rawValue, right))
    case .conditional(let condition, let then, let otherwise):
      let values = "\(print(then, nested: true)) : \(print(otherwise, nested: true))"
      return wrapped("\(print(condition, nested: true)) ? \(values)")
    case .call(let function, let arguments):
      return call(function, arguments.map { print($0, nested: false) })
    }
  }

  private func operands(
    _ left: TypedExpression, _ sign: String, _ right: TypedExpression
  ) -> String {
    "\(print(left, nested: true)) \(sign) \(print(right, nested: true))"
  }

  /// Functions with one right result may become instructions; the others are called in the C
  /// library.
  private func call(_ function: LibraryFunction, _ arguments: [String]) -> String {
    let list = arguments.joined(separator: ", ")
    switch function.name {
    case .min, .max: return "std::\(function.name.rawValue)<\(function.type.cxxName)>(\(list))"
    case .abs: return function.type.isSigned ? "std::abs(\(list))" : "(\(list))"
    default: break
    }
    if function.name.isExact { return "std::\(function.name.rawValue)(\(list))" }
    return "::\(function.name.rawValue)\(function.type == .float ? "f" : "")(\(list))"
  }
}

extension Value {
  /// A literal that C++ reads as the same number of the same type.
  var cxxLiteral: String {
    switch self {
    case .float(let value): "\(value)f"
    case .double(let value): "\(value)"
    case .integer(let value, .bool): value == 0 ? "false" : "true"
    case .integer(let value, let type) where value == type.integerRange.lowerBound && type.isSigned:
      // The number behind the minus sign alone would not fit.
      "(\(value + 1)\(Self.suffix(type)) - 1)"
    case .integer(let value, let type): "\(value)\(Self.suffix(type))"
    }
  }

  private static func suffix(_ type: NumericType) -> String {
    switch type {
    case .uint32: "u"
    case .int64: "ll"
    case .uint64: "ull"
    default: ""
    }
  }
}
