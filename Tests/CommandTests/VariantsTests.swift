import Foundation
import Testing

@Suite struct VariantsTests {
  private let tool: CommandLineTool

  init() throws {
    tool = try CommandLineTool()
    try tool.writeFeedstock()
  }

  private let pinned = ["--pinning", "pinning", "--platform", "linux-64"]

  private func variants(_ arguments: String...) throws -> CommandLineTool.Outcome {
    try tool.run(["variants"] + arguments + pinned)
  }

  @Test func theTableHasAJobWithItsPackageInEachLine() throws {
    let outcome = try variants("feedstock")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("Pinning: pinning, changed 20") ?? false)
    #expect(lines.dropFirst().first == "feedstock: 2 jobs, 2 packages")
    #expect(lines.last?.hasPrefix("linux-64  linux-64  github_actions  3.13.* *_cp313") ?? false)
    #expect(lines.last?.contains(/grid 1.0  py313h[0-9a-f]{7}_0$/) ?? false)
  }

  @Test func explainNamesTheLines() throws {
    let outcome = try variants("feedstock", "--explain")
    #expect(outcome.output.contains("  python  tells jobs apart\n"))
    #expect(
      outcome.output.contains("    3.12.* *_cpython  pinning/conda_build_config.yaml:2\n"))
    #expect(outcome.output.contains("    used: feedstock/recipe/meta.yaml:9  - python\n"))
  }

  @Test func oneKeyIsExplainedEvenIfNobodyUsesIt() throws {
    try tool.append("libgrid:\n  - 2\n", to: "pinning/conda_build_config.yaml")
    #expect(try variants("feedstock", "--key", "libgrid").output.contains("unused: neither"))
    #expect(
      try variants("feedstock", "--key", "nothing").output
        .contains("no file gives it a value on this platform"))
  }

  @Test func skippedPlatformsSayBywhichLine() throws {
    let outcome = try tool.run(
      "variants", "feedstock", "--pinning", "pinning", "--platform", "win-64", "--explain")
    #expect(
      outcome.output.contains(
        "  not built\n    feedstock/recipe/meta.yaml:6  skip: true  # [win]\n"
          + "      on this platform, whatever the values\n"))
  }

  @Test func jsonHasPlacesAndReasons() throws {
    struct Report: Decodable {
      struct Recipe: Decodable {
        struct Job: Decodable {
          struct Value: Decodable { var value: String, place: String? }
          struct Package: Decodable { var build_string: String }
          var values: [String: [Value]]
          var packages: [Package]
        }
        struct Platform: Decodable { var unused: [String] }
        var jobs: [Job]
        var platforms: [Platform]
      }
      var pinning: [String: String]
      var recipe: Recipe
    }
    let outcome = try variants("feedstock", "--explain", "--json")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect(report.pinning["source"] == "given")
    let places = report.recipe.jobs.map { $0.values["python"]?.first?.place }
    #expect(
      places == ["pinning/conda_build_config.yaml:2:5", "pinning/conda_build_config.yaml:3:5"])
    #expect(report.recipe.jobs.allSatisfy { $0.packages.count == 1 })
  }

  @Test func migrationsAreShownBeforeTheyRun() throws {
    let outcome = try variants("feedstock", "--migration", "python314")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("feedstock: of its jobs 1 appear, 0 disappear, 0 change, 2 stay"))
    #expect(outcome.output.contains("+ linux-64  python 3.14.* *_cp314\n"))
    #expect(outcome.output.contains("python 3.14.* *_cp314 (pinning/migrations/python314.yaml:12)"))
    let file = try variants("feedstock", "--migration", "pinning/migrations/python314.yaml")
    #expect(
      file.output.split(separator: "\n").dropFirst(2)
        == outcome.output.split(separator: "\n").dropFirst(2))
    let unknown = try variants("feedstock", "--migration", "python315")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("did you mean 'python314'?"))
  }

  @Test func pinningsAreCompared() throws {
    try tool.write("python:\n  - 3.13.* *_cp313\n", to: "next.yaml")
    let outcome = try variants("feedstock", "--against", "next.yaml")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("feedstock: of its jobs 0 appear, 1 disappear, 0 change, 1 stay"))
    let same = try variants("feedstock", "--against", "pinning")
    #expect(same.status == 0)
  }

  @Test func recipesOfOursGoByName() throws {
    let outcome = try tool.run(
      ["variants", "pygenn", "--explain", "--platform", "linux-64"], ["XDG_CACHE_HOME": "/nowhere"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Pinning: gennforge's snapshot of 2026-"))
    #expect(outcome.output.contains("pygenn-cuda 5.4.0"))
    #expect(outcome.output.contains("    used: Recipes/PyGeNN.swift:"))
  }

  @Test func aFolderOfARecipeIsEnough() throws {
    try FileManager.default.removeItem(at: tool.folder.appending(path: "feedstock/conda-forge.yml"))
    let outcome = try variants("feedstock/recipe")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("feedstock/recipe: 2 jobs, 2 packages"))
    let absent = try variants("feedstok")
    #expect(absent.status == 1)
    #expect(absent.errors.contains("no recipe of ours has this name"))
  }
}
