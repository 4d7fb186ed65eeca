import RecipeModel

/// The version of one output, where it is not the recipe's.
///
///     Output("genn-headers") { PackageVersion("1.0") }
public struct PackageVersion: OutputWord {
  var version: String

  /// A version, or an expression for one.
  public init(_ version: String) { self.version = version }

  /// Adds it to the output.
  public func describe(in output: inout OutputDescription) {
    output.requireUnconditional("PackageVersion")
    output.model.version = Located(version, at: output.location)
  }
}
