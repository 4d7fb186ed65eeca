import Diagnostics

extension Diagnostic {
  static func keptAsText(_ path: [String], at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "'\(path.joined(separator: "."))' has no word of its own here and was kept as it stands")
  }

  static func noRecipe(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a recipe is a mapping with 'package:' or 'outputs:'",
      remedy: "give the file of a recipe")
  }

  static func liftNameMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the package has no name", remedy: "add 'name:' with a text")
  }
}
