import Conda
import Diagnostics
import Smithy
import Testing

/// Which Pythons a recipe gets that is for all platforms, or may be.
@Suite struct NoarchTests {
  private static func files(_ build: String) -> [String] {
    let recipe = """
      package:
        name: grid
        version: 1.0
      build:
        number: 0
      \(build)
      requirements:
        host:
          - python
      """
    let result = SmallFeedstock(
      recipe: recipe, ["recipe/conda_build_config.yaml": "is_pure:\n  - true\n  - false\n"]
    ).rerendering()
    #expect(result.findings.allSatisfy { $0.severity != .error }, "\(result.findings)")
    return result.files.keys.sorted()
  }

  @Test func theNewestPythonBuildsForAll() {
    #expect(Self.files("  noarch: python") == ["linux_64_.yaml"])
  }

  /// conda-build looks once at the recipe, without its variants, to see that; as in cython's feedstock.
  @Test func variantsDecideTooLate() {
    let files = Self.files("  noarch: python  # [is_pure]\n  force_use_keys:\n    - python")
    #expect(
      files == [
        "linux_64_is_purefalsepython3.12.____cpython.yaml",
        "linux_64_is_purefalsepython3.13.____cp313.yaml",
        "linux_64_is_puretruepython3.12.____cpython.yaml",
        "linux_64_is_puretruepython3.13.____cp313.yaml",
      ])
  }
}
