import Diagnostics

/// What can be wrong with the text as YAML.
extension Diagnostic {
  static func badEncoding(_ what: String, at place: SourceLocation) -> Self {
    Self(.error, at: place, "the file is \(what)", remedy: "save it as UTF-8")
  }

  static func controlCharacter(_ value: UInt32, at place: SourceLocation) -> Self {
    let digits = String(value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return Self(
      .error, at: place, "the control character U+\(code) may not stand in YAML",
      remedy: "remove it, or write it as an escape (\"\\u\(code)\") in double quotes")
  }

  static func unexpectedColon(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a ':' cannot make a key here",
      remedy: "quote the text if the ':' belongs to it, or put the key on a line of its own")
  }

  static func missingColon(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "this key has no ':' after it",
      remedy: "add ': ', or indent the line if it continues the text above")
  }

  static func unexpectedDash(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a list cannot begin here",
      remedy: "put its first '- ' on a line of its own, below the key")
  }

  static func unexpectedKey(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a key cannot begin here",
      remedy: "put it on a line of its own, or quote the text if '?' belongs to it")
  }

  static func tabInIndentation(at place: SourceLocation) -> Self {
    Self(.error, at: place, "a tab cannot indent YAML", remedy: "use spaces")
  }

  static func reservedCharacter(_ character: Unicode.Scalar?, at place: SourceLocation) -> Self {
    let name = character.map { "'\($0)'" } ?? "this character"
    return Self(.error, at: place, "a value cannot begin with \(name)", remedy: "put it in quotes")
  }

  static func unclosedQuote(at place: SourceLocation) -> Self {
    Self(.error, at: place, "this quote is never closed", remedy: "add the closing quote")
  }

  static func unknownEscape(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "this escape does not exist in YAML",
      remedy: "write '\\\\' for a backslash, or use single quotes")
  }

  static func unclosedBracket(
    _ bracket: String, at place: SourceLocation, start: SourceLocation
  ) -> Self {
    Self(
      .error, at: place, "',' or '\(bracket)' is missing here", remedy: "add it",
      notes: [Note("the bracket opens here", at: start)])
  }

  static func strayInMapping(at place: SourceLocation, start: SourceLocation) -> Self {
    Self(
      .error, at: place, "this line does not fit the keys above it",
      remedy: "indent it like the other keys, and close brackets and quotes before it",
      notes: [Note("the keys begin here", at: start)])
  }

  static func strayInSequence(at place: SourceLocation, start: SourceLocation) -> Self {
    Self(
      .error, at: place, "this line does not fit the list above it",
      remedy: "begin it with '- ', or indent it like the key of the list",
      notes: [Note("the list begins here", at: start)])
  }

  static func missingValue(at place: SourceLocation) -> Self {
    Self(.error, at: place, "a value is missing here", remedy: "write one, or quote this text")
  }

  static func textAfterDocument(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the document has ended before this text",
      remedy: "indent the text so that it belongs to what is above, or begin it with '---'")
  }

  static func malformedAlias(_ sign: String, at place: SourceLocation) -> Self {
    let what = sign == "*" ? "alias" : "anchor"
    return Self(
      .error, at: place, "'\(sign)' begins an \(what), and no name of one follows",
      remedy: "put the text in quotes")
  }

  static func malformedTag(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "'!' begins a tag, and no tag follows that is known",
      remedy: "put the text in quotes")
  }

  static func malformedBlockHeader(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "this block of text begins wrongly",
      remedy:
        "let '|' or '>' be followed by '+', '-' or a digit at most, and the text by lines below")
  }

  static func malformedDirective(_ problem: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "this line with '%' is no directive of YAML 1.1 or 1.2 (\(problem))",
      remedy: "remove the line, or quote the text")
  }

  static func malformedSyntax(_ problem: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "this is not YAML (\(problem))",
      remedy: "check quotes, brackets and indentation up to this place")
  }

  static func malformedJson(_ problem: String, at place: SourceLocation) -> Self {
    Self(.error, at: place, "this is not JSON: \(problem)", remedy: "correct it at this place")
  }
}
