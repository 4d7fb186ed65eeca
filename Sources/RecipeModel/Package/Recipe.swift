/// A recipe as every reader makes it and every writer reads it, its conditions still inside.
package struct Recipe: Hashable, Sendable {
  /// The recipe's name: with one output the package's.
  package var name: Located<String>
  package var version: Located<String>
  package var feedstockName: Located<String>?
  /// For all outputs.
  package var sources: [Item<Source>] = []
  package var buildNumber: Located<Int> = Located(0)
  package var outputs: [Output] = []
  /// Outputs were written as such, even if there is one.
  package var hasNamedOutputs = false
  package var about = About()
  package var maintainers: [Located<String>] = []
  package var variants = VariantConfiguration()
  package var files: [Located<RecipeFile>] = []
  package var forge = ForgeConfiguration()
  /// Variables of the author's own, in the order in which they may use each other.
  package var context: [RecipeValue.Entry] = []
  package var comments = KeyComments()
  /// What has no word above, by its path from the top.
  package var kept: [KeptValue] = []

  package init(name: Located<String>, version: Located<String>) {
    self.name = name
    self.version = version
  }
}

extension Recipe {
  /// Whether the version is the variable `version`; else it is an expression, or the author's own
  /// variable has another value.
  package var versionIsVariable: Bool {
    !version.value.contains("${{") && context["version"] == nil
  }

  package var buildNumberIsVariable: Bool { context["build_number"] == nil }

  /// The recipe's sources and those of its outputs, each once.
  package var sharedSources: [Item<Source>] {
    outputs.flatMap(\.sources).reduce(into: sources) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// A file of the author's own that travels with the recipe.
package struct RecipeFile: Hashable, Sendable {
  /// Below the recipe's folder, with `/`.
  package var path: String
  package var text: String

  /// Where variants stand, in both formats.
  package static let variantFiles: Set<String> = ["variants.yaml", "conda_build_config.yaml"]

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
