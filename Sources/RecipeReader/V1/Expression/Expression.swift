extension V1 {
  /// A parsed expression, as it stands between `${{` and `}}` or behind `if:`.
  package indirect enum Expression: Sendable {
    case constant(Value)
    case name(String)
    case attribute(Expression, String)
    case item(Expression, Expression)
    case slice(Expression, start: Expression?, stop: Expression?, step: Expression?)
    case call(Expression, [Argument])
    /// The second value is nil when there is no filter of this name, which matters only once it is used.
    case filter(String, Filter?, Expression, [Argument])
    case test(String, Test?, Expression, [Argument])
    case not(Expression)
    case negative(Expression)
    case binary(Expression, BinaryOperator, Expression)
    case comparison(Expression, [Comparison])
    case all(Expression, Expression)
    case any(Expression, Expression)
    case conditional(Expression, when: Expression, otherwise: Expression?)
    case list([Expression])
    case mapping([Entry])

    package enum BinaryOperator: String, Sendable {
      case add = "+"
      case subtract = "-"
      case concatenate = "~"
      case multiply = "*"
      case divide = "/"
      case floorDivide = "//"
      case remainder = "%"
      case power = "**"
    }

    package enum Relation: String, Sendable {
      case equal = "=="
      case notEqual = "!="
      case less = "<"
      case lessOrEqual = "<="
      case greater = ">"
      case greaterOrEqual = ">="
      case contained = "in"
      case notContained = "not in"
    }

    package struct Comparison: Sendable {
      let relation: Relation
      let operand: Expression
    }

    package struct Argument: Sendable {
      enum Kind: Hashable, Sendable {
        case positional, keyword(String), spread, keywordSpread
      }

      let kind: Kind
      let value: Expression
    }

    package struct Entry: Sendable {
      let key: Expression
      let value: Expression
    }
  }
}
