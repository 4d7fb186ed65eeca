package import Diagnostics
package import RecipeModel
import SpikingModels

/// What can stand in the body of a ``Recipe`` besides the words of an output.
public protocol RecipeWord: Sendable {
  /// Adds what the word says.
  func describe(in recipe: inout RecipeDescription)
}

/// A recipe while its words are read.
public struct RecipeDescription {
  package var model: RecipeModel.Recipe
  package var findings = Findings()
  /// Where the word stands that is being read.
  package var location: SourceLocation
  /// Words of an output that stand in the recipe's own body.
  var own: OutputDescription
  var hasOwn = false
  /// What the kernel tests of its named outputs run.
  var experiments: [Experiment] = []

  init(name: String, version: String, at location: SourceLocation) {
    let name = Located(name, at: location)
    model = RecipeModel.Recipe(name: name, version: Located(version, at: location))
    own = OutputDescription(name, at: location)
    self.location = location
  }
}

/// A word of a recipe's body. The builder makes these.
public enum RecipeEntry: Sendable {
  /// A word that only recipes have.
  case recipe(any RecipeWord, RecipePlace)
  /// A word of the recipe's only output.
  case own(OutputEntry)
  /// One of several packages.
  case output(Output, RecipePlace)
}

/// The body of a ``Recipe``.
@resultBuilder
public enum RecipeBuilder: ListBuilder {
  /// A word.
  public typealias Element = RecipeEntry

  /// A word that only recipes have.
  public static func buildExpression(
    _ word: some RecipeWord, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [RecipeEntry] {
    [.recipe(word, RecipePlace(file, line, column))]
  }

  /// A word of the recipe's only output.
  public static func buildExpression(
    _ word: some OutputWord, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [RecipeEntry] {
    [.own(.word(word, RecipePlace(file, line, column)))]
  }

  /// Words of the recipe's only output for some builds.
  public static func buildExpression(_ choice: OutputEntry) -> [RecipeEntry] { [.own(choice)] }

  /// Words of the recipe's only output that a function returns.
  public static func buildExpression(_ entries: [OutputEntry]) -> [RecipeEntry] {
    entries.map { .own($0) }
  }

  /// One of several packages.
  public static func buildExpression(
    _ output: Output, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [RecipeEntry] {
    [.output(output, RecipePlace(file, line, column))]
  }
}
