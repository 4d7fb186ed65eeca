import Diagnostics

/// Builds the tree of a snippet by recursive descent; one function for each rule of
/// `Grammar/GeNNCode.ebnf`.
///
/// After a mistake it goes on behind the next semicolon, so that one run finds all of them.
struct Parser {
  /// Thrown after the finding has been noted.
  struct Abandoned: Error {}

  private let source: SnippetSource
  private let tokens: [Token]
  private var index = 0
  private(set) var findings: [Diagnostic]
  private let isScanned: Bool
  private var hasGivenUp = false
  private var nesting = 0
  /// Braces that the parser is inside of.
  var openBlocks = 0

  /// Deeper trees are rejected, so that nothing that walks them can exhaust the stack.
  static let deepest = 100

  /// After so many, more would not help anybody.
  static let mostFindings = 20

  init(_ source: SnippetSource) {
    self.source = source
    (tokens, findings) = Scanner.scan(source)
    isScanned = findings.isEmpty
  }

  /// The statements of a snippet.
  static func statements(
    in source: SnippetSource
  ) -> (statements: [Statement], findings: [Diagnostic]) {
    var parser = Parser(source)
    var statements: [Statement] = []
    // Where words are missing, the parser would only complain about the gaps.
    while parser.isScanned, !parser.isAtEnd {
      if let statement = parser.recoveringBlockItem() { statements.append(statement) }
    }
    return (statements, parser.findings)
  }

  /// A snippet that is one expression.
  static func expression(
    in source: SnippetSource
  ) -> (expression: Expression?, findings: [Diagnostic]) {
    var parser = Parser(source)
    guard parser.isScanned else { return (nil, parser.findings) }
    do {
      let expression = try parser.expression()
      if !parser.isAtEnd {
        throw parser.fail(.behindExpression(parser.peek.text, at: parser.place))
      }
      return (expression, parser.findings)
    } catch {
      return (nil, parser.findings)
    }
  }

  mutating func recoveringBlockItem() -> Statement? {
    let start = index
    do {
      return try blockItem()
    } catch {
      synchronise(from: start)
      return nil
    }
  }

  /// Goes on behind the statement: at the next semicolon, closing brace or word that begins a
  /// statement, over blocks that have been begun on the way.
  private mutating func synchronise(from start: Int) {
    if index == start { advance() }
    var blocks = 0
    // A type inside of parentheses is a cast, not the next declaration.
    var parentheses = tokens[start..<index].reduce(0) { $0 + Self.opening($1) }
    while !isAtEnd {
      if blocks == 0, tokens[index - 1].kind == .sign(.semicolon) { return }
      switch peek.kind {
      case .sign(.leftBrace): blocks += 1
      case .sign(.rightBrace):
        // Outside of any block it closes the one whose beginning was not understood.
        if blocks == 0, openBlocks > 0 { return }
        blocks = max(0, blocks - 1)
        if blocks == 0 {
          advance()
          return
        }
      case .keyword(.if), .keyword(.for), .keyword(.while), .keyword(.do), .keyword(.switch),
        .keyword(.forEachSynapse), .typeWord:
        if blocks == 0, parentheses <= 0 { return }
      default: break
      }
      parentheses += Self.opening(peek)
      advance()
    }
  }

  private static func opening(_ token: Token) -> Int {
    switch token.kind {
    case .sign(.leftParenthesis): 1
    case .sign(.rightParenthesis): -1
    default: 0
    }
  }

  var isAtEnd: Bool { peek.kind == .end }
  var peek: Token { tokens[index] }
  var place: SourceLocation { source.location(at: peek.offset) }

  func peek(_ distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  func location(_ offset: Int) -> SourceLocation { source.location(at: offset) }

  @discardableResult mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  mutating func match(_ sign: Sign) -> Token? { peek.kind == .sign(sign) ? advance() : nil }

  mutating func match(_ keyword: Keyword) -> Token? {
    peek.kind == .keyword(keyword) ? advance() : nil
  }

  @discardableResult mutating func expect(
    _ sign: Sign, _ where: String
  ) throws(Abandoned) -> Token {
    if let token = match(sign) { return token }
    throw fail(.missingSign(sign, `where`, instead: peek.text, at: place))
  }

  mutating func fail(_ finding: Diagnostic) -> Abandoned {
    if !hasGivenUp { findings.append(finding) }
    if findings.count >= Self.mostFindings { giveUp() }
    return Abandoned()
  }

  /// Goes to the end, and says nothing more.
  private mutating func giveUp() {
    hasGivenUp = true
    index = tokens.count - 1
  }

  private mutating func failForGood(_ finding: Diagnostic) -> Abandoned {
    defer { giveUp() }
    return fail(finding)
  }

  mutating func nested<Result>(
    _ body: (inout Parser) throws(Abandoned) -> Result
  ) throws(Abandoned) -> Result {
    guard nesting < Self.deepest else { throw failForGood(.nestedTooDeep(at: place)) }
    nesting += 1
    defer { nesting -= 1 }
    return try body(&self)
  }

  mutating func node(_ kind: Expression.Kind, at offset: Int) throws(Abandoned) -> Expression {
    let expression = Expression(kind, at: offset)
    guard expression.depth <= Self.deepest else {
      throw failForGood(.nestedTooDeep(at: location(offset)))
    }
    return expression
  }
}
