import Diagnostics
import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

@Suite struct V1LiftTests {
  static let recipe = """
    schema_version: 1
    context:
      name: Box
      version: "1.2"
      build_number: 3
      tag: v${{ version }}
    package:
      name: ${{ name | lower }}
      version: ${{ version }}
    source:
      url: https://example.org/box-${{ version }}.tar.gz
      sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    build:
      number: ${{ build_number }}
      skip:
        - win and match(python, "<3.11")
      script:
        - if: unix
          then: make install
          else: nmake install
      files:
        - share/**
    requirements:
      build:
        - ${{ compiler('c') }}
        - if: build_platform != target_platform
          then: python
      host:
        - ${{ pin_subpackage("libbox", upper_bound="x.x") }}
        - if: cuda_compiler_version != "None" and match(cuda_compiler_version, ">=12")
          then: cuda-version ${{ cuda_compiler_version }}.*
      run:
        - if: is_abi3 or win
          then: cpython
    tests:
      - python:
          imports: [box]
          python_version: 3.12.*
    about:
      license: MIT
      license_family: MIT
    """

  private func lifted() throws -> (recipe: Recipe, findings: Findings) {
    let (recipe, findings) = RecipeLift.v1(Self.recipe, file: "recipe.yaml")
    return (try #require(recipe), findings)
  }

  @Test func nameVersionAndNumberAreTheModels() throws {
    let recipe = try lifted().recipe
    #expect(recipe.name.value == "box")
    #expect(recipe.version.value == "1.2")
    #expect(recipe.outputs[0].build.number == BuildNumber(3))
    #expect(recipe.context.map(\.key) == ["name", "tag"])
  }

  @Test func conditionsAreInTheAlgebra() throws {
    let output = try lifted().recipe.outputs[0]
    #expect(
      output.build.skip.map(\.value) == [.platform(.win) && .version(.python, .less, "3.11")])
    #expect(
      output.build.commands == [
        .when(
          Located(.platform(.unix)), then: [Item("make install")],
          otherwise: [Item("nmake install")])
      ])
    #expect(
      output.requirements.conditions == [
        .crossBuild, .cuda && .modularCUDA, .expression("is_abi3") || .platform(.win),
      ])
  }

  @Test func requirementsAreTyped() throws {
    let requirements = try lifted().recipe.outputs[0].requirements
    #expect(requirements.build.first == Item(.compiler("c")))
    let pin = PackagePin(
      "libbox", lowerBound: PackagePin.defaultLowerBound, upperBound: "x.x", exact: false)
    #expect(requirements.host.first == Item(.pinSubpackage(pin)))
    let spec = requirements.host.guarded()[1].value.value
    #expect(
      spec
        == .package(
          Text([
            .literal("cuda-version "), .reference(.variant(.cudaCompilerVersion)), .literal(".*"),
          ])))
  }

  @Test func theRestIsKeptWithANote() throws {
    let (recipe, findings) = try lifted()
    #expect(
      recipe.kept == [
        KeptValue(["about", "license_family"], .string("MIT")),
        KeptValue(["build", "files"], .list([.string("share/**")])),
      ])
    #expect(findings.all.map(\.id) == ["kept-as-text", "kept-as-text"])
    #expect(findings.sorted.first?.location?.line == 22)
  }

  /// Lifting what was written makes the same model again.
  @Test func writingAndLiftingComeToRest() throws {
    let recipe = try lifted().recipe
    let text = Feedstock(recipe, format: .v1).files.first { $0.path == "recipe/recipe.yaml" }?.text
    let again = RecipeLift.v1(try #require(text), file: "recipe.yaml").recipe
    #expect(again == recipe)
  }

  @Test func aFileThatIsNoRecipeIsAFinding() {
    for text in ["", "- 1", "package: {version: 1}", "a: [", "package:\n  name: [x]"] {
      let (recipe, findings) = RecipeLift.v1(text, file: "recipe.yaml")
      #expect(recipe == nil)
      #expect(findings.hasErrors, "\(text)")
    }
  }
}

extension Requirements {
  fileprivate var conditions: [Condition] {
    sections.flatMap { $0.items.conditions().map(\.value) }
  }
}
