import Conda
import Diagnostics
import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

/// Blocks of Jinja, and selectors on keys with something below them.
@Suite struct V0BlockTests {
  private func lifted(_ text: String) throws -> (recipe: Recipe, findings: Findings) {
    let (recipe, findings) = RecipeLift.v0(Self.head + text, file: "meta.yaml")
    return (try #require(recipe, "\(findings.all.map(\.message))"), findings)
  }

  private static let head = "package:\n  name: box\n  version: 1.2\n"

  /// What is written again builds the same on each platform.
  private func check(_ text: String) throws {
    let recipe = try lifted(text).recipe
    let files = Feedstock(recipe, format: .v0).files
    let written = try #require(files.first { $0.path == "recipe/meta.yaml" }?.text)
    for platform in ["linux-64", "osx-arm64", "win-64"].map({ Platform($0) }) {
      func builds(_ text: String) throws -> [ComparableBuild] {
        try RecipeBuilds.v0(
          text, file: "meta.yaml", files: [], variants: [Self.variants], platform: platform)
      }
      let before = try builds(Self.head + text)
      #expect(!before.isEmpty)
      #expect(
        RecipeComparison(before, try builds(written)).differences == [],
        "\(platform)\n\(written)")
    }
  }

  private static let variants = RecipeFile(
    path: "conda_build_config.yaml",
    text: "mpi: [nompi, mpich]\nzlib: ['1']\ncuda_compiler_version: ['None', '12.9']\n")

  @Test(arguments: [
    // A block around entries, with two ways out.
    """
    requirements:
      host:
        - zlib
        {% if mpi == "nompi" %}
        - openblas
        {% elif win %}
        - mkl
        {% else %}
        - {{ mpi }}
        - fftw * mpi_*  # [linux]
        {% endif %}
    """,
    // A block around keys and sections.
    """
    build:
      number: 3
      {% if unix %}
      script: make
      {% else %}
      script: nmake
      {% endif %}
    {% if linux %}
    requirements:
      run:
        - patchelf
    {% endif %}
    """,
    // Variables that a block sets, one of which its condition reads.
    """
    {% if mpi != "nompi" %}
    {% set prefix = "mpi_" ~ mpi %}
    {% set mpi = "none" %}
    {% else %}
    {% set prefix = "nompi" %}
    {% endif %}
    build:
      string: {{ prefix }}_h{{ PKG_HASH }}_0
    """,
    // Loops that make entries, over a list and over a variable of several lines.
    """
    {% set tools = [
      "one",
      "two",
    ] %}
    test:
      commands:
        {% for tool in tools %}
        - box-{{ tool }} --help
        {% for word in ["a", "b"] %}
        - test -f {{ word }}/{{ tool }}  # [unix]
        {% endfor %}
        {% endfor %}
    """,
    // A choice inside a line.
    """
    requirements:
      run:
        - zlib {% if win %}>=1.2{% else %}>=1.3{% endif %}
    """,
    // Selectors on keys with something below them.
    """
    build:
      missing_dso_whitelist:  # [linux]
        - "*/libcuda.so*"     # [linux]
    requirements:             # [unix]
      run:                    # [unix]
        - zlib                # [unix]
        - patchelf            # [unix and linux]
    """,
    // A loop that makes keys stays as it is.
    """
    about:
      summary: Boxes.
      {% for key in {"home": "https://example.org", "license": "MIT"}.items() %}
      {{ key[0] }}: {{ key[1] }}
      {% endfor %}
    """,
    // Variables that are set by no plain assignment.
    """
    {% set major, minor = "1.2".split(".") %}
    requirements:
      run:
        - zlib {{ major }}.{{ minor }}
    """,
  ]) func writtenAgainItBuildsTheSame(text: String) throws { try check(text) }

  @Test func blocksBecomeConditions() throws {
    let requirements = try lifted(
      """
      requirements:
        run:
          {% if linux %}
          - a
          {% elif osx %}
          - b
          {% else %}
          - c  # [win64]
          {% endif %}
      """
    ).recipe.outputs[0].requirements
    #expect(
      requirements.run.guarded().map(\.conditions) == [
        [.platform(.linux)], [!.platform(.linux) && .platform(.osx)],
        [!.platform(.linux) && !.platform(.osx) && .platform(.win64)],
      ])
  }

  /// conda-build finds the keys that a recipe uses by where they stand.
  @Test func jinjaStaysJinjaWhereItReadsTheVariant() throws {
    let text = "requirements:\n  run:\n    {% if mpi == 'nompi' %}\n    - a\n    {% endif %}\n"
    let recipe = try lifted(text).recipe
    #expect(
      recipe.outputs[0].requirements.run.conditions().map(\.value) == [
        .expression("mpi == 'nompi'")
      ])
    let files = Feedstock(recipe, format: .v0).files
    let written = try #require(files.first { $0.path == "recipe/meta.yaml" }?.text)
    #expect(written.contains("    {% if mpi == 'nompi' %}\n    - a\n    {% endif %}\n"))
  }

  @Test func whatIsKeptAsTextIsQuoted() throws {
    let text = """
      about:
        {% for key, value in pairs.items() %}
        {{ key }}: {{ value }}
        {% endfor %}
      build:
        number: 1
      """
    let (recipe, findings) = try lifted(text)
    let warning = try #require(findings.all.first { $0.severity == .warning })
    #expect(warning.id == "jinja-kept-as-text")
    #expect(warning.location?.line == 5)
    #expect(warning.message.contains("'{% for key, value in pairs.items() %}'"))
    #expect(warning.message.contains("lines 4 to 7 were kept"))
    #expect(recipe.kept.map(\.path) == [[]])
    #expect(recipe.outputs[0].build.number == BuildNumber(1))
  }

  /// Where the line goes, what is below it becomes something else.
  @Test func aSelectorThatDecidesAboutMoreIsKept() throws {
    let (recipe, findings) = try lifted("requirements:  # [win]\n  run:\n    - a\n")
    #expect(findings.all.map(\.id) == ["jinja-kept-as-text"])
    #expect(findings.all[0].message.contains("'[win]'"))
    #expect(recipe.outputs[0].requirements.isEmpty)
  }
}
