package import Diagnostics
package import RecipeModel
package import SpikingModels

/// A conda package, or several of one feedstock, as a value.
///
///     let box = Recipe("box", version: "1.2.0") {
///       Source(url: "https://example.org/box-\(.version).tar.gz", sha256: "0f…9a")
///       Noarch.python
///       Script { PipInstall() }
///       HostRequirements { "python"; "pip"; "setuptools" }
///       RunRequirements { "python" }
///       Tests { Imports("box") }
///       About(homepage: "https://example.org", license: "MIT", licenseFile: "LICENSE", summary: "Boxes.")
///       Maintainers("someone")
///     }
///
/// `gennforge compile box` writes it as `recipe.yaml` or `meta.yaml` with all that belongs to it.
public struct Recipe: Sendable {
  /// The package's name, or with several outputs the recipe's.
  public let name: String
  /// The version that all outputs share.
  public let version: String
  var body: [RecipeEntry]
  var place: RecipePlace

  /// A recipe from its words, in any order.
  public init(
    _ name: String, version: String, file: String = #fileID, line: Int = #line,
    column: Int = #column, @RecipeBuilder _ body: () -> [RecipeEntry]
  ) {
    self.name = name
    self.version = version
    self.body = body()
    place = RecipePlace(file, line, column)
  }

  /// The neutral tree behind the words, and what is wrong with the words themselves.
  package func model() -> (recipe: RecipeModel.Recipe, findings: Findings) {
    var description = RecipeDescription(name: name, version: version, at: place.location)
    description.read(body)
    return description.finished()
  }

  /// The networks of all its kernel tests, each once.
  package var experiments: [Experiment] {
    var description = RecipeDescription(name: name, version: version, at: place.location)
    description.read(body)
    return (description.own.experiments + description.experiments).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
