package import Diagnostics

extension V1 {
  /// A place of the recipe that makes variant keys count.
  package struct KeyUse: Hashable, Sendable {
    package enum Kind: String, Sendable {
      /// `${{ … }}`
      case expression
      /// `if:`
      case condition
      case skip
      /// A build or host requirement without a version.
      case requirement
      /// `build.variant.use_keys`
      case useKeys = "use_keys"
    }

    package var names: [String]
    package var kind: Kind
    /// As it was written.
    package var source: String
    var place: Place

    package func location(in recipe: Recipe) -> SourceLocation { place.location(in: recipe.file) }
  }
}
