import Diagnostics
import Smithy
import Testing

/// What is wrong or suspicious about a feedstock's variant files.
@Suite struct CheckTests {
  private func findings(
    _ config: String, _ others: [String: String] = [:]
  ) -> [String] {
    let files = ["recipe/conda_build_config.yaml": config].merging(others) { $1 }
    return SmallFeedstock(files).rerendering(only: nil).findings.map { finding in
      let place = finding.location.map { "\($0.file):\($0.line)" } ?? ""
      return "\(place) \(finding.severity) \(finding.id): \(finding.remedy ?? "")"
    }
  }

  @Test(arguments: [
    ("pyhton:\n  - 3.12\n", ":1 warning unused-variant-key: did you mean 'python'?"),
    (
      "quite_another_key:\n  - 1\n",
      ":1 note unused-variant-key: take it out, or use it in the recipe"
    ),
    (
      "libgrid: [1, 2]\n",
      ":1 warning flow-list-dropped: write a value a line, with '- ' before each"
    ),
    ("libgrid: []\n", ":1 warning empty-variant-list: give it values, or take the key out"),
    (
      "c_compiler_version:\n  - 14\n  - 10\n",
      ":1 warning half-overridden-group: give values of cuda_compiler_version in the same file, row by row"
    ),
  ])
  func suspiciousFilesStillRender(_ config: String, _ wanted: String) {
    let found = findings(config)
    #expect(found.contains("recipe/conda_build_config.yaml" + wanted), "\(found)")
    let files = SmallFeedstock(["recipe/conda_build_config.yaml": config]).rerendering().files
    #expect(!files.isEmpty)
  }

  @Test(arguments: [
    (
      "cuda_compiler_version:\n  - None\nc_compiler_version:\n  - 1\n  - 2\nzip_keys:\n  -\n    - cuda_compiler_version\n    - c_compiler_version\n",
      "zipped-lengths-differ"
    ),
    ("libgrid:\n  - {a: b}\n", "variant-value-not-scalar"),
    ("libgrid: {a: b}\n", "variant-value-not-scalar"),
    ("lib-grid:\n  - 1\n", "variant-key-with-dash"),
    ("<!DOCTYPE html>\n<html></html>\n", "variant-file-not-mapping"),
    ("libgrid:\n" + String(repeating: "  - 1\n", count: 10_000), "too-many-variant-values"),
  ])
  func brokenFilesWriteNothing(_ config: String, _ id: String) {
    let result = SmallFeedstock(["recipe/conda_build_config.yaml": config]).rerendering()
    let error = result.findings.first { $0.severity == .error }
    #expect(error?.id == id)
    #expect(error?.location?.file == "recipe/conda_build_config.yaml")
    #expect(error?.remedy != nil)
    #expect(result.files.isEmpty && result.jobs.isEmpty && result.platforms.isEmpty)
  }

  @Test func usedKeysAreNoMistakes() {
    #expect(
      findings(
        """
        libgrid:
          - 3
        docker_image:
          - example.org/image
        c_compiler_version:
          - 15
        cuda_compiler_version:
          - None
        zip_keys:
          -
            - cuda_compiler_version
            - c_compiler_version
        """) == [])
  }

  @Test func unknownPlatformsAreNamed() {
    let found = findings("", ["conda-forge.yml": "provider:\n  linx_64: azure\n  osx: azure\n"])
    #expect(found == ["conda-forge.yml:2 warning forge-platform-ignored: write 'linux_64'"])
  }

  @Test func migrationsThatContradictEachOtherWriteNothing() throws {
    let other = SmallFeedstock.migration.replacing("key_add", with: "key_remove")
      .replacing("migrator_ts: 1", with: "migrator_ts: 2")
    let reordered = SmallFeedstock.migration
      .replacing("      - 11.8\n      - 13.0", with: "      - 13.0\n      - 12.9")
      .replacing("  - 13.0\nc_", with: "  - 12.9\nc_")
    let first = SmallFeedstock.migration.replacing(
      "      - 13.0", with: "      - 12.9\n      - 13.0")
    for (a, b, id) in [
      (SmallFeedstock.migration, other, "migrations-add-and-remove"),
      (first, reordered, "migrations-order-differently"),
    ] {
      let result = SmallFeedstock([
        ".ci_support/migrations/a.yaml": a, ".ci_support/migrations/b.yaml": b,
      ]).rerendering()
      let error = try #require(result.findings.first { $0.severity == .error })
      #expect(error.id == id)
      #expect(error.location?.file == ".ci_support/migrations/b.yaml")
      #expect(error.notes.first?.location?.file == ".ci_support/migrations/a.yaml")
      #expect(result.files.isEmpty)
    }
  }

  @Test func circularOutputsAreAnError() {
    let recipe = """
      package:
        name: ring
        version: 1.0
      outputs:
        - name: a
          requirements:
            run:
              - b
        - name: b
          requirements:
            run:
              - a
      """
    let result = SmallFeedstock(recipe: recipe).rerendering()
    #expect(result.findings.map(\.id) == ["circular-outputs"])
    #expect(result.files.isEmpty)
  }

  /// conda-build takes them, so that they are no error here.
  @Test func longerRingsOfOutputsAreAWarning() {
    let outputs = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "d")].map { name, other in
      "  - name: \(name)\n    requirements:\n      host:\n        - \(other)\n"
    }
    let recipe = "package:\n  name: ring\n  version: 1.0\noutputs:\n" + outputs.joined()
    let result = SmallFeedstock(recipe: recipe).rerendering()
    #expect(result.findings.map(\.id) == ["outputs-in-ring"])
    #expect(result.findings.first?.message.contains("'c' needs 'a'") ?? false)
    #expect(!result.files.isEmpty)
  }
}
