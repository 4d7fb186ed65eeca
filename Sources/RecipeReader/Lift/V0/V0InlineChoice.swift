/// `{% if a %}b{% else %}c{% endif %}` inside a line, as `{{ "b" if a else "c" }}`.
enum V0InlineChoice {
  /// Nil where the line's statements are others.
  static func printed(_ text: String) -> String? {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{%") {
      guard let (test, then, otherwise, end) = choice(rest[open.lowerBound...]),
        let a = literal(then), let b = literal(otherwise)
      else { return nil }
      result += rest[..<open.lowerBound] + "{{ \(a) if \(test) else \(b) }}"
      rest = rest[end...]
    }
    return result + rest
  }

  private static func choice(
    _ text: Substring
  ) -> (test: String, then: Substring, otherwise: Substring, end: String.Index)? {
    var pieces: [Substring] = []
    var words: [String] = []
    var test = ""
    var rest = text
    while let open = rest.firstRange(of: "{%"),
      let close = rest[open.upperBound...].firstRange(of: "%}"),
      let tag = V0Tag(String(rest[open.lowerBound..<close.upperBound]))
    {
      if words.isEmpty { test = tag.rest } else { pieces.append(rest[..<open.lowerBound]) }
      words.append(tag.word)
      rest = rest[close.upperBound...]
      if tag.word == "endif" { break }
    }
    guard words == ["if", "endif"] || words == ["if", "else", "endif"] else { return nil }
    return (test, pieces[0], pieces.count > 1 ? pieces[1] : "", rest.startIndex)
  }

  /// A text that has nothing to be evaluated in it.
  private static func literal(_ text: Substring) -> String? {
    text.contains("{") || text.contains("\"") || text.contains("\\") ? nil : "\"\(text)\""
  }
}
