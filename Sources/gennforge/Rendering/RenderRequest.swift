import Conda
import Diagnostics
import RecipeReader

/// One recipe and what it is to be rendered for.
struct RenderRequest {
  let folder: RecipeFolder
  let sources: VariantSources
  let buildPlatform: Platform?
  /// What the recipe may see of it; nil for nothing.
  let environment: [String: String]?

  func render(_ findings: inout Findings) throws(Diagnostic) -> [RenderedRecipe] {
    switch folder.format {
    case .v0: try renderV0(&findings)
    case .v1: try renderV1(&findings)
    }
  }

  private func renderV0(_ findings: inout Findings) throws(Diagnostic) -> [RenderedRecipe] {
    let recipe = V0Recipe(
      bytes: folder.bytes, file: folder.file, companions: folder.companions())
    let settings = V0Settings(buildPlatform: buildPlatform, environment: environment)
    let matrix = recipe.matrix(
      of: try sources.v0(environment: environment), platform: sources.platform,
      settings: settings)
    findings.add(contentsOf: matrix.findings)
    var unknown: [Diagnostic] = []
    for finding in matrix.packages.flatMap({ V0Keys.findings(in: $0, file: folder.file) })
    where !unknown.contains(finding) {
      unknown.append(finding)
    }
    findings.add(contentsOf: unknown)
    return (matrix.skipsVariants ? [.skipped(on: sources.platform)] : [])
      + matrix.packages.map { RenderedRecipe($0, on: sources.platform) }
  }

  private func renderV1(_ findings: inout Findings) throws(Diagnostic) -> [RenderedRecipe] {
    let permissions = V1.Permissions(environment: environment)
    let platforms = V1.Platforms(target: sources.platform, build: buildPlatform)
    let (recipe, problems) = V1.Recipe.read(bytes: folder.bytes, file: folder.file)
    findings.add(contentsOf: problems.all)
    guard let recipe else { return [] }
    let rendering = try recipe.render(
      try sources.v1(platforms, permissions), for: platforms, permissions: permissions)
    findings.add(contentsOf: rendering.warnings)
    return rendering.outputs.map { RenderedRecipe($0, on: sources.platform) }
  }
}
