import Diagnostics

extension Diagnostic {
  static func pathNotSettable(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda itself manages PATH, and ignores or loses what packages do to it",
      remedy: "install programs into bin, or into Library/bin on Windows")
  }

  static func variableSetTwice(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the variable '\(name)' is changed twice", remedy: "keep one of the two")
  }

  static func valueNotFixed(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "the value would hold what '\(name)' was when the package was built, not the user's",
      remedy: "use an activation script for it")
  }
}
