import Conda
import Diagnostics
import Smithy
import Testing

/// What older releases of conda-smithy wrote differently (`configure_feedstock.py` of their tags).
@Suite struct ReleaseTests {
  private static let recipe = """
    package:
      name: grid
      version: 1.0
    about:
      summary: "{{ flavor }}"
    """
  private static let pinning = """
    flavor:
      - a/b:c,
    cdt_name:
      - conda
    github_actions_labels:
      - mine
    """

  private static func files(
    _ release: String, flavors: [String] = ["a/b:c,", "d"], forge: String = "",
    before text: String = "", recipe: String = recipe, in name: String = "meta.yaml"
  ) throws -> [String: String] {
    let lists = flavors.map { "  - \($0)\n" }.joined()
    let feedstock = Feedstock(
      files: [
        "conda-forge.yml": Array(forge.utf8), "recipe/\(name)": Array((text + recipe).utf8),
        "recipe/conda_build_config.yaml": Array("flavor:\n\(lists)".utf8),
      ], pinning: Array(pinning.utf8))
    let renderer = FeedstockRenderer(feedstock, release: try SmithyRelease(release))
    let result = renderer.rerendering(only: .linux64)
    #expect(result.findings.allSatisfy { $0.severity != .error }, "\(result.findings)")
    return result.files
  }

  @Test(arguments: [("3.52.2", true), ("3.52.3", false), ("3.61.1", false)])
  func treeNamesWereKept(release: String, isKept: Bool) throws {
    let file = try #require(try Self.files(release).values.first)
    #expect(file.contains("cdt_name:\n- conda\n") == isKept)
  }

  @Test(arguments: [
    ("3.58.0", "", false), ("3.58.1", "", true),
    ("3.58.0", "github_actions:\n  self_hosted: true\n", true),
  ])
  func runnerLabelsAreKept(release: String, forge: String, areKept: Bool) throws {
    let file = try #require(try Self.files(release, forge: forge).values.first)
    #expect(file.contains("github_actions_labels:\n- mine\n") == areKept)
  }

  @Test(arguments: [
    ("3.51.1", "linux_64_flavorab:c,.yaml"), ("3.52.2", "linux_64_flavorab:c.yaml"),
    ("3.55.0", "linux_64_flavorabc.yaml"),
  ])
  func namesLeaveCharactersOut(release: String, name: String) throws {
    #expect(try Self.files(release).keys.sorted() == [name, "linux_64_flavord.yaml"].sorted())
  }

  @Test(arguments: [
    ("3.50.0", 215, 35 + 2 + 10), ("3.50.1", 190, 190 + 2 + 8), ("3.56.0", 190, 179 + 2 + 8),
  ])
  func longNamesAreCut(release: String, length: Int, cut: Int) throws {
    let long = String(repeating: "x", count: length)
    let names = try Self.files(release, flavors: [long, "d"]).keys.map { $0.dropLast(5) }
    #expect(names.map(\.count).max() == cut)
    #expect(names.contains { $0.dropLast(release == "3.50.0" ? 10 : 8).hasSuffix("_h") })
  }

  /// What uses `flavor` changed with conda-build: 24.9, 24.11, 25.11 and 26.7.
  @Test(arguments: [
    ("{% set a = \"flavors\" %}\n", "3.40.1", false),
    ("{% set a = \"flavors\" %}\n", "3.41.0", true),
    ("{% set a = \"flavors\" %}\n", "3.44.7", false),
    ("{% set a = xflavor %}\n", "3.53.1", true), ("{% set a = xflavor %}\n", "3.53.2", false),
    ("build:\n  script: echo {{ flavor | replace('a', 'b') }}\n", "3.44.6", false),
    ("build:\n  script: echo {{ flavor | replace('a', 'b') }}\n", "3.44.7", true),
    ("build:\n  script: echo {{flavor}}\n", "3.44.6", true),
    ("build:\n  script: echo {{flavor}}\n", "2026.6.14", false),
    ("build:\n  script: echo {{flavor}}\n", "2026.8.5", true),
  ])
  func usesAreFoundAsThen(text: String, release: String, isUsed: Bool) throws {
    let recipe = Self.recipe.replacing("flavor", with: "other")
    let files = try Self.files(release, before: text, recipe: recipe)
    #expect(files.values.contains { $0.contains("flavor:") } == isUsed)
  }

  /// rattler-build before 0.58 counted what branches not taken mention.
  @Test(arguments: [("3.54.2", true), ("3.55.0", false)])
  func untakenBranchesCounted(release: String, areCounted: Bool) throws {
    let recipe = """
      recipe: {name: grid, version: "1.0"}
      outputs:
        - package: {name: plain}
          build: {script: echo}
        - package: {name: grid}
          build: {skip: "not linux"}
          requirements:
            host:
              - if: win
                then: libgrid ${{ flavor }}.*
      """
    let files = try Self.files(
      release, forge: "conda_build_tool: rattler-build\n", recipe: recipe, in: "recipe.yaml")
    let file = try #require(files.values.first)
    #expect(file.contains("flavor:\n- a/b:c,\n- d\n") == areCounted)
  }
}
