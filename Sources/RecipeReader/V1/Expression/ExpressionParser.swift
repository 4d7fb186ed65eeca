extension V1 {
  /// Reads one expression, the loosest binding first: conditional, `or`, `and`, `not`, comparison,
  /// sum, `~`, product, power, sign, postfix and filters.
  struct ExpressionParser {
    /// No real recipe comes near either; both keep deep recursion out of the evaluator too.
    static let depthLimit = 100
    static let operationLimit = 400

    var scanner: Scanner
    var token: Token
    /// Where `token` starts.
    var start: Int
    private var depth = 0
    private var operations = 0

    init(
      _ bytes: [UInt8], from offset: Int = 0, end: Scanner.End
    ) throws(ExpressionError) {
      scanner = Scanner(bytes, from: offset, end: end)
      (token, start) = try scanner.next()
    }

    /// The expression that makes up the whole text.
    static func parse(_ text: String) throws(ExpressionError) -> Expression {
      var parser = try Self(Array(text.utf8), end: .text)
      let expression = try parser.parseExpression()
      guard case .end = parser.token else {
        throw ExpressionError(
          .syntax, "unexpected \(parser.token.name) after the expression", offset: parser.start)
      }
      return expression
    }

    mutating func parseExpression() throws(ExpressionError) -> Expression {
      try enter()
      var expression = try parseAny()
      while try accept(name: "if") {
        let condition = try parseAny()
        var otherwise: Expression?
        if try accept(name: "else") {
          try enter()
          otherwise = try parseExpression()
          depth -= 1
        }
        expression = .conditional(expression, when: condition, otherwise: otherwise)
        try count()
      }
      depth -= 1
      return expression
    }

    mutating func parseAny() throws(ExpressionError) -> Expression {
      var left = try parseAll()
      while try accept(name: "or") {
        left = .any(left, try parseAll())
        try count()
      }
      return left
    }

    private mutating func parseAll() throws(ExpressionError) -> Expression {
      var left = try parseNot()
      while try accept(name: "and") {
        left = .all(left, try parseNot())
        try count()
      }
      return left
    }

    private mutating func parseNot() throws(ExpressionError) -> Expression {
      guard try accept(name: "not") else { return try parseComparison() }
      try enter()
      let operand = try parseNot()
      depth -= 1
      return .not(operand)
    }

    private mutating func parseComparison() throws(ExpressionError) -> Expression {
      let left = try parseSum()
      var comparisons: [Expression.Comparison] = []
      while let relation = try acceptRelation() {
        comparisons.append(.init(relation: relation, operand: try parseSum()))
        try count()
      }
      return comparisons.isEmpty ? left : .comparison(left, comparisons)
    }

    private mutating func acceptRelation() throws(ExpressionError) -> Expression.Relation? {
      switch token {
      case .symbol(let symbol):
        guard let relation = Expression.Relation(rawValue: symbol.rawValue) else { return nil }
        try advance()
        return relation
      case .name("in"):
        try advance()
        return .contained
      case .name("not"):
        try advance()
        guard try accept(name: "in") else {
          throw ExpressionError.unexpected(token, expected: "'in'", at: start)
        }
        return .notContained
      default: return nil
      }
    }

    private mutating func parseSum() throws(ExpressionError) -> Expression {
      var left = try parseConcatenation()
      while let symbol = try accept(.plus, .minus) {
        let right = try parseConcatenation()
        left = .binary(left, symbol == .plus ? .add : .subtract, right)
        try count()
      }
      return left
    }

    private mutating func parseConcatenation() throws(ExpressionError) -> Expression {
      var left = try parseProduct()
      while try accept(.tilde) != nil {
        left = .binary(left, .concatenate, try parseProduct())
        try count()
      }
      return left
    }

    private mutating func parseProduct() throws(ExpressionError) -> Expression {
      var left = try parsePower()
      while let symbol = try accept(.times, .over, .floorOver, .remainder) {
        let right = try parsePower()
        let kind = Expression.BinaryOperator(rawValue: symbol.rawValue) ?? .multiply
        left = .binary(left, kind, right)
        try count()
      }
      return left
    }

    private mutating func parsePower() throws(ExpressionError) -> Expression {
      var left = try parsePostfix()
      while try accept(.power) != nil {
        left = .binary(left, .power, try parsePostfix())
        try count()
      }
      return left
    }

    mutating func parseSigned() throws(ExpressionError) -> Expression {
      guard try accept(.minus) != nil else { return try parsePrimary() }
      try enter()
      let operand = try parseSigned()
      depth -= 1
      return .negative(operand)
    }

    // MARK: Tokens

    mutating func advance() throws(ExpressionError) {
      (token, start) = try scanner.next()
    }

    mutating func accept(name: String) throws(ExpressionError) -> Bool {
      guard case .name(name) = token else { return false }
      try advance()
      return true
    }

    mutating func accept(_ symbols: Token.Symbol...) throws(ExpressionError) -> Token.Symbol? {
      guard case .symbol(let symbol) = token, symbols.contains(symbol) else { return nil }
      try advance()
      return symbol
    }

    mutating func expect(_ symbol: Token.Symbol) throws(ExpressionError) {
      guard try accept(symbol) != nil else {
        throw ExpressionError.unexpected(token, expected: "'\(symbol.rawValue)'", at: start)
      }
    }

    // MARK: Limits

    mutating func enter() throws(ExpressionError) {
      depth += 1
      guard depth <= Self.depthLimit else {
        throw ExpressionError(
          .syntax, "the expression is nested more than \(Self.depthLimit) levels deep",
          offset: start)
      }
    }

    mutating func leave() { depth -= 1 }

    mutating func count() throws(ExpressionError) {
      operations += 1
      guard operations <= Self.operationLimit else {
        throw ExpressionError(
          .syntax, "the expression has more than \(Self.operationLimit) operations", offset: start)
      }
    }
  }
}
