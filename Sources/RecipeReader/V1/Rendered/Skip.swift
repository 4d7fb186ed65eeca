package import Diagnostics

extension V1 {
  /// A condition of `build.skip` that holds.
  struct SkipReason: Hashable, Sendable {
    /// As it was written.
    var source: String
    var place: Place
  }

  /// An output that is not built for one combination of values.
  package struct Skip: Sendable {
    /// Nil where the recipe is one package.
    package var output: String?
    package var source: String
    package var place: SourceLocation
    package var combination: Combination
  }
}
