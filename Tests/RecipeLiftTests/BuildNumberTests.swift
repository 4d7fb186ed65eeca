import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

/// Numbers that variants add to, in each format and from one into the other.
@Suite struct BuildNumberTests {
  private static let cuda = Condition.cuda

  private func text(_ recipe: Recipe, _ format: RecipeFormat) throws -> String {
    let name = format == .v0 ? "recipe/meta.yaml" : "recipe/recipe.yaml"
    return try #require(Feedstock(recipe, format: format).files.first { $0.path == name }?.text)
  }

  @Test(arguments: [
    ("build: 3", "${{ build }}", BuildNumber(3)),
    (
      "build: 3", "${{ build + 200 if cuda_compiler_version != \"None\" else build }}",
      BuildNumber(3, offsets: [.init(200, when: cuda)])
    ),
    (
      "build: 3\n  number: ${{ build + (100 if unix else 0) }}", "${{ number | int + 1 }}",
      BuildNumber(4, offsets: [.init(100, when: .platform(.unix))])
    ),
    (
      "build: 3", "${{ build if win else build + 10 }}",
      BuildNumber(3, offsets: [.init(10, when: !.platform(.win))])
    ),
  ]) func v1(context: String, number: String, expected: BuildNumber) throws {
    let recipe = try #require(
      RecipeLift.v1(
        "context:\n  \(context)\npackage:\n  name: box\n  version: 1.2.3\nbuild:\n  number: \(number)\n",
        file: "recipe.yaml"
      ).recipe)
    #expect(recipe.outputs[0].build.number == expected)
    #expect(recipe.kept == [])
    // The variables are the number's own.
    #expect(recipe.context == [])
    for format in [RecipeFormat.v1, .v0] {
      let written = try text(recipe, format)
      let again =
        format == .v1
        ? RecipeLift.v1(written, file: "recipe.yaml").recipe
        : RecipeLift.v0(written, file: "meta.yaml").recipe
      #expect(again?.outputs[0].build.number == expected, "\(written)")
    }
  }

  @Test(arguments: [
    (
      "{% set build = 2 %}\n{% set build = build + 200 %}  # [cuda_compiler_version != \"None\"]",
      "  number: {{ build }}", BuildNumber(2, offsets: [.init(200, when: cuda)])
    ),
    (
      "{% set build = 2 %}",
      "  number: {{ build }}  # [not win]\n  number: {{ build + 5 }}  # [win]",
      BuildNumber(2, offsets: [.init(5, when: .platform(.win))])
    ),
    (
      "{% set build = \"2\" %}\n{% if unix %}\n{% set build = build|int + 5 %}\n{% endif %}",
      "  number: {{ build }}", BuildNumber(2, offsets: [.init(5, when: .platform(.unix))])
    ),
  ]) func v0(variables: String, number: String, expected: BuildNumber) throws {
    let recipe = try #require(
      RecipeLift.v0(
        "\(variables)\npackage:\n  name: box\n  version: 1.2\nbuild:\n\(number)\n",
        file: "meta.yaml"
      ).recipe)
    #expect(recipe.outputs[0].build.number == expected)
    #expect(recipe.context == [])
    for format in [RecipeFormat.v1, .v0] {
      let written = try text(recipe, format)
      let again =
        format == .v1
        ? RecipeLift.v1(written, file: "recipe.yaml").recipe
        : RecipeLift.v0(written, file: "meta.yaml").recipe
      #expect(again?.outputs[0].build.number == expected, "\(written)")
    }
  }

  /// A variable that something else reads stays.
  @Test func variablesThatAreReadElsewhereStay() throws {
    let text = """
      {% set build = 2 %}
      package:
        name: box
        version: 1.2
      build:
        number: {{ build }}
        string: "h{{ PKG_HASH }}_{{ build }}"
      """
    let recipe = try #require(RecipeLift.v0(text, file: "meta.yaml").recipe)
    #expect(recipe.context == [.init("build", .plain("2"))])
    #expect(recipe.outputs[0].build.number == BuildNumber(2))
  }

  @Test func severalAmountsInSwift() throws {
    var recipe = Recipe(name: Located("box"), version: Located("1"))
    var output = Output(Located("box"))
    output.build.number = BuildNumber(
      0,
      offsets: [.init(100, when: .platform(.linux)), .init(200, when: Self.cuda)])
    recipe.outputs = [output]
    #expect(
      SwiftWriter(recipe).text.contains(
        "BuildNumber(0).adding(100, when: .linux).adding(200, when: .cuda)"))
    #expect(
      try text(recipe, .v0).contains(
        """
          number: {{ build_number + 300 }}  # [linux and (cuda_compiler_version or "None") != "None"]
          number: {{ build_number + 100 }}  # [linux and (cuda_compiler_version or "None") == "None"]
          number: {{ build_number + 200 }}  # [not linux and (cuda_compiler_version or "None") != "None"]
          number: {{ build_number }}  # [not linux and (cuda_compiler_version or "None") == "None"]
        """))
  }
}
