import Conda
import Diagnostics
import RecipeReader
import Testing

/// Variant files of conda-build: which lines count, which values go together, which matter to a recipe.
@Suite struct V0VariantFileTests {
  private func configuration(_ text: String, _ platform: Platform = .linux64) throws
    -> V0VariantSpace
  {
    try V0VariantSpace([
      V0VariantFile(Array(text.utf8), file: "c.yaml", platform: platform)
    ])
  }

  private func variants(_ configuration: V0VariantSpace, _ recipe: V0Recipe) throws -> [V0Variant] {
    try #require(configuration.variants(using: recipe.mentionedKeys(among: configuration.keys)))
  }

  private func finding(_ text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try V0VariantFile(Array(text.utf8), file: "c.yaml", platform: .linux64)
      return nil
    } catch {
      return error
    }
  }

  @Test func valuesStayText() throws {
    let first = try configuration("python:\n- 3.10\n- 3.11\nblas: on\nnone:\n- None\n").first
    #expect(first.values == ["python": "3.10", "blas": "on", "none": "None"])
  }

  @Test func selectorsDecidePerPlatform() throws {
    let text = "a:\n- 1  # [win]\n- 2  # [unix]\nb:\n- x  # [osx]\n"
    #expect(try configuration(text).first.values == ["a": "2"])
    #expect(try configuration(text, .win64).first.values == ["a": "1"])
    #expect(try configuration(text, .osxArm64).first.values == ["a": "2", "b": "x"])
  }

  /// A `[…]` at the end of a line is a selector to conda-build, and the list is gone.
  @Test func flowListsAreTakenForSelectors() throws {
    #expect(try configuration("a: [1, 2]\nb: 3\n").first.values == ["b": "3"])
  }

  private static func file(_ keys: KeyValuePairs<String, [String]>, zip: [String] = []) -> String {
    let lists = keys.map { key, values in "\(key):\n" + values.map { "- \($0)\n" }.joined() }
    let names = zip.enumerated().map { "\($0.offset == 0 ? "- - " : "  - ")\($0.element)\n" }
    return lists.joined() + (zip.isEmpty ? "" : "zip_keys:\n" + names.joined())
  }

  @Test func onlyWhatTheRecipeMentionsVaries() throws {
    let configuration = try configuration(
      Self.file(
        ["python": ["3.10", "3.11"], "numpy": ["1", "2"], "other": ["x", "y"]],
        zip: ["python", "numpy"]))
    let recipe = V0Recipe("requirements:\n  host:\n    - python\n", file: "meta.yaml")
    let rows = try variants(configuration, recipe).map(\.values)
    #expect(
      rows == [
        ["python": "3.10", "numpy": "1", "other": "x"],
        ["python": "3.11", "numpy": "2", "other": "x"],
      ])
    let both = V0Recipe("- python\n- z  # [other == 'y']\n", file: "meta.yaml")
    #expect(try variants(configuration, both).count == 4)
    let none = V0Recipe("about:\n", file: "meta.yaml")
    #expect(try variants(configuration, none).count == 1)
  }

  @Test func scriptsMentionToo() throws {
    let configuration = try configuration(Self.file(["mpi": ["a", "b"]]))
    let recipe = V0Recipe(
      "about:\n", file: "meta.yaml", companions: ["build.sh": "echo ${mpi}\n"])
    #expect(try variants(configuration, recipe).count == 2)
  }

  @Test func laterFilesReplaceKeysAndListsGrow() throws {
    let files = [
      Self.file(["a": ["1", "2"], "b": ["3"], "ignore_version": ["x"]]),
      Self.file(["a": ["7"], "ignore_version": ["y"]]),
    ]
    let configuration = try V0VariantSpace(
      files.map { try V0VariantFile(Array($0.utf8), file: "c.yaml", platform: .linux64) })
    #expect(configuration.first.values == ["a": "7", "b": "3"])
    #expect(configuration.first.lists == ["ignore_version": ["x", "y"]])
  }

  @Test func mistakesHaveTheirPlaces() {
    let unequal = finding(Self.file(["a": ["1", "2"], "b": ["1"]], zip: ["a", "b"]))
    #expect(unequal?.id == "zipped-lengths-differ" && unequal?.location?.line == 4)
    #expect(finding("- a\n")?.id == "variant-file-not-mapping")
    #expect(finding("a:\n- 1  # [win and]\n")?.location?.line == 2)
    #expect(finding("a:\n# x\n- 1  # [win]\nb: 'c\n")?.location?.line == 4)
    #expect(finding("a\0")?.id == "recipe-not-text")
  }

  @Test func productsHaveALimit() throws {
    let keys = (0..<20).map { Self.file(["k\($0)": ["1", "2", "3"]]) }.joined()
    let recipe = V0Recipe(
      (0..<20).map { "- x  # [k\($0) == '1']\n" }.joined(), file: "meta.yaml")
    let matrix = recipe.matrix(of: try configuration(keys), platform: .linux64)
    #expect(matrix.findings.map(\.id) == ["too-many-v0-variants"])
  }
}
