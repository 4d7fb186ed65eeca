/// A command line as people type it, to be shown.
enum CommandText {
  static func of(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// Bare where a shell leaves it as it is, else in single quotes.
  private static func quoted(_ word: String) -> String {
    let isSafe =
      !word.isEmpty
      && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_./:=@%+,-".contains($0)) }
    return isSafe ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
