import Conda
import Foundation
import GeNNForge
import PythonEngine
import RecipeModel
import RecipeWriter
import Recipes
import Testing
import Variants

/// What the engines make of compiled recipes is what the model says, variant by variant.
@Suite(.enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct EngineEqualityTests {
  static let recipes = allRecipes.map(\.name) + Samples.all.map(\.name)

  private func recipe(_ name: String) throws -> GeNNForge.Recipe {
    try #require((allRecipes + Samples.all).first { $0.name == name }?.recipe)
  }

  @Test(arguments: recipes) func v1RendersAsTheModelSays(name: String) throws {
    let recipe = try recipe(name)
    let compiled = try CompiledFolder(recipe, format: .v1)
    #expect(compiled.findings == [])
    let document = try PythonEngine().renderV1(
      compiled["recipe/recipe.yaml"], variants: compiled.existing("variants.yaml"))
    // The engine is asked to build each platform on itself.
    var model = recipe.model().recipe
    model.forge.buildPlatforms = [:]
    #expect(document.platforms.count == Platform.usual.count)
    for platform in document.platforms {
      let expected = model.matrix(on: Platform(platform.platform)).builds.map(Build.init)
      let rendered = platform.kept.map(Build.init)
      expectEqual(rendered, expected, platform.platform)
      #expect(!expected.isEmpty || rendered.isEmpty)
    }
    #expect(document.kept.count > 0)
  }

  @Test(arguments: recipes) func v0RendersAsV1(name: String) throws {
    let recipe = try recipe(name)
    let (v0, v1) = (
      try CompiledFolder(recipe, format: .v0), try CompiledFolder(recipe, format: .v1)
    )
    #expect(v0.findings == [])
    let old = try PythonEngine().renderV0(
      v0["recipe/meta.yaml"], configs: v0.existing("conda_build_config.yaml"))
    let new = try PythonEngine().renderV1(
      v1["recipe/recipe.yaml"], variants: v1.existing("variants.yaml"))
    for platform in new.platforms {
      let other = try #require(old[platform.platform])
      expectEqual(other.kept.map(Build.init), platform.kept.map(Build.init), platform.platform)
    }
    #expect(old.kept.count > 0)
  }
}

/// Says which builds only one side has, and nothing of the many that both have.
private func expectEqual(_ a: [Build], _ b: [Build], _ platform: String) {
  let (a, b) = (Set(a), Set(b))
  let differences = (
    a.subtracting(b).map(\.description).sorted(), b.subtracting(a).map(\.description).sorted()
  )
  #expect(
    a.count == b.count && differences.0.isEmpty && differences.1.isEmpty,
    "\(platform): \(differences)")
}

/// What both formats and the model have in common of a build.
private struct Build: Hashable {
  var name: String
  var version: String
  var number: Int
  /// With `<hash>` in the place of the hash; empty where the tool makes the string.
  var string: String
  var requirements: [String: [RenderedRequirements.Dependency]]

  var description: String {
    let lists = requirements.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "\(name) \(version) \(string) \(number) \(lists)"
  }

  init(_ package: RenderedPackage) {
    name = package.name
    version = package.version ?? ""
    number = package.buildNumber
    let isOwn =
      !package.buildStringForm.hasPrefix("h<hash>") && !package.buildStringForm.hasPrefix("py")
      || package.buildStringForm.contains("_h<hash>")
    string = isOwn ? package.buildStringForm : ""
    let lists = package.requirements
    requirements = [
      "build": lists.build, "host": lists.host, "run": lists.run,
      "run_constraints": lists.runConstraints,
    ].filter { !$0.value.isEmpty }
  }

  init(_ build: RenderedOutput) {
    name = build.name
    version = build.version
    number = build.number
    string = build.string?.replacing("{hash}", with: "<hash>") ?? ""
    requirements = Dictionary(
      uniqueKeysWithValues: build.requirements.filter { !$0.lines.isEmpty }.map { section in
        (section.name, section.lines.map(RenderedRequirements.Dependency.init))
      })
  }
}

extension RenderedRequirements.Dependency {
  init(_ requirement: RenderedRequirement) {
    self =
      switch requirement {
      case .spec(let spec): .spec(spec)
      case .pinSubpackage(let pin): .pinSubpackage(.init(pin))
      case .pinCompatible(let pin): .pinCompatible(.init(pin))
      }
  }
}

extension RenderedRequirements.Pin {
  init(_ pin: PackagePin) {
    self.init(
      pin.name, lowerBound: pin.lowerBound, upperBound: pin.upperBound,
      exact: pin.exact ? true : nil)
  }
}
