import Conda
import Diagnostics
import Smithy
import Testing

@Suite struct ExplanationTests {
  @Test func eachValueHasItsLine() {
    let result = SmallFeedstock().rerendering()
    #expect(
      result.lines(of: "python") == [
        "3.12.* *_cpython": ["pinning.yaml:2"], "3.13.* *_cp313": ["pinning.yaml:3"],
      ])
    #expect(result.lines(of: "cuda_compiler_version") == ["None": ["pinning.yaml:7"]])
    #expect(result.key("cuda_compiler_version")?.zippedWith == ["c_compiler_version"])
    #expect(result.key("cuda_compiler_version")?.zipPlace?.line == 14)
  }

  @Test func eachJobHasThePlacesOfItsOwnValues() throws {
    let result = SmallFeedstock().rerendering()
    let places = result.jobs.map { job in
      job.values.first { $0.key == "python" }?.places.map { $0?.line }
    }
    #expect(places == [[2], [3]])
  }

  @Test func ownFilesReplaceThePinning() {
    let result = SmallFeedstock([
      "recipe/conda_build_config.yaml": "libgrid:\n  - 3  # [win]\n  - 4  # [linux]\n"
    ]).rerendering()
    #expect(result.lines(of: "libgrid") == ["4": ["recipe/conda_build_config.yaml:3"]])
    let change = result.key("libgrid")?.changes.last
    #expect(change?.before == ["2"])
    #expect(change?.after == ["4"])
    #expect(change?.place.line == 1)
  }

  @Test func overridesReplaceAllFiles() {
    var feedstock = SmallFeedstock([
      "recipe/conda_build_config.yaml": "libgrid:\n  - 4\n"
    ])
    feedstock.overrides = [("libgrid", ["5", "6"])]
    let result = feedstock.rerendering()
    #expect(result.lines(of: "libgrid") == ["5": ["--set:2"], "6": ["--set:3"]])
    #expect(result.jobs.count == 4)
  }

  /// A value of a zipped key alone must be among its rows.
  @Test func overridesOfAPartOfAGroupAreChecked() throws {
    var feedstock = SmallFeedstock()
    feedstock.overrides = [("cuda_compiler_version", ["12.9"])]
    let finding = try #require(feedstock.rerendering().findings.first { $0.severity == .error })
    #expect(finding.location?.file == "--set")
    #expect(finding.message.contains("'12.9' is no row of the group"))
  }

  @Test func migrationsSayWhatTheyAdded() {
    let result = SmallFeedstock([
      ".ci_support/migrations/cuda13.yaml": SmallFeedstock.migration
    ]).rerendering()
    let file = ".ci_support/migrations/cuda13.yaml"
    #expect(
      result.lines(of: "cuda_compiler_version") == [
        "None": ["pinning.yaml:7"], "13.0": ["\(file):12"],
      ])
    let change = result.key("cuda_compiler_version")?.changes.last
    #expect(change?.step == .migration(.keyAdd))
    #expect(change?.added == ["13.0"])
    #expect(change?.removed == [])
    // The row that came along.
    let places = result.jobs.compactMap { job in
      job.values.first { $0.key == "cuda_compiler_version" && $0.values == ["13.0"] }?.places[0]
    }
    #expect(places.allSatisfy { $0.file == file } && places.count == 2)
  }

  @Test func removedRowsAreNamed() {
    let removal = SmallFeedstock.migration
      .replacing("key_add", with: "key_remove").replacing("  - 13.0\nc_", with: "  - 11.8\nc_")
      .replacing("  - 15", with: "  - 11")
    let result = SmallFeedstock([".ci_support/migrations/x.yaml": removal]).rerendering()
    let change = result.key("cuda_compiler_version")?.changes.last
    #expect(change?.step == .migration(.keyRemove))
    #expect(change?.removed == ["11.8"])
    #expect(result.lines(of: "cuda_compiler_version") == ["None": ["pinning.yaml:7"]])
  }

  @Test func skipsKeepTheirLineAndTheValuesThatTheyAskFor() {
    let skips = SmallFeedstock().rerendering().platforms.first?.skips ?? []
    #expect(skips.count == 1)
    #expect(skips.first?.place == SourceLocation(file: "recipe/meta.yaml", line: 6, column: 9))
    #expect(skips.first?.text == "skip: true  # [cuda_compiler_version == \"11.8\"]")
    #expect(skips.first?.combinations == [["cuda_compiler_version": "11.8"]])
  }

  @Test func usesAreTheLinesByWhichTheKeyCounts() {
    let result = SmallFeedstock().rerendering()
    #expect(result.key("libgrid")?.uses.map(\.kind) == ["requirement"])
    #expect(result.key("libgrid")?.uses.map(\.place?.line) == [12])
    let cuda = result.key("cuda_compiler_version")?.uses ?? []
    #expect(cuda.map(\.kind) == ["selector", "function"])
    #expect(cuda.map(\.place?.line) == [6, 9])
    #expect(result.key("target_platform")?.uses.map(\.kind) == ["always"])
    #expect(result.platforms.first?.unused == ["c_compiler_version", "unknown"])
  }

  @Test func scriptsAreAmongTheUses() {
    let result = SmallFeedstock([
      "recipe/build.sh": "set -e\nmake GRID=${unknown}\n"
    ]).rerendering()
    let use = result.key("unknown")?.uses.first
    #expect(use?.kind == "script")
    #expect(use?.place == SourceLocation(file: "recipe/build.sh", line: 2))
    #expect(use?.text == "make GRID=${unknown}")
  }

  @Test func recipesOfBothFormatsExplainThemselves() {
    var feedstock = SmallFeedstock([
      "conda-forge.yml": "conda_build_tool: rattler-build\n",
      "recipe/recipe.yaml": """
      package:
        name: grid
        version: "1.0"
      build:
        skip:
          - cuda_compiler_version == "11.8"
      requirements:
        build:
          - ${{ compiler('cuda') }}
        host:
          - libgrid
      """,
      "recipe/variants.yaml": "libgrid:\n  - '5'\n",
    ])
    feedstock.files["recipe/meta.yaml"] = nil
    let result = feedstock.rerendering()
    #expect(result.findings.filter { $0.severity == .error } == [])
    #expect(result.lines(of: "libgrid") == ["5": ["recipe/variants.yaml:2"]])
    #expect(result.key("libgrid")?.uses.map(\.place?.line) == [11])
    let skip = result.platforms.first?.skips.first
    #expect(skip?.place.line == 6)
    #expect(skip?.combinations == [["cuda_compiler_version": "11.8"]])
  }

  @Test func jobsListTheirPackagesWithBuildStrings() {
    let packages = SmallFeedstock().rerendering().jobs.flatMap(\.packages)
    #expect(packages.map(\.name) == ["grid", "grid"])
    #expect(packages.allSatisfy { $0.buildString.wholeMatch(of: /h[0-9a-f]{7}_0/) != nil })
    #expect(Set(packages.map(\.buildString)).count == 2)
    #expect(packages.first?.variant["python"] == "3.12.* *_cpython")
  }

  @Test func filesAreTheSameWithAndWithoutReasons() {
    let feedstock = SmallFeedstock([
      ".ci_support/migrations/cuda13.yaml": SmallFeedstock.migration
    ])
    #expect(
      feedstock.rerendering(explains: true, only: nil).files
        == feedstock.rerendering(explains: false, only: nil).files)
  }
}
