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
  private(set) var selectors: [Int: V0LineSelector] = [:]
  private(set) var variables: [Variable] = []
  private(set) var problem: Diagnostic?
  private var conditions: [String: Condition] = [:]

  // Letters for private use: no recipe has them.
  private static let open: Character = "\u{E000}", close: Character = "\u{E001}"
  private static let number: Character = "\u{E002}"

  init(_ source: String, file: String) {
    self.file = file
    var lines: [String] = []
    let rows = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, row) in rows.enumerated() {
      lines.append(read(Array(row), line: index + 1))
      if problem != nil { return }
    }
    text = lines.joined(separator: "\n")
  }

  private mutating func read(_ row: [UInt8], line: Int) -> String {
    let end = PythonText.startOfSpace(in: row[...], before: row.endIndex)
    var bytes = Array(row[..<end])
    let first = bytes.first { !$0.isSpace }
    if first == nil || first == UInt8(ascii: "#") { return "" }
    var selector: V0LineSelector?
    if let parts = SelectorLine(bytes[...]) {
      let text = String(decoding: bytes[parts.selector], as: UTF8.self)
      selector = V0LineSelector(text: text, condition: condition(text))
      let closing = parts.closing
      bytes = Array(bytes[parts.kept])
      if let closing { bytes.append(closing) }
    }
    var text = withoutComments(String(decoding: bytes, as: UTF8.self), line: line)
    if text.contains("{%") {
      set(text, selector, line: line)
      return ""
    }
    text = marked(text, line: line)
    if let selector {
      selectors[line] = selector
      text = numbered(text, line: line)
    }
    return text
  }

  private mutating func withoutComments(_ text: String, line: Int) -> String {
    var text = text
    while let open = text.firstRange(of: "{#") {
      guard let close = text[open.upperBound...].firstRange(of: "#}") else {
        // In a shell, `${#x}` counts letters.
        if text[..<open.lowerBound].hasSuffix("$") { return text }
        problem = .jinjaNotLifted(text, at: SourceLocation(file: file, line: line))
        return text
      }
      text.removeSubrange(open.lowerBound..<close.upperBound)
    }
    return text
  }

  /// `{% set name = value %}`
  private mutating func set(_ text: String, _ selector: V0LineSelector?, line: Int) {
    var bytes = Array(text.utf8)[...].trimmed(\.isSpace)
    if let hash = bytes.lastIndex(of: UInt8(ascii: "#")),
      bytes[..<hash].trimmed(\.isSpace).suffix(2).elementsEqual("%}".utf8)
    {
      bytes = bytes[..<hash].trimmed(\.isSpace)
    }
    guard bytes.starts(with: "{%".utf8), bytes.suffix(2).elementsEqual("%}".utf8), bytes.count > 4
    else { return fail(text, line) }
    bytes = bytes.dropFirst(2).dropLast(2)
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    if bytes.last == UInt8(ascii: "-") { bytes = bytes.dropLast() }
    bytes = bytes.trimmed(\.isSpace)
    guard bytes.starts(with: "set ".utf8), let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
      !String(decoding: bytes, as: UTF8.self).contains("%}")
    else { return fail(text, line) }
    let name = bytes[..<equals].dropFirst(4).trimmed(\.isSpace)
    let value = bytes[(equals + 1)...].trimmed(\.isSpace)
    guard !name.isEmpty, name.allSatisfy(\.isNameByte), value.first != UInt8(ascii: "=") else {
      return fail(text, line)
    }
    variables.append(
      Variable(
        name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self),
        selector: selector, line: line))
  }

  private mutating func fail(_ text: String, _ line: Int) {
    problem = .jinjaNotLifted(text, at: SourceLocation(file: file, line: line))
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
    guard end > index, end < text.endIndex, text[end] == ":" else { return text }
    let behind = text.index(after: end)
    guard behind == text.endIndex || text[behind] == " " else { return text }
    return "\(text[..<end])\(Self.number)\(line)\(text[end...])"
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

extension Diagnostic {
  static func jinjaNotLifted(_ text: String, at place: SourceLocation) -> Diagnostic {
    let shown = Array(text.utf8)[...].trimmed(\.isSpace)
    return Diagnostic(
      .error, at: place,
      "this Jinja can't become a model: \(String(decoding: shown.prefix(100), as: UTF8.self))",
      remedy: "write it without loops, blocks and comments over several lines")
  }

  static func selectorNotLifted(_ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the selector [\(text)] stands where no value of its own begins",
      remedy: "put it behind a single value or a list's entry")
  }
}
