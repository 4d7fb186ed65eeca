/// What terminals call SGR sequences, or nothing.
enum Colours: Hashable, Sendable {
  case none, ansi

  func strong(_ text: String) -> String { wrap(text, "1") }
  func caret(_ text: String) -> String { wrap(text, "1;32") }

  func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;35")
    case .note: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    self == .none ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
