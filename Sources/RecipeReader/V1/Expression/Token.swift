extension V1 {
  /// One word of the expression language.
  enum Token: Hashable, Sendable {
    case name(String)
    case string(String)
    case integer(Int)
    case number(Double)
    case symbol(Symbol)
    /// The `}}` of a template, or the end of a bare expression.
    case end(trimsAfter: Bool)

    enum Symbol: String, Sendable {
      case plus = "+"
      case minus = "-"
      case times = "*"
      case power = "**"
      case over = "/"
      case floorOver = "//"
      case remainder = "%"
      case tilde = "~"
      case equal = "=="
      case notEqual = "!="
      case less = "<"
      case lessOrEqual = "<="
      case greater = ">"
      case greaterOrEqual = ">="
      case assign = "="
      case pipe = "|"
      case dot = "."
      case comma = ","
      case colon = ":"
      case parenthesisOpen = "("
      case parenthesisClose = ")"
      case bracketOpen = "["
      case bracketClose = "]"
      case braceOpen = "{"
      case braceClose = "}"
    }

    /// As it stands in a message.
    var name: String {
      switch self {
      case .name(let name): "'\(name)'"
      case .string: "string"
      case .integer, .number: "number"
      case .symbol(let symbol): "'\(symbol.rawValue)'"
      case .end: "end of the expression"
      }
    }
  }
}
