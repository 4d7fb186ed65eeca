import Diagnostics

/// What can be wrong with a recipe's sections and values.
extension Diagnostic {
  static func recipeTooLarge(_ bytes: Int, limit: Int, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the recipe has \(bytes) bytes; at most \(limit) are read",
      remedy: "move data into files beside it")
  }

  static func recipeNotText(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the recipe is not text: a zero byte is here", remedy: "save it as UTF-8")
  }

  static func recipeNotUnicode(at place: SourceLocation) -> Self {
    Self(.error, at: place, "the recipe is not UTF-8 in this line", remedy: "save it as UTF-8")
  }

  static func recipeNotMapping(at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "a recipe has sections such as 'package:', and none is here",
      remedy: "begin with 'package:' and its name and version")
  }

  static func sectionNotMapping(_ name: String, orList: Bool, at place: SourceLocation) -> Self {
    Self(
      .error, at: place,
      orList
        ? "'\(name)' should hold keys and values, or a list of those"
        : "'\(name)' should hold keys and values", remedy: "write 'key: value' below it")
  }

  static func nameMissing(at place: SourceLocation) -> Self {
    Self(.error, at: place, "the package has no name", remedy: "add 'name:' under 'package:'")
  }

  static func nameNotLowercase(_ name: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the package's name '\(name)' has capitals",
      remedy: "write '\(name.lowercased())', or '{{ name|lower }}' where it is a variable")
  }

  static func versionMissing(at place: SourceLocation) -> Self {
    Self(.error, at: place, "the package has no version", remedy: "add 'version:' under 'package:'")
  }

  static func versionBeginsWithDot(_ version: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the version '\(version)' begins with a dot",
      remedy: "begin it with a number")
  }

  static func badCharacters(
    _ characters: String, in key: String, _ text: String, at place: SourceLocation
  ) -> Self {
    Self(
      .error, at: place, "'\(text)' has characters that \(key) can't hold: \(characters)",
      remedy: "use letters, digits, '.' and '_'")
  }

  static func badBuildNumber(_ text: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the build number '\(text)' is no whole number from 0 on",
      remedy: "write 0, and one more for each new build of the same version")
  }

  static func badNoarch(_ text: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "'noarch' can't be '\(text)'", remedy: "write 'python' or 'generic'")
  }

  static func badPinDepends(_ text: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "'pin_depends' can't be '\(text)'",
      remedy: "write 'record' or 'strict', or leave it out")
  }

  static func badFeature(_ text: String, at place: SourceLocation) -> Self {
    Self(.error, at: place, "the feature '\(text)' has a '-'", remedy: "write '_' instead")
  }

  static func badLicenseFamily(_ text: String, at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "conda-build knows no license family '\(text)'",
      remedy: "leave 'license_family' out, or take one such as BSD, MIT, GPL3, APACHE or OTHER")
  }

  static func severalRevisions(_ keys: [String], at place: SourceLocation) -> Self {
    Self(
      .error, at: place, "the source has several revisions: \(keys.joined(separator: ", "))",
      remedy: "keep 'git_rev'")
  }
}
