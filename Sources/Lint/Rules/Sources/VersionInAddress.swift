import Conda
import Diagnostics
import RecipeModel

/// conda-forge's bot updates a recipe by its version alone: addresses must follow from it.
enum VersionInAddress: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let version = recipe.recipe.version.value
    return recipe.sources.flatMap { source -> [Diagnostic] in
      guard case .url(let addresses, _) = source.value.origin, let address = addresses.first else {
        return []
      }
      let place = address.location ?? source.location
      let text = address.value.resolved { if case .version = $0 { version } else { "1" } }
      // What is no address has a rule of its own.
      guard !version.isEmpty, (try? SourceURL(text)) != nil else { return [] }
      if let suffix = preRelease(in: text, of: version) {
        return [.preReleaseSource(version, suffix, at: place)]
      }
      if address.value.references.contains(.version) { return [] }
      guard let literal = address.value.literal else { return [] }
      return literal.contains(version)
        ? [.versionInAddress(version, at: place)] : [.unversionedAddress(literal, at: place)]
    }
  }

  /// `_RC1` in `genn-5.3.0_RC1.tar.gz` where the recipe's version is `5.3.0`.
  private static func preRelease(in address: String, of version: String) -> String? {
    var rest = address[...]
    while let range = rest.firstRange(of: version) {
      rest = rest[range.upperBound...]
      let suffix = rest.prefix { $0 != "/" && $0 != "." }
      let word = suffix.drop { $0 == "-" || $0 == "_" }.lowercased()
      let letters = word.prefix(while: \.isLetter)
      if ["rc", "a", "b", "alpha", "beta", "dev", "pre"].contains(letters) {
        return String(suffix)
      }
    }
    return nil
  }
}

extension Diagnostic {
  static func versionInAddress(_ version: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the address holds '\(version)' as a text, so no bot can update it",
      remedy: "write \\(.version) in its place")
  }

  static func unversionedAddress(_ address: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the address doesn't depend on the version: what it names may change",
      remedy: "write the address of a release, with \\(.version) in it")
  }

  static func preReleaseSource(
    _ version: String, _ suffix: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the source is '\(version)\(suffix)', and the package says '\(version)'",
      remedy: "fetch the release itself, or write the whole version into the recipe")
  }
}
