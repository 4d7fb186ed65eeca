import Diagnostics
import GeNNForge
import Lint
import RecipeModel
import RecipeWriter
import Templates

/// A recipe under the name that the command line takes.
struct NamedRecipe {
  var name: String
  var description: GeNNForge.Recipe

  /// The model with everything that is wrong with it.
  func checked() -> (recipe: RecipeModel.Recipe, findings: Findings) {
    var (recipe, findings) = description.model()
    findings.add(contentsOf: RecipeChecks.findings(in: recipe))
    return (recipe, findings)
  }

  /// Files that its tests run.
  func testFiles(_ templates: TemplateSet, _ findings: inout Findings) -> [RecipeFile] {
    let file = KernelTestFile.file(
      named: KernelTests.fileName, running: description.experiments, templates: templates,
      findings: &findings)
    return file.map { [$0] } ?? []
  }
}
