import Diagnostics

// What can be wrong with the form of a v1 recipe.
extension Diagnostic {
  static func unknownField(
    _ name: String, in section: String, allowed: [String], at place: SourceLocation
  ) -> Diagnostic {
    let suggestion = Suggestion(for: name, in: allowed)
    return Diagnostic(
      .error, at: place, "\(section) has no field '\(name)'",
      remedy: suggestion?.remedy
        ?? "use one of \(allowed.joined(separator: ", "))")
  }

  static func missingField(
    _ name: String, in section: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.error, at: place, "\(section) misses '\(name)'", remedy: "add '\(name):'")
  }

  static func unexpectedKind(
    of field: String, _ node: V1.Node, expected: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(field) is \(node.kindName)", remedy: "write \(expected) instead")
  }

  static func invalidValue(
    of field: String, _ reason: String, remedy: String? = nil, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.error, at: place, "\(field): \(reason)", remedy: remedy)
  }

  static func invalidExpression(
    _ error: V1.ExpressionError, in field: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.error, at: place, "\(field): \(error.message)", remedy: error.remedy)
  }

  static func repeatedField(
    _ name: String, first: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' stands here for the second time",
      remedy: "keep one of the two", notes: [Note("the first is here", at: first)])
  }

  static func experimentalFeature(_ feature: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(feature) is an experimental feature of the build tool",
      remedy: "build with --experimental, or do without")
  }
}

extension Diagnostic {
  /// Closures can't say what they throw, but here it is always a finding.
  init(_ error: any Error) {
    self = error as? Diagnostic ?? Diagnostic(.error, at: nil, "\(error)")
  }
}
