import Diagnostics

// What can go wrong while a v1 recipe is rendered.
extension Diagnostic {
  static func failedExpression(
    _ error: V1.ExpressionError, in source: String, at place: SourceLocation
  ) -> Diagnostic {
    let quoted = source.count > 80 ? source.prefix(77) + "..." : source[...]
    return Diagnostic(
      .error, at: place, "\(error.message), in `\(quoted)`", remedy: error.remedy)
  }

  static func unknownStagingOutput(
    _ name: String, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    let suggestion = Suggestion(for: name, in: known)
    return Diagnostic(
      .error, at: place, "there is no staging output '\(name)'",
      remedy: suggestion?.remedy
        ?? (known.isEmpty
          ? "add one with `staging:`" : "inherit from one of \(known.joined(separator: ", "))"))
  }

  static func outputCycle(_ names: [String], at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the outputs \(names.joined(separator: ", ")) depend on each other",
      remedy: "take one of the requirements out")
  }

  static func unknownPinnedOutput(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "pin_subpackage names '\(name)', which is no output here",
      remedy: "name an output, or use pin_compatible")
  }

  static func environmentRead(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "the recipe asks for the environment variable \(name), which it may not see",
      remedy: "allow it with --allow-environment")
  }
}
