import Diagnostics

extension TypeChecker {
  /// A call that stands alone.
  mutating func output(
    _ name: String, _ arguments: [Expression], at offset: Int
  ) throws(Abandoned) -> TypedStatement {
    changesInside = false
    let kind: TypedStatement.Kind
    switch name {
    case "injectCurrent":
      let typed = try self.arguments(name, arguments, [scope.scalar], at: offset)
      kind = .inject(typed[0])
    case "assert":
      guard arguments.count == 1, let argument = arguments.first else {
        throw fail(.wrongArgumentCount(name, 1, arguments.count, at: place(offset)))
      }
      kind = .check(try value(argument).converted(to: .bool))
    case "printf": kind = try print(arguments, at: offset)
    case "atomic_or": kind = try atomicOr(arguments, at: offset)
    default:
      guard let function = function(name) else {
        throw fail(.outputInside(name, at: place(offset)))
      }
      kind = .output(
        function.output, try self.arguments(name, arguments, function.arguments, at: offset))
    }
    if changesInside { try checkOrder(in: kind) }
    return TypedStatement(kind: kind, offset: offset)
  }

  private mutating func print(
    _ arguments: [Expression], at offset: Int
  ) throws(Abandoned) -> TypedStatement.Kind {
    guard let format = arguments.first, case .text(let text) = format.kind else {
      throw fail(.formatNeeded(at: place(offset)))
    }
    var values: [TypedExpression] = []
    for argument in arguments.dropFirst() {
      let value = try check(argument)
      values.append(value.converted(to: value.type == .float ? .double : value.type.promoted))
    }
    guard let wanted = PrintFormat.kinds(of: text), wanted.count == values.count,
      zip(wanted, values).allSatisfy({ ($0 == .real) == $1.type.isReal })
    else {
      throw fail(.formatMismatch(at: place(format.offset)))
    }
    return .print(text, values)
  }

  /// `atomic_or(pointer, bits)`.
  private mutating func atomicOr(
    _ arguments: [Expression], at offset: Int
  ) throws(Abandoned) -> TypedStatement.Kind {
    guard arguments.count == 2 else {
      throw fail(.wrongArgumentCount("atomic_or", 2, arguments.count, at: place(offset)))
    }
    guard case .pointer(let pointer) = try operand(arguments[0]), pointer.element == .uint32,
      !pointer.isReadOnly
    else { throw fail(.notPointer(at: place(arguments[0].offset))) }
    let bits = try check(arguments[1]).converted(to: .uint32)
    let zero = TypedExpression(
      kind: .constant(.integer(0, .int64)), type: .int64, offset: offset)
    return .evaluate(
      TypedExpression(
        kind: .assign(.element(pointer, zero), .or, bits), type: .uint32, offset: offset))
  }
}

/// The text that `printf` fills in.
enum PrintFormat {
  enum Kind { case integer, real }

  /// What each `%` wants; nil if one can't be understood, or would read memory.
  static func kinds(of text: String) -> [Kind]? {
    var kinds: [Kind] = []
    var rest = Array(text.utf8)[...]
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      rest = rest.drop { "-+ #0123456789.".utf8.contains($0) }
      let modifier = rest.prefix { "hlzjt".utf8.contains($0) }
      rest = rest.dropFirst(modifier.count)
      switch rest.first {
      case UInt8(ascii: "%") where modifier.isEmpty: break
      case let letter? where "diuxXoc".utf8.contains(letter): kinds.append(.integer)
      case let letter? where "fFeEgGaA".utf8.contains(letter) && modifier.isEmpty:
        kinds.append(.real)
      default: return nil
      }
      rest = rest.dropFirst()
    }
    return kinds
  }
}
