import Diagnostics
import RecipeModel
import YAML

/// The text of a `meta.yaml`, made readable as YAML: Jinja becomes marks, variables are taken out, and
/// selectors are noted by line.
struct V0Page {
  struct Variable {
    var name: String
    var value: String
    var selector: V0LineSelector?
    var line: Int
  }

  let file: String
  private(set) var text = ""
  private(set) var expressions: [String] = []
  /// By line of `text`.
  private(set) var selectors: [Int: V0LineSelector] = [:]
  private(set) var variables: [Variable] = []
  private(set) var problem: V0Blocks.Problem?
  /// Where the lines of `text` stand in the file.
  private(set) var lines: [Int] = []
  /// Lines that are comments, and what stands behind selectors and assignments; by line of `text`.
  private(set) var comments: [YAMLComment] = []
  /// Lines of `text` with assignments.
  private(set) var assignments: [Int] = []
  private var filled: Set<Int> = []
  private var conditions: [String: Condition] = [:]

  // Letters for private use: no recipe has them.
  private static let open: Character = "\u{E000}", close: Character = "\u{E001}"
  private static let number: Character = "\u{E002}"

  init(_ rows: [V0Row], file: String) {
    self.file = file
    do throws(V0Blocks.Problem) {
      var texts: [String] = []
      for row in try V0Blocks.rows(rows) {
        lines.append(row.line)
        texts.append(read(row, at: lines.count))
        if texts.last?.isEmpty == false { filled.insert(lines.count) }
        if problem != nil { return }
      }
      text = texts.joined(separator: "\n")
    } catch {
      problem = error
    }
  }

  /// Whether a line of `text` has anything on it.
  func isFilled(_ line: Int) -> Bool { filled.contains(line) }

  /// Where a line of `text` stands in the file.
  func line(_ line: Int) -> Int {
    lines.indices.contains(line - 1) ? lines[line - 1] : lines.last ?? 1
  }

  /// - Parameter line: of `text`
  private mutating func read(_ row: V0Row, at line: Int) -> String {
    let all = Array(row.text.utf8)
    let end = PythonText.startOfSpace(in: all[...], before: all.endIndex)
    var bytes = Array(all[..<end])
    let first = bytes.first { !$0.isSpace }
    if first == nil { return "" }
    if let hash = bytes.firstIndex(of: UInt8(ascii: "#")), first == UInt8(ascii: "#") {
      add(bytes[(hash + 1)...], at: YAMLMark(line: line, column: hash + 1), isWholeLine: true)
      return ""
    }
    var selector = row.parts.isEmpty ? nil : V0LineSelector(row.parts)
    if let parts = SelectorLine(bytes[...]) {
      let text = String(decoding: bytes[parts.selector], as: UTF8.self)
      let own = V0LineSelector([.init(text: text, condition: condition(text))])
      selector = selector.map { $0 && own } ?? own
      let closing = parts.closing
      if closing == nil {
        let around = Array(bytes[parts.kept.upperBound..<parts.selector.lowerBound].dropLast())
        let words = around.trimmedComment + bytes[(parts.selector.upperBound + 1)...]
        add(words[...], at: YAMLMark(line: line, column: parts.kept.upperBound + 1))
      }
      bytes = Array(bytes[parts.kept])
      if let closing { bytes.append(closing) }
    }
    var text = withoutComments(String(decoding: bytes, as: UTF8.self), line: row.line)
    if text.contains("{%") {
      guard let printed = V0InlineChoice.printed(text) else {
        assignments.append(line)
        if let tag = text.firstRange(of: "%}"), text.contains(" set "),
          let hash = text[tag.upperBound...].firstIndex(of: "#")
        {
          let comment = Array(text[text.index(after: hash)...].utf8)
          add(comment[...], at: YAMLMark(line: line, column: 1))
        }
        set(text, selector, line: row.line)
        return ""
      }
      text = printed
    }
    text = marked(text, line: row.line)
    if let selector {
      selectors[line] = selector
      text = numbered(text, line: line)
    }
    return text
  }

  private mutating func add(_ text: ArraySlice<UInt8>, at mark: YAMLMark, isWholeLine: Bool = false)
  {
    let text = Array(text).trimmedComment
    if text.isEmpty, !isWholeLine { return }
    comments.append(
      YAMLComment(String(decoding: text, as: UTF8.self), at: mark, isWholeLine: isWholeLine))
  }

  private mutating func withoutComments(_ text: String, line: Int) -> String {
    var text = text
    while let open = text.firstRange(of: "{#") {
      guard let close = text[open.upperBound...].firstRange(of: "#}") else {
        // In a shell, `${#x}` counts letters.
        if text[..<open.lowerBound].hasSuffix("$") { return text }
        fail(text, line)
        return text
      }
      text.removeSubrange(open.lowerBound..<close.upperBound)
    }
    return text
  }

  /// `{% set name = value %}`
  private mutating func set(_ text: String, _ selector: V0LineSelector?, line: Int) {
    guard let tag = V0Tag(text) else { return fail(text, line) }
    guard let (name, value) = tag.assignment else {
      // Lines that are kept, at their place.
      guard tag.word == "set", tag.rest.hasPrefix("="), let kept = Int(tag.rest.dropFirst(2)) else {
        return fail(text, line)
      }
      variables.append(Variable(name: "", value: String(kept), line: line))
      return
    }
    variables.append(Variable(name: name, value: value, selector: selector, line: line))
  }

  private mutating func fail(_ text: String, _ line: Int) {
    problem = V0Blocks.Problem(text: text, lines: line...line)
  }

  /// Each expression of the line as a mark that YAML takes for a letter.
  private mutating func marked(_ text: String, line: Int) -> String {
    guard text.contains("{{") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        fail(text, line)
        return text
      }
      result += rest[..<open.lowerBound]
      result += "\(Self.open)\(expressions.count)\(Self.close)"
      let inner = Array(rest[open.upperBound..<close.lowerBound].utf8)[...].trimmed(\.isSpace)
      expressions.append(String(decoding: inner, as: UTF8.self))
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  /// A key that may stand here once for each selector gets a number.
  private func numbered(_ text: String, line: Int) -> String {
    var index = text.startIndex
    while index < text.endIndex, text[index] == " " || text[index] == "-" {
      index = text.index(after: index)
    }
    var end = index
    while end < text.endIndex, text[end].isASCII,
      text[end].isLetter || text[end].isNumber || text[end] == "_" || text[end] == "-"
    {
      end = text.index(after: end)
    }
    let name = end
    while end < text.endIndex, text[end] == " " { end = text.index(after: end) }
    guard name > index, end < text.endIndex, text[end] == ":" else { return text }
    let behind = text.index(after: end)
    guard behind == text.endIndex || text[behind] == " " else { return text }
    return "\(text[..<name])\(Self.number)\(line)\(text[end...])"
  }

  static func key(_ text: String) -> String {
    text.firstIndex(of: number).map { String(text[..<$0]) } ?? text
  }

  static func isNumbered(_ text: String) -> Bool { text.contains(number) }

  /// The text with its expressions back in it.
  func restored(_ text: String) -> String {
    guard text.contains(Self.open) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: Self.open),
      let close = rest[open...].firstIndex(of: Self.close),
      let index = Int(rest[rest.index(after: open)..<close]), expressions.indices.contains(index)
    {
      result += rest[..<open] + "${{ \(expressions[index]) }}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private mutating func condition(_ text: String) -> Condition {
    if let known = conditions[text] { return known }
    let condition = V0LiftedSelector.condition(text)
    conditions[text] = condition
    return condition
  }
}

extension [UInt8] {
  /// Without what makes a comment of it.
  fileprivate var trimmedComment: [UInt8] {
    var bytes = self[...]
    while let first = bytes.first, first.isSpace || first == UInt8(ascii: "#") {
      bytes.removeFirst()
    }
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    return Array(bytes)
  }
}
