import Diagnostics

extension TypeChecker {
  mutating func check(_ expression: Expression) throws(Abandoned) -> TypedExpression {
    let offset = expression.offset
    func typed(_ kind: TypedExpression.Kind, _ type: NumericType) -> TypedExpression {
      TypedExpression(kind: kind, type: type, offset: offset)
    }
    switch expression.kind {
    case .integer(let value, let unsigned):
      let type: NumericType = unsigned ? .uint32 : .int32
      return typed(.constant(.integer(value, type)), type)
    case .boolean(let value): return typed(.constant(.bool(value)), .bool)
    case .real(let text, let suffix):
      let value = try real(text, suffix, at: offset)
      return typed(.constant(value), value.type)
    case .name(let name):
      let entry = try entry(for: name, at: offset)
      return typed(.symbol(entry.symbol), entry.type)
    case .unary(let operation, let operand):
      return try unary(operation, try check(operand), at: offset)
    case .binary(let operation, let left, let right):
      return try combine(operation, try check(left), try check(right), at: offset)
    case .logical(let operation, let left, let right):
      let (left, right) = (try check(left), try check(right))
      return typed(
        .logical(operation, left.converted(to: .bool), right.converted(to: .bool)), .bool)
    case .conditional(let condition, let then, let otherwise):
      let condition = try check(condition).converted(to: .bool)
      let (then, otherwise) = (try check(then), try check(otherwise))
      let type = then.type == otherwise.type ? then.type : then.type.common(with: otherwise.type)
      return typed(
        .conditional(
          condition, then: then.converted(to: type), otherwise: otherwise.converted(to: type)),
        type)
    case .call(let name, let arguments): return try call(name, arguments, at: offset)
    case .cast(let type, let operand):
      let operand = try check(operand)
      return operand.converted(to: type.resolved(scope.scalar))
    case .assignment, .step: throw fail(.assignmentInside(at: place(offset)))
    case .comma: throw fail(.commaInside(at: place(offset)))
    }
  }

  mutating func entry(for name: String, at offset: Int) throws(Abandoned) -> Scope.Entry {
    if let entry = find(name) { return entry }
    if LibraryFunction.Name(rawValue: name) != nil || name == "injectCurrent" {
      throw fail(.functionNotCalled(name, at: place(offset)))
    }
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
    _ operation: UnaryOperator, _ operand: TypedExpression, at offset: Int
  ) throws(Abandoned) -> TypedExpression {
    if operation == .complement, operand.type.isReal {
      throw fail(.integerNeeded(operation.rawValue, operand.type, at: place(offset)))
    }
    let type = operation == .not ? .bool : operand.type.promoted
    return TypedExpression(
      kind: .unary(operation, operand.converted(to: type)), type: type, offset: offset)
  }

  /// The operator between operands of any types, by C's usual arithmetic conversions.
  mutating func combine(
    _ operation: BinaryOperator, _ left: TypedExpression, _ right: TypedExpression, at offset: Int
  ) throws(Abandoned) -> TypedExpression {
    if operation.needsIntegers, let real = [left, right].first(where: { $0.type.isReal }) {
      throw fail(.integerNeeded(operation.rawValue, real.type, at: place(offset)))
    }
    let isShift = operation == .shiftLeft
    let type = isShift ? left.type.promoted : left.type.common(with: right.type)
    if operation == .divide || operation == .remainder, type.isInteger {
      if right.kind == .constant(.integer(0, right.type)) {
        throw fail(.divisionByZeroConstant(at: place(offset)))
      }
      if operation == .divide { report(.integerDivision(type, at: place(offset))) }
    }
    return TypedExpression(
      kind: .binary(
        operation, left.converted(to: type),
        right.converted(to: isShift ? right.type.promoted : type)),
      type: operation.isComparison ? .bool : type, offset: offset)
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
