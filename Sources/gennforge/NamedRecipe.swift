import Conda
import Diagnostics
import GeNNForge
import Lint
import RecipeModel
import RecipeWriter
import Templates

/// A recipe under the name that the command line takes.
struct NamedRecipe: Sendable {
  var name: String
  var description: GeNNForge.Recipe

  /// The model with everything that is wrong with it, in formats that it is written in.
  func checked(
    in formats: [RecipeFormat] = [.v1, .v0]
  ) -> (recipe: RecipeModel.Recipe, findings: Findings) {
    var (recipe, findings) = description.model()
    let dialects = formats == [.v0] ? [Dialect.conda] : Dialect.both
    findings.add(contentsOf: RecipeChecks.findings(in: recipe, dialects: dialects))
    return (recipe, findings)
  }

  /// Files that its tests run.
  func testFiles(_ templates: TemplateSet) -> (files: [RecipeFile], findings: Findings) {
    var findings = Findings()
    let file = KernelTestFile.file(
      named: KernelTests.fileName, running: description.experiments, templates: templates,
      findings: &findings)
    return (file.map { [$0] } ?? [], findings)
  }

  /// Its feedstocks, unless it has errors. Networks are simulated while the recipe is checked, and
  /// the formats are written at the same time.
  func compiled(
    to formats: [RecipeFormat], templates: TemplateSet
  ) async -> (feedstocks: [RecipeFormat: Feedstock], findings: Findings) {
    async let testing = testFiles(templates)
    var (model, findings) = checked(in: formats)
    let tests = await testing
    findings.add(contentsOf: tests.findings.all)
    guard !findings.hasErrors else { return ([:], findings) }
    let recipe = model
    let feedstocks = await withTaskGroup { group in
      for format in formats {
        group.addTask {
          (
            format,
            Feedstock(recipe, format: format, adding: tests.files, templates: templates)
          )
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for format in formats {
      for finding in feedstocks[format]?.findings.all ?? [] where !findings.all.contains(finding) {
        findings.add(finding)
      }
    }
    return (feedstocks, findings)
  }
}
