import Diagnostics

extension Diagnostic {
  static func keptAsText(_ path: [String], at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "'\(path.joined(separator: "."))' has no word of its own here and was kept as it stands")
  }

  static func jinjaNotLifted(_ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "this decides what the package is, and can't become a model: \(quoted(text))",
      remedy: "write name and version without loops, macros and selectors around them")
  }

  /// A selector or a block of Jinja that stays as it is, with what it decides about.
  static func jinjaKeptAsText(
    _ text: String, _ lines: ClosedRange<Int>, at place: SourceLocation
  ) -> Diagnostic {
    let range =
      lines.count == 1
      ? "the line was" : "lines \(lines.lowerBound) to \(lines.upperBound) were"
    return Diagnostic(
      .warning, at: place, "\(quoted(text)) can't become a model; \(range) kept as text",
      remedy: "keep them for meta.yaml, or write them without loops and blocks around keys")
  }

  private static func quoted(_ text: String) -> String {
    let shown = Array(text.utf8)[...].trimmed(\.isSpace)
    return "'\(String(decoding: shown.prefix(100), as: UTF8.self))'"
  }

  static func noRecipe(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a recipe is a mapping with 'package:' or 'outputs:'",
      remedy: "give the file of a recipe")
  }

  static func liftNameMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the package has no name", remedy: "add 'name:' with a text")
  }
}
