/// Takes a template apart. A section's or comment's tag that is alone on its line takes the line
/// with it.
struct MustacheParser {
  private let text: [UInt8]
  private var position = 0
  private var line = 1

  /// Deeper nesting is a mistake, and must not exhaust the stack.
  private static let deepest = 32

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func parse() throws(MustacheError) -> [MustacheTemplate.Node] {
    try content(of: nil, openedAt: 0, depth: 0)
  }

  private mutating func content(
    of section: String?, openedAt opening: Int, depth: Int
  ) throws(MustacheError) -> [MustacheTemplate.Node] {
    guard depth < Self.deepest else { throw MustacheError(line: line, "sections nest too deep") }
    var nodes: [MustacheTemplate.Node] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { nodes.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while position < text.count {
      guard starts("{{") else {
        literal.append(take())
        continue
      }
      let tagLine = line
      let tagStart = position
      let tag = try self.tag()
      if tag.kind != nil { dropLine(around: tagStart, literal: &literal) }
      switch tag.kind {
      case nil:
        flush()
        nodes.append(.value(tag.name, line: tagLine))
      case UInt8(ascii: "!"): break
      case UInt8(ascii: "/"):
        guard tag.name == section else {
          throw MustacheError(line: tagLine, "'\(tag.name)' is closed but not open here")
        }
        flush()
        return nodes
      case let kind?:
        flush()
        let inverted = kind == UInt8(ascii: "^")
        let inner = try content(of: tag.name, openedAt: tagLine, depth: depth + 1)
        nodes.append(.section(tag.name, inverted: inverted, content: inner, line: tagLine))
      }
    }
    if let section { throw MustacheError(line: opening, "'\(section)' is never closed") }
    flush()
    return nodes
  }

  /// A tag from `{{` to `}}`: its leading sign, if it is not a value, and its name.
  private mutating func tag() throws(MustacheError) -> (kind: UInt8?, name: String) {
    let opening = line
    position += 2
    var body: [UInt8] = []
    while !starts("}}") {
      guard position < text.count else {
        throw MustacheError(line: opening, "a tag is never closed")
      }
      body.append(take())
    }
    position += 2
    var kind: UInt8?
    if let first = body.first, "#^/!".utf8.contains(first) {
      kind = first
      body.removeFirst()
    }
    let name = String(
      decoding: body.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
    if name.isEmpty && kind != UInt8(ascii: "!") {
      throw MustacheError(line: opening, "a tag has no name")
    }
    return (kind, name)
  }

  /// Removes the blanks before a tag and the line end after it, where nothing else is on the line.
  private mutating func dropLine(around start: Int, literal: inout [UInt8]) {
    var before = start
    while before > 0, text[before - 1] == 0x20 { before -= 1 }
    guard before == 0 || text[before - 1] == 0x0A else { return }
    var after = position
    while after < text.count, text[after] == 0x20 { after += 1 }
    guard after == text.count || text[after] == 0x0A else { return }
    literal.removeLast(min(start - before, literal.count))
    position = after
    if position < text.count { _ = take() }
  }

  private func starts(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard position + length <= text.count else { return false }
    return mark.withUTF8Buffer { $0.elementsEqual(text[position..<(position + length)]) }
  }

  private mutating func take() -> UInt8 {
    let byte = text[position]
    position += 1
    if byte == 0x0A { line += 1 }
    return byte
  }
}
