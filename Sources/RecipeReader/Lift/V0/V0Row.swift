/// A line of a `meta.yaml` with what `{% if %}` around it asks for.
struct V0Row {
  var text: String
  var parts: [V0LineSelector.Part] = []
  /// Where it stands in the file.
  var line: Int
}

extension V0Row {
  /// Names of the file's variables become what a round of a loop has for them.
  func binding(_ values: [(name: String, literal: String)]) -> V0Row {
    var row = self
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") ?? rest.firstRange(of: "{%") {
      let first =
        [rest.firstRange(of: "{{"), rest.firstRange(of: "{%")].compactMap { $0 }
        .min { $0.lowerBound < $1.lowerBound } ?? open
      let isPrinted = rest[first] == "{{"
      guard let close = rest[first.upperBound...].firstRange(of: isPrinted ? "}}" : "%}") else {
        break
      }
      result += rest[..<first.lowerBound]
      var inner = String(rest[first.upperBound..<close.lowerBound])
      for (name, literal) in values { inner = V0Name.replaced(name, by: literal, in: inner) }
      let trimmed = Array(inner.utf8)[...].trimmed(\.isSpace)
      if isPrinted, let text = V0Lift.literal(String(decoding: trimmed, as: UTF8.self)) {
        result += text
      } else {
        result += rest[first] + inner + rest[close]
      }
      rest = rest[close.upperBound...]
    }
    row.text = result + rest
    row.parts = parts.map { part in
      let text = values.reduce(part.text) { V0Name.replaced($1.name, by: $1.literal, in: $0) }
      return text == part.text
        ? part : .init(text: text, condition: V0LiftedSelector.jinja(text), isJinja: true)
    }
    return row
  }
}

/// Names in expressions.
enum V0Name {
  /// The name outside of quotes and not behind a dot, as a whole word.
  static func replaced(_ name: String, by other: String, in text: String) -> String {
    guard text.contains(name) else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let inside = rest.dropFirst().prefix { $0 != byte }
        let quoted = rest.prefix(inside.count + 2)
        result += quoted
        rest = rest.dropFirst(quoted.count)
      } else if byte.isNameByte {
        let word = rest.prefix(while: \.isNameByte)
        let isAttribute = result.last == UInt8(ascii: ".")
        result += !isAttribute && word.elementsEqual(name.utf8) ? Array(other.utf8)[...] : word
        rest = rest.dropFirst(word.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
