/// An expression as it is written, before names and types are known.
///
/// Parentheses leave no trace: the tree says what they said.
struct Expression: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case integer(Int128, unsigned: Bool)
    case real(String, RealSuffix)
    case boolean(Bool)
    case name(String)
    case text(String)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case logical(LogicalOperator, Expression, Expression)
    case conditional(Expression, then: Expression, otherwise: Expression)
    /// `a = b`, or with an operator `a += b`.
    case assignment(Expression, BinaryOperator?, Expression)
    /// `++a` or `--a` if it is a prefix, `a++` or `a--`.
    case step(Expression, up: Bool, isPrefix: Bool)
    case call(String, [Expression])
    /// `a[b]`.
    case element(Expression, Expression)
    /// `*a`.
    case pointee(Expression)
    case cast(TypeSpecifier, Expression)
    case comma(Expression, Expression)
  }

  var kind: Kind
  /// Where findings about it point: an operator's sign, otherwise its first byte.
  var offset: Int
  /// How many levels of expressions there are, counting this one.
  var depth: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
    depth = 1 + (kind.operands.map(\.depth).max() ?? 0)
  }
}

extension Expression.Kind {
  var operands: [Expression] {
    switch self {
    case .integer, .real, .boolean, .name, .text: []
    case .unary(_, let operand), .step(let operand, _, _), .cast(_, let operand),
      .pointee(let operand):
      [operand]
    case .binary(_, let a, let b), .logical(_, let a, let b), .comma(let a, let b),
      .assignment(let a, _, let b), .element(let a, let b):
      [a, b]
    case .conditional(let condition, let a, let b): [condition, a, b]
    case .call(_, let arguments): arguments
    }
  }
}

extension Expression {
  /// Whether a value can be put there.
  var isPlace: Bool {
    switch kind {
    case .name, .element, .pointee: true
    default: false
    }
  }
}

enum UnaryOperator: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case complement = "~"
  case not = "!"
}

enum BinaryOperator: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case shiftLeft = "<<"
  case and = "&"
  case or = "|"
  case xor = "^"
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case equal = "=="
  case notEqual = "!="

  var isComparison: Bool {
    switch self {
    case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual: true
    default: false
    }
  }

  /// Whether both operands must be integers.
  var needsIntegers: Bool {
    switch self {
    case .remainder, .shiftLeft, .and, .or, .xor: true
    default: false
    }
  }
}

enum LogicalOperator: String, Hashable, Sendable {
  case and = "&&"
  case or = "||"
}
