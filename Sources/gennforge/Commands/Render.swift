import ArgumentParser
import Conda
import Diagnostics

/// `gennforge render`
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render any recipe, recipe.yaml or meta.yaml, for its variants.",
    discussion: """
      The folder may be a feedstock or the folder of the recipe. With --variant the values come from \
      files such as those of .ci_support; without, the first of each key in gennforge's snapshot of \
      conda-forge's pinning is taken, under what the recipe's own variant file says.

      Nothing runs while rendering: recipes read no files but those beside them, nothing from the network, \
      and environment variables only with --allow-environment.
      """)

  @Argument(help: "A feedstock, the folder of a recipe, or its recipe.yaml or meta.yaml.")
  var path: String
  @Option(
    help: ArgumentHelp(
      "Variant values as in conda_build_config.yaml; may be given more than once.",
      valueName: "file"))
  var variant: [String] = []
  @Option(help: "The platform to build for, such as linux-64; else what the variant file says.")
  var platform: String?
  @Option(help: "The platform to build on, where it is another one.")
  var buildPlatform: String?
  @Flag(help: "Print JSON, with build strings and used variants.")
  var json = false
  @Flag(help: "Let the recipe read environment variables.")
  var allowEnvironment = false
  @OptionGroup var options: FindingOptions

  func validate() throws {
    if variant.isEmpty, platform == nil {
      throw ValidationError("say for what to render: --variant FILE or --platform NAME")
    }
    for name in [platform, buildPlatform].compactMap({ $0 }) {
      if Platform.known.contains(name) { continue }
      let known = Platform.known.sorted()
      let hint = nearest(to: name, in: known).map { "did you mean '\($0)'? " } ?? ""
      throw ValidationError(
        "no platform is called '\(name)'; \(hint)There are: \(known.joined(separator: ", "))")
    }
  }

  func run() throws {
    var findings = Findings()
    var recipes: [RenderedRecipe] = []
    do throws(Diagnostic) {
      let folder = try RecipeFolder(path)
      let sources = try VariantSources(
        own: folder.ownVariants, given: variant, platform: platform)
      let request = RenderRequest(
        folder: folder, sources: sources, buildPlatform: buildPlatform.map { Platform($0) },
        environment: allowEnvironment ? ProcessEnvironment.variables() : nil)
      recipes = try request.render(&findings)
    } catch {
      findings.add(error)
    }
    options.show(findings)
    if findings.hasErrors { throw ExitCode(1) }
    if json {
      Terminal.print(JSONText.array(recipes.map(\.json)).text(.pretty))
    } else {
      Terminal.print(recipes.map(\.yaml).joined(separator: "---\n"))
    }
  }
}
