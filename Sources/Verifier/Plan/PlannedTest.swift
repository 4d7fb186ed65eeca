/// One entry of a recipe's tests.
package enum PlannedTest: Hashable, Sendable {
  case python(imports: [String], pipCheck: Bool)
  case script(ScriptTest)
  case contents(ContentsTest)
  /// What runs nowhere here, by its key: `downstream`, `perl`, …
  case other(String)

  /// All of it as a text that is the same in each process.
  var fingerprint: String {
    guard case .script(let test) = self else { return "\(self)" }
    return [
      test.script.fingerprint, "\(test.requirements)", "\(test.recipeFiles)",
      "\(test.sourceFiles)",
    ].joined(separator: "\n")
  }

  package struct ScriptTest: Hashable, Sendable {
    package var script: PlannedScript
    package var requirements: [String]
    /// Copied from the recipe's folder and the source.
    package var recipeFiles: [String]
    package var sourceFiles: [String]
  }

  /// Globs, by the place that they are relative to.
  package struct ContentsTest: Hashable, Sendable {
    package var files: [String]
    package var sitePackages: [String]
    package var bin: [String]
    package var lib: [String]
    package var include: [String]
    package var absent: [String]
  }
}
