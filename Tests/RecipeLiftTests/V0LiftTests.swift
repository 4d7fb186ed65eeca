import Diagnostics
import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

@Suite struct V0LiftTests {
  static let recipe = """
    {% set name = "Box" %}
    {% set version = "1.2" %}
    {% set major = version.split(".")[0] %}

    package:
      name: {{ name|lower }}
      version: {{ version }}

    source:
      url: https://example.org/box-{{ version }}.tar.gz  # [unix]
      url: https://example.org/box-{{ version }}.zip  # [win]
      sha256: "0123"

    build:
      number: 0
      skip: true  # [py<38 or (osx and py>312)]
      script: make  # [not win]
      script: nmake  # [win]

    requirements:
      build:
        - {{ compiler('c') }}
      run:
        - libbox {{ major }}
        - pywin32  # [win]

    test:
      imports:
        - box
      requires:
        - pip
      commands:
        - pip check
        - box --help

    about:
      home: https://example.org
      doc_source_url: https://example.org/doc
    """

  private func lifted() throws -> Recipe {
    try #require(RecipeLift.v0(Self.recipe, file: "meta.yaml").recipe)
  }

  @Test func variablesAndSelectorsBecomeTheModels() throws {
    let recipe = try lifted()
    #expect(recipe.name.value == "box")
    #expect(recipe.version.value == "1.2")
    #expect(
      recipe.context == [
        .init("name", .string("Box")), .init("major", .string("${{ version.split(\".\")[0] }}")),
      ])
    let build = recipe.outputs[0].build
    #expect(
      build.skip.map(\.value) == [
        .version(.python, .less, "3.8") || (.platform(.osx) && .version(.python, .greater, "3.12"))
      ])
    #expect(
      build.commands.guarded().map(\.conditions) == [[!.platform(.win)], [.platform(.win)]])
    #expect(recipe.sources.guarded().map(\.conditions) == [[.platform(.unix)], [.platform(.win)]])
  }

  @Test func testsShareTheirChecks() throws {
    #expect(
      try lifted().outputs[0].tests == [
        Item(.python(PythonTest(imports: [Located("box")], pipCheck: true))),
        Item(.commands(CommandTest(commands: [Item("box --help")]))),
      ])
  }

  @Test func whatOnlyThisFormatHasStaysForIt() throws {
    let recipe = try lifted()
    #expect(
      recipe.kept == [
        KeptValue(
          ["about", "doc_source_url"], .string("https://example.org/doc"), format: .v0)
      ])
    let files = Feedstock(recipe, format: .v1).files
    let text = try #require(files.first { $0.path == "recipe/recipe.yaml" }?.text)
    #expect(!text.contains("doc_source_url"))
  }

  @Test func writingAndLiftingComeToRest() throws {
    let recipe = try lifted()
    let text = Feedstock(recipe, format: .v0).files.first { $0.path == "recipe/meta.yaml" }?.text
    let again = RecipeLift.v0(try #require(text), file: "meta.yaml").recipe
    #expect(again == recipe, "\(text ?? "")")
  }

  @Test(arguments: [
    ("{% macro a() %}\npackage: {name: a}\n{% endmacro %}", "jinja-not-lifted", 1),
    ("package:  # [win]\n  name: a\nbuild:\n  number: 1\n", "jinja-not-lifted", 1),
    ("package:\n  name: {{ a\n", "jinja-not-lifted", 2),
    ("", "no-recipe", 1),
  ]) func whatCannotBeLiftedIsAFinding(text: String, id: String, line: Int) {
    let (recipe, findings) = RecipeLift.v0(text, file: "meta.yaml")
    #expect(recipe == nil)
    let error = findings.all.first { $0.severity == .error }
    #expect(error?.id == id)
    #expect(error?.location?.line == line)
  }
}
