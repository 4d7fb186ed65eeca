/// Reads a license expression; recursive descent, one method a rule.
struct SPDXExpressionParser {
  let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private static let depthLimit = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func expression() throws(SPDXExpressionError) -> SPDXExpression.Node {
    if bytes.allSatisfy(\.isSpace) { throw error(.empty) }
    let node = try alternatives()
    guard let word = try peekWord() else { return node }
    if word.first == UInt8(ascii: ")") { throw error(.unbalancedParenthesis) }
    throw error(.missingOperator(word.text))
  }

  // alternatives = conjunction, { "OR", conjunction } ;
  private mutating func alternatives() throws(SPDXExpressionError) -> SPDXExpression.Node {
    var nodes = [try conjunction()]
    while try take("OR") { nodes.append(try conjunction()) }
    return nodes.count == 1 ? nodes[0] : .any(nodes)
  }

  // conjunction = term, { "AND", term } ;
  private mutating func conjunction() throws(SPDXExpressionError) -> SPDXExpression.Node {
    var nodes = [try term()]
    while try take("AND") { nodes.append(try term()) }
    return nodes.count == 1 ? nodes[0] : .all(nodes)
  }

  // term = "(", alternatives, ")" | license, [ "WITH", exception ] ;
  private mutating func term() throws(SPDXExpressionError) -> SPDXExpression.Node {
    guard let word = try peekWord() else { throw error(.missingLicense) }
    guard word.first == UInt8(ascii: "(") else { return .license(try license(word)) }
    let start = position
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw error(.tooDeep) }
    position = word.endIndex
    let node = try alternatives()
    guard let close = try peekWord() else {
      throw SPDXExpressionError(cause: .unbalancedParenthesis, offset: start)
    }
    guard close.first == UInt8(ascii: ")") else { throw error(.missingOperator(close.text)) }
    position = close.endIndex
    return node
  }

  private mutating func license(
    _ word: ArraySlice<UInt8>
  ) throws(SPDXExpressionError) -> SPDXExpression.License {
    let offset = position
    let text = word.text
    if text == ")" || Self.isOperator(text) { throw error(.missingLicense) }
    if text == "+" { throw error(.misplacedPlus) }
    position = word.endIndex
    var id = text
    var allowsLater = false
    if id.hasSuffix("+"), !SPDXLicenses.contains(id) {
      id.removeLast()
      allowsLater = true
    }
    func error(_ cause: SPDXExpressionError.Cause) -> SPDXExpressionError {
      SPDXExpressionError(cause: cause, offset: offset)
    }
    if id.contains("LicenseRef-") {
      if allowsLater || !Self.isReference(id) { throw error(.reference(text)) }
    } else if !SPDXLicenses.contains(id) {
      throw error(.unknownLicense(phrase(from: word.startIndex)))
    } else if allowsLater, SPDXLicenses.isGNU(id) {
      throw error(.plusOnGNU(id))
    }
    return SPDXExpression.License(
      id: id, allowsLater: allowsLater, exception: try exception(), offset: offset)
  }

  /// Up to the next operator: people write `Apache 2.0` and mean one license.
  private func phrase(from start: Int) -> String {
    let rest = bytes[start...].prefix { Self.isWord($0) || $0.isSpace }
    let words = rest.split(whereSeparator: \.isSpace).map(\.text)
    return words.prefix { !Self.isOperator($0) }.joined(separator: " ")
  }

  private mutating func exception() throws(SPDXExpressionError) -> String? {
    guard try take("WITH") else { return nil }
    guard let word = try peekWord() else { throw error(.missingException) }
    let id = word.text
    if id == "(" || id == ")" || Self.isOperator(id) { throw error(.missingException) }
    if !SPDXLicenses.exceptions.contains(id), !id.hasPrefix("AdditionRef-") {
      throw error(.unknownException(id))
    }
    position = word.endIndex
    return id
  }

  private static func isOperator(_ text: String) -> Bool {
    ["AND", "OR", "WITH", "and", "or", "with"].contains(text)
  }

  /// `LicenseRef-name`, or `DocumentRef-document:LicenseRef-name`.
  private static func isReference(_ id: String) -> Bool {
    var rest = id[...]
    func takeName() -> Bool {
      let name = rest.utf8.prefix {
        $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
      rest = rest[name.endIndex...]
      return !name.isEmpty
    }
    if rest.hasPrefix("DocumentRef-") {
      rest = rest.dropFirst("DocumentRef-".count)
      guard takeName(), rest.popFirst() == ":" else { return false }
    }
    guard rest.hasPrefix("LicenseRef-") else { return false }
    rest = rest.dropFirst("LicenseRef-".count)
    return takeName() && rest.isEmpty
  }

  private mutating func take(_ symbol: String) throws(SPDXExpressionError) -> Bool {
    guard let word = try peekWord()?.text, word.uppercased() == symbol else { return false }
    guard Self.isOperator(word) else { throw error(.operatorCase(word)) }
    position += word.utf8.count
    return true
  }

  private func error(_ cause: SPDXExpressionError.Cause) -> SPDXExpressionError {
    SPDXExpressionError(cause: cause, offset: min(position, bytes.count))
  }

  /// The next parenthesis or word, to which `position` moves.
  private mutating func peekWord() throws(SPDXExpressionError) -> ArraySlice<UInt8>? {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "(") || bytes[position] == UInt8(ascii: ")") {
      return bytes[position...position]
    }
    let word = bytes[position...].prefix(while: Self.isWord)
    guard word.isEmpty else { return word }
    let text = bytes.text
    throw error(.character(text.character(at: position) ?? "?"))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ":")
  }
}
