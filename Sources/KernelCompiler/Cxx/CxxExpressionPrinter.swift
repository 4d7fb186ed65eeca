/// Prints checked expressions as C++, with a parenthesis around each operator inside another, so
/// that neither precedence nor a compiler's opinion about it matters.
struct CxxExpressionPrinter {
  let names: CxxNames

  func text(_ expression: TypedExpression) -> String { print(expression, nested: false) }

  func text(_ pointer: TypedPointer) -> String { print(pointer, nested: false) }

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
      return ordered([left, right], nested: true) {
        wrapped("\($0[0]) \(operation.rawValue) \($0[1])")
      }
    case .logical(let operation, let left, let right):
      return wrapped(
        "\(print(left, nested: true)) \(operation.rawValue) \(print(right, nested: true))")
    case .conditional(let condition, let then, let otherwise):
      let values = "\(print(then, nested: true)) : \(print(otherwise, nested: true))"
      return wrapped("\(print(condition, nested: true)) ? \(values)")
    case .call(let function, let arguments):
      return ordered(arguments, nested: false) { call(function, $0) }
    case .draw(let function, let arguments):
      return ordered(arguments, nested: false) { names.draw(function, $0) }
    case .element(let pointer, let index):
      return "\(print(pointer, nested: true))[\(print(index, nested: false))]"
    case .difference(let left, let right):
      return
        "static_cast<std::int64_t>(\(print(left, nested: true)) - \(print(right, nested: true)))"
    case .isSet(let pointer): return wrapped("\(print(pointer, nested: true)) != nullptr")
    case .delayed(let symbol, let steps): return names.delayed(symbol, print(steps, nested: false))
    case .assign(let target, let operation, let value):
      let sign = (operation?.rawValue ?? "") + "="
      return wrapped("\(print(target)) \(sign) \(print(value, nested: false))")
    case .step(let target, let up, let isPrefix):
      return wrapped(Self.step(print(target), up: up, isPrefix: isPrefix))
    case .sequence(let first, let second):
      return "(static_cast<void>(\(print(first, nested: false))), \(print(second, nested: true)))"
    }
  }

  private func print(_ target: TypedTarget) -> String {
    switch target {
    case .symbol(let symbol): names[symbol]
    case .element(let pointer, let index):
      "\(print(pointer, nested: true))[\(print(index, nested: false))]"
    }
  }

  private func print(_ pointer: TypedPointer, nested: Bool) -> String {
    func wrapped(_ text: String) -> String { nested ? "(\(text))" : text }
    switch pointer.kind {
    case .array(let index): return names.array(index)
    case .local(let slot): return names[.local(slot)]
    case .moved(let inner, let distance, let back):
      let sign = back ? "-" : "+"
      return wrapped("\(print(inner, nested: true)) \(sign) \(print(distance, nested: true))")
    case .step(let slot, let up, let isPrefix):
      return wrapped(Self.step(names[.local(slot)], up: up, isPrefix: isPrefix))
    }
  }

  private static func step(_ target: String, up: Bool, isPrefix: Bool) -> String {
    let sign = up ? "++" : "--"
    return isPrefix ? sign + target : target + sign
  }

  /// C++ leaves open which operand is evaluated first; where several draw random numbers, each gets
  /// a name first, from left to right.
  private func ordered(
    _ operands: [TypedExpression], nested: Bool, _ whole: ([String]) -> String
  ) -> String {
    guard operands.count(where: \.draws) > 1 else {
      return whole(operands.map { print($0, nested: nested) })
    }
    var text = "[&] { "
    for (index, operand) in operands.enumerated() {
      text +=
        "const \(operand.type.cxxName) value_\(index) = \(print(operand, nested: false)); "
    }
    return text + "return \(whole(operands.indices.map { "value_\($0)" })); }()"
  }

  /// Functions with one right result may become instructions; the others are called in the C
  /// library.
  private func call(_ function: LibraryFunction, _ arguments: [String]) -> String {
    let list = arguments.joined(separator: ", ")
    switch function.name {
    case .min: return "least<\(function.type.cxxName)>(\(list))"
    case .max: return "greatest<\(function.type.cxxName)>(\(list))"
    case .abs where !function.type.isSigned: return "(\(list))"
    case .abs: return "magnitude<\(function.type.cxxName)>(\(list))"
    case .clz: return "leading_zeros(\(list))"
    default: break
    }
    if function.name.isExact { return "ieee::\(function.name.rawValue)(\(list))" }
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
