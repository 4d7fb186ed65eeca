import Diagnostics
import RecipeModel

/// The lines of a `meta.yaml` with its `{% if %}` as conditions of lines, and its loops unrolled.
struct V0Blocks {
  /// What can't become a condition or an unrolled loop, from its first line to its last.
  struct Problem: Error {
    var text: String
    var lines: ClosedRange<Int>
  }

  private let rows: [V0Row]
  private var index = 0
  /// Variables that are lists of texts, for loops.
  private var lists: [String: [String]] = [:]

  static func rows(_ rows: [V0Row]) throws(Problem) -> [V0Row] {
    var blocks = V0Blocks(rows: V0Blocks.joined(rows))
    var result: [V0Row] = []
    while blocks.index < blocks.rows.count { result += try blocks.next() }
    return result
  }

  private init(rows: [V0Row]) { self.rows = rows }

  /// Statements over several lines, on one.
  private static func joined(_ rows: [V0Row]) -> [V0Row] {
    var result: [V0Row] = []
    var isOpen = false
    for row in rows {
      if isOpen {
        result[result.count - 1].text += " " + row.text.drop { $0 == " " }
      } else {
        result.append(row)
      }
      guard let text = result.last?.text, !text.drop(while: { $0 == " " }).hasPrefix("#"),
        let open = text.firstRange(of: "{%")
      else { continue }
      // A selector or a comment inside would not survive the joining.
      isOpen =
        text[open.upperBound...].firstRange(of: "%}") == nil && !text.contains("#")
    }
    return result
  }

  /// The next row, or all rows of the next block.
  private mutating func next() throws(Problem) -> [V0Row] {
    let row = rows[index]
    index += 1
    guard let tag = V0Tag(row.text) else { return [row] }
    switch tag.word {
    case "if": return try branches(tag, row)
    case "for": return try loop(tag, row)
    case "set":
      if let (name, value) = tag.assignment, let items = Self.texts(value) { lists[name] = items }
      return [row]
    default: throw Problem(text: row.text, lines: row.line...max(row.line, end(of: row)))
    }
  }

  /// Up to one of the tags, which is read, too.
  private mutating func rows(
    until words: [String], from start: V0Row
  ) throws(Problem) -> (rows: [V0Row], tag: V0Tag) {
    var result: [V0Row] = []
    while index < rows.count {
      if let tag = V0Tag(rows[index].text), words.contains(tag.word) {
        index += 1
        return (result, tag)
      }
      do throws(Problem) {
        result += try next()
      } catch {
        throw Problem(text: error.text, lines: start.line...end(of: start))
      }
    }
    throw Problem(text: start.text, lines: start.line...(rows.last?.line ?? start.line))
  }

  /// The line of the tag that closes a block.
  private func end(of start: V0Row) -> Int {
    var depth = 0
    for row in rows where row.line >= start.line {
      guard let tag = V0Tag(row.text) else { continue }
      if ["if", "for", "macro", "filter", "block"].contains(tag.word) { depth += 1 }
      if tag.word.hasPrefix("end"), tag.word != "endset" { depth -= 1 }
      if depth <= 0 { return row.line }
    }
    return rows.last?.line ?? start.line
  }

  private mutating func branches(_ tag: V0Tag, _ start: V0Row) throws(Problem) -> [V0Row] {
    var result: [V0Row] = []
    var before: [V0LineSelector.Part] = []
    var test: String? = tag.rest
    while true {
      let (inner, closing) = try rows(until: ["elif", "else", "endif"], from: start)
      let own = test.map { Self.part($0) }
      let negated = before.map { Self.negated($0) }
      result += inner.map { row in
        var row = row
        row.parts = negated + (own.map { [$0] } ?? []) + row.parts
        return row
      }
      if closing.word == "endif" { return result }
      if let own { before.append(own) }
      test = closing.word == "elif" ? closing.rest : nil
    }
  }

  private static func part(_ text: String) -> V0LineSelector.Part {
    .init(text: text, condition: V0LiftedSelector.jinja(text), isJinja: true)
  }

  private static func negated(_ part: V0LineSelector.Part) -> V0LineSelector.Part {
    .init(text: "not (\(part.text))", condition: !part.condition, isJinja: true)
  }

  private mutating func loop(_ tag: V0Tag, _ start: V0Row) throws(Problem) -> [V0Row] {
    let first = index
    let (inner, _) = try rows(until: ["endfor"], from: start)
    let words = tag.rest.split(separator: " ", maxSplits: 2).map(String.init)
    let values =
      words.count == 3 && words[1] == "in" ? Self.texts(words[2]) ?? lists[words[2]] : nil
    let isPlain = inner.allSatisfy { row in
      V0Tag(row.text)?.word != "set" && !row.text.contains("loop.")
    }
    guard let values, isPlain, values.count * inner.count < 5000 else {
      throw Problem(
        text: start.text, lines: start.line...(rows[first..<index].last?.line ?? start.line))
    }
    return values.flatMap { value in
      inner.map { $0.binding([(words[0], "\"\(value)\"")]) }
    }
  }

  /// A list of texts.
  private static func texts(_ source: String) -> [String]? {
    guard source.hasPrefix("["), case .list(let items)? = try? V1.ExpressionParser.parse(source)
    else { return nil }
    var texts: [String] = []
    for item in items {
      guard case .constant(.string(let text)) = item, !text.contains("\""), !text.contains("\\")
      else { return nil }
      texts.append(text)
    }
    return texts
  }
}

/// A statement that has a line for itself.
struct V0Tag {
  var word: String
  var rest: String

  init?(_ text: String) {
    var bytes = Array(text.utf8)[...].trimmed(\.isSpace)
    guard bytes.starts(with: "{%".utf8) else { return nil }
    if let hash = bytes.lastIndex(of: UInt8(ascii: "#")),
      bytes[..<hash].trimmed(\.isSpace).suffix(2).elementsEqual("%}".utf8)
    {
      bytes = bytes[..<hash].trimmed(\.isSpace)
    }
    guard bytes.suffix(2).elementsEqual("%}".utf8), bytes.count > 4 else { return nil }
    bytes = bytes.dropFirst(2).dropLast(2)
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    if bytes.last == UInt8(ascii: "-") { bytes = bytes.dropLast() }
    bytes = bytes.trimmed(\.isSpace)
    let name = bytes.prefix(while: \.isNameByte)
    let rest = String(decoding: bytes.dropFirst(name.count).trimmed(\.isSpace), as: UTF8.self)
    guard !name.isEmpty, !rest.contains("%}") else { return nil }
    word = String(decoding: name, as: UTF8.self)
    self.rest = rest
  }

  /// `set name = value`
  var assignment: (name: String, value: String)? {
    guard word == "set", let equals = rest.firstIndex(of: "=") else { return nil }
    let name = Array(rest[..<equals].utf8)[...].trimmed(\.isSpace)
    let value = Array(rest[rest.index(after: equals)...].utf8)[...].trimmed(\.isSpace)
    guard !name.isEmpty, name.allSatisfy(\.isNameByte), value.first != UInt8(ascii: "=") else {
      return nil
    }
    return (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}
