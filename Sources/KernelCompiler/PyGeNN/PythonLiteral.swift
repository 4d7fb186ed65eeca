/// A Python expression for a value, laid out so that a person can read it.
enum PythonLiteral: Hashable, Sendable {
  case none
  case bool(Bool)
  case integer(Int128)
  case real(Double)
  case string(String)
  case list([PythonLiteral])
  case tuple([PythonLiteral])
  case dictionary([Entry])

  struct Entry: Hashable, Sendable {
    var key: String
    var value: PythonLiteral

    init(_ key: String, _ value: PythonLiteral) {
      self.key = key
      self.value = value
    }
  }

  init(_ value: Value) {
    switch value {
    case .integer(let number, .bool): self = .bool(number != 0)
    case .integer(let number, _): self = .integer(number)
    case .float, .double: self = .real(value.asDouble)
    }
  }

  private static let width = 100

  /// Values that fit on the line stay on it; lists of numbers are filled into lines, everything
  /// else gets a line for each element.
  func text(indentation: Int = 0, column: Int = 0) -> String {
    let line = oneLine
    let isShort = line.map { column + $0.utf8.count <= Self.width } ?? false
    if isShort, let line { return line }
    let inner = indentation + 4
    let margin = String(repeating: " ", count: inner)
    let end = "\n" + String(repeating: " ", count: indentation)
    switch self {
    case .list(let elements):
      return "[\n" + Self.rows(elements, margin, inner).joined(separator: "\n") + end + "]"
    case .tuple(let elements):
      return "(\n" + Self.rows(elements, margin, inner).joined(separator: "\n") + end + ")"
    case .dictionary(let entries):
      let rows = entries.map { entry in
        let key = Self.quoted(entry.key) + ": "
        let column = inner + key.utf8.count + 1
        return margin + key + entry.value.text(indentation: inner, column: column) + ","
      }
      return "{\n" + rows.joined(separator: "\n") + end + "}"
    case .string(let text): return Self.block(text, margin)
    default: return line ?? ""
    }
  }

  private var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }

  /// The whole value without a line end; nil for code, which is easier to read as it was written.
  private var oneLine: String? {
    switch self {
    case .none: return "None"
    case .bool(let value): return value ? "True" : "False"
    case .integer(let value): return "\(value)"
    case .real(let value): return "\(value)"
    case .string(let text): return text.utf8.contains(UInt8(ascii: "\n")) ? nil : Self.quoted(text)
    case .list(let elements): return Self.oneLine(elements).map { "[\($0)]" }
    case .tuple(let elements):
      return Self.oneLine(elements).map { elements.count == 1 ? "(\($0),)" : "(\($0))" }
    case .dictionary(let entries):
      let parts = entries.map { entry in
        entry.value.oneLine.map { "\(Self.quoted(entry.key)): \($0)" }
      }
      let whole = parts.compactMap { $0 }
      return whole.count == parts.count ? "{\(whole.joined(separator: ", "))}" : nil
    }
  }

  private static func oneLine(_ elements: [PythonLiteral]) -> String? {
    let parts = elements.compactMap(\.oneLine)
    return parts.count == elements.count ? parts.joined(separator: ", ") : nil
  }

  private static func rows(
    _ elements: [PythonLiteral], _ margin: String, _ inner: Int
  ) -> [String] {
    guard elements.allSatisfy(\.isNumber) else {
      return elements.map { margin + $0.text(indentation: inner, column: inner + 1) + "," }
    }
    var rows: [String] = []
    var row = margin
    for element in elements {
      let part = (element.oneLine ?? "") + ","
      if row.utf8.count + 1 + part.utf8.count > width, row != margin {
        rows.append(row)
        row = margin
      }
      row += row == margin ? part : " " + part
    }
    return rows + [row]
  }

  /// Code in triple quotes; PyGeNN removes the common indentation.
  private static func block(_ text: String, _ margin: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = escaped(String(line))
      return escaped.isEmpty ? "" : margin + escaped
    }
    return "\"\"\"\n" + lines.joined(separator: "\n") + "\n" + margin + "\"\"\""
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
