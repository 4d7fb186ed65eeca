import Diagnostics

extension Diagnostic {
  static func snippetTooLong(_ title: String, bytes: Int, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "the \(title) has \(bytes) bytes, more than \(SnippetSource.largest)",
      remedy: "split the model")
  }

  static func unknownCharacter(_ character: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(character)' means nothing in GeNN's language",
      remedy: character == "$" ? "write names as they are, without $( )" : "remove it")
  }

  static func blockComment(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "GeNN's language has no /* */ comments", remedy: "begin each line with //")
  }

  static func textNeverEnds(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "this text has no second quote on its line", remedy: "add '\"'")
  }

  static func foreignSign(_ sign: Sign, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "GeNN's language has no '\(sign.rawValue)'",
      remedy: sign == .divideAssign ? "write x = x / y" : "divide by a power of two")
  }

  static func octalLiteral(_ text: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(text)' would be an octal number, which GeNN's language has not",
      remedy: "remove the leading zeros")
  }

  static func noDigitBeforePoint(at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "GeNN's language has no numbers that begin with a point",
      remedy: "write a 0 before it")
  }

  static func malformedNumber(_ text: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(text)' is not a number",
      remedy: "write numbers as 12, 12u, 0x1F, 1.5, 1.5f, 1.5d or 1e-3")
  }
}
