import Diagnostics

extension Diagnostic {
  static func writesSharedArray(_ model: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place,
      "'\(model)' writes an array that all its elements share, which the engine 'cuda' can't do in order",
      remedy: "use a variable for each element, or the engine 'reference' or 'cxx' with one thread")
  }
}
