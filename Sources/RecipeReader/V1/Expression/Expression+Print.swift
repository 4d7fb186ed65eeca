extension V1.Expression: CustomStringConvertible {
  /// As one would write it, with the parentheses that it needs.
  package var description: String {
    switch self {
    case .constant(let value): value.source
    case .name(let name): name
    case .attribute(let base, let name): base.written(.access) + "." + name
    case .item(let base, let key): base.written(.access) + "[\(key)]"
    case .slice(let base, let start, let stop, let step):
      base.written(.access)
        + "[\(start?.description ?? ""):\(stop?.description ?? "")\(step.map { ":\($0)" } ?? "")]"
    case .call(let callee, let arguments): callee.written(.access) + Self.list(arguments)
    case .filter(let name, _, let operand, let arguments):
      operand.written(.postfix) + " | " + name + (arguments.isEmpty ? "" : Self.list(arguments))
    case .test(let name, _, let operand, let arguments):
      "\(operand.written(.postfix)) is \(name)\(Self.list(arguments))"
    case .not(let operand): "not " + operand.written(.negation)
    case .negative(let operand): "-" + operand.written(.signed)
    case .binary(let a, let kind, let b):
      "\(a.written(kind.level)) \(kind.rawValue) \(b.written(kind.level.next))"
    case .comparison(let first, let comparisons):
      comparisons.reduce(first.written(.sum)) {
        "\($0) \($1.relation.rawValue) \($1.operand.written(.sum))"
      }
    case .all(let a, let b): "\(a.written(.conjunction)) and \(b.written(.negation))"
    case .any(let a, let b): "\(a.written(.disjunction)) or \(b.written(.conjunction))"
    case .conditional(let then, let when, let otherwise):
      "\(then.written(.disjunction)) if \(when.written(.disjunction))"
        + (otherwise.map { " else \($0)" } ?? "")
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }
  }

  private static func list(_ arguments: [Argument]) -> String {
    "(" + arguments.map(\.description).joined(separator: ", ") + ")"
  }

  /// How tightly the rules of the grammar bind, the loosest first.
  fileprivate enum Level: Int {
    case expression, disjunction, conjunction, negation, comparison, sum, concatenation, product
    case power, postfix, access, signed, primary

    var next: Level { Level(rawValue: rawValue + 1) ?? .primary }
  }

  private func written(_ outer: Level) -> String {
    level.rawValue < outer.rawValue ? "(\(self))" : description
  }

  private var level: Level {
    switch self {
    case .constant, .name, .list, .mapping: .primary
    case .negative: .signed
    case .attribute, .item, .slice, .call: .access
    case .filter, .test: .postfix
    case .binary(_, let kind, _): kind.level
    case .comparison: .comparison
    case .not: .negation
    case .all: .conjunction
    case .any: .disjunction
    case .conditional: .expression
    }
  }
}

extension V1.Expression.BinaryOperator {
  fileprivate var level: V1.Expression.Level {
    switch self {
    case .add, .subtract: .sum
    case .concatenate: .concatenation
    case .multiply, .divide, .floorDivide, .remainder: .product
    case .power: .power
    }
  }
}

extension V1.Expression.Argument: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .positional: value.description
    // The value of a keyword can't be a conditional without parentheses.
    case .keyword(let name):
      if case .conditional = value { "\(name)=(\(value))" } else { "\(name)=\(value)" }
    case .spread: "*\(value)"
    case .keywordSpread: "**\(value)"
    }
  }
}

extension V1.Value {
  /// A constant as an expression writes it.
  fileprivate var source: String {
    guard case .string(let text) = self else { return literal }
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
