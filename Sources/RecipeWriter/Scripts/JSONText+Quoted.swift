import Diagnostics

extension JSONText {
  static func quoted(_ text: String) -> String { JSONText.string(text).text(.compact) }

  /// What stands between the quotes.
  static func escaped(_ text: String) -> String { String(quoted(text).dropFirst().dropLast()) }
}
