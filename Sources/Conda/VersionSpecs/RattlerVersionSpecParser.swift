/// Reads a version spec as rattler does: recursive descent, one method a rule.
struct RattlerVersionSpecParser {
  let bytes: ArraySlice<UInt8>
  let isStrict: Bool
  private var position: Int
  private var depth = 0

  init(bytes: ArraySlice<UInt8>, isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
    position = bytes.startIndex
  }

  mutating func spec() throws(VersionSpecError) -> VersionSpec.Node {
    if bytes.isEmpty { throw error(.empty) }
    let node = try alternatives()
    guard position == bytes.endIndex else { throw unexpected() }
    return node
  }

  // alternatives = conjunction, { "|", conjunction } ;
  private mutating func alternatives() throws(VersionSpecError) -> VersionSpec.Node {
    var nodes = [try conjunction()]
    while takeSeparator("|") { nodes.append(try conjunction()) }
    return .joined(nodes, all: false)
  }

  // conjunction = term, { ",", term } ;
  private mutating func conjunction() throws(VersionSpecError) -> VersionSpec.Node {
    var nodes = [try term()]
    while takeSeparator(",") { nodes.append(try term()) }
    return .joined(nodes, all: true)
  }

  // term = "(", alternatives, ")" | constraint ;
  private mutating func term() throws(VersionSpecError) -> VersionSpec.Node {
    guard peek() == UInt8(ascii: "(") else { return try constraint() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= VersionSpec.depthLimit else { throw error(.tooDeep) }
    position += 1
    skipSpaces()
    let node = try alternatives()
    skipSpaces()
    guard peek() == UInt8(ascii: ")") else { throw error(.unbalancedParenthesis) }
    position += 1
    return node
  }

  private mutating func constraint() throws(VersionSpecError) -> VersionSpec.Node {
    let start = position
    guard let end = ConstraintRecognizer(bytes: bytes).constraint(from: start) else {
      throw unrecognized()
    }
    position = end
    let parser = RattlerConstraintParser(
      bytes: bytes[start..<end], isStrict: isStrict, shift: bytes.startIndex)
    return .constraint(try parser.constraint(), text: bytes[start..<end].text)
  }

  private func peek() -> UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpaces() {
    while let byte = peek(), byte.isSpace { position += 1 }
  }

  private mutating func takeSeparator(_ separator: Unicode.Scalar) -> Bool {
    let start = position
    skipSpaces()
    guard peek() == UInt8(ascii: separator) else {
      position = start
      return false
    }
    position += 1
    skipSpaces()
    return true
  }

  private func error(_ cause: VersionSpecError.Cause) -> VersionSpecError {
    VersionSpecError(cause: cause, offset: position - bytes.startIndex)
  }

  private func unexpected() -> VersionSpecError {
    guard let byte = peek() else { return error(.missingConstraint) }
    if byte == UInt8(ascii: ")") { return error(.unbalancedParenthesis) }
    let offset = position - bytes.startIndex
    return error(.unexpected(bytes.text.character(at: offset) ?? "?"))
  }

  /// Something stands here that isn't a constraint.
  private func unrecognized() -> VersionSpecError {
    guard let byte = peek() else { return error(.missingConstraint) }
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ")"): return error(.missingConstraint)
    case UInt8(ascii: "^"): return error(.regexNotSupported)
    case _ where byte.isOperator:
      let rest = bytes[position...].prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "|") }
      return error(.invalidOperator(rest.text))
    default: return unexpected()
    }
  }
}
