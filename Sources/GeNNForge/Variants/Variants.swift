package import Diagnostics
package import RecipeModel

/// The values that a recipe is built with, besides what conda-forge's pinning says.
///
///     Variants {
///       PythonVersions("3.12", "3.13")
///       Axis(mpi, [.nompi, .openmpi])
///     }
public struct Variants: RecipeWord {
  var words: [Line]

  /// One axis a line; every combination of them is a build, unless skipped.
  public init(@VariantsBuilder _ lines: () -> [Line]) { words = lines() }

  /// Adds them.
  public func describe(in recipe: inout RecipeDescription) {
    for line in words {
      var description = VariantsDescription(location: line.place.location)
      line.word.describe(in: &description)
      recipe.model.variants.axes += description.axes
      recipe.findings.add(contentsOf: description.findings.all)
    }
  }

  /// A word with its place. The builder makes these.
  public struct Line: Sendable {
    var word: any VariantsWord
    var place: RecipePlace
  }
}

/// What can stand in ``Variants``.
public protocol VariantsWord: Sendable {
  /// Adds the axes that the word stands for.
  func describe(in variants: inout VariantsDescription)
}

/// Variants while their words are read.
public struct VariantsDescription {
  package var axes: [VariantAxis] = []
  package var findings = Findings()
  package var location: SourceLocation

  init(location: SourceLocation) { self.location = location }
}

/// The body of ``Variants``.
@resultBuilder
public enum VariantsBuilder: ListBuilder {
  /// One word.
  public typealias Element = Variants.Line

  /// One word.
  public static func buildExpression(
    _ word: some VariantsWord, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Variants.Line] {
    [Variants.Line(word: word, place: RecipePlace(file, line, column))]
  }
}

extension Diagnostic {
  static func unevenRow(
    _ row: [String], keys: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "the row [\(row.joined(separator: ", "))] has \(row.count) values for \(keys.count) keys",
      remedy: "give one value each for \(keys.joined(separator: ", "))")
  }
}
