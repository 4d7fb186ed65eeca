import Foundation
import Testing

@Suite struct ReportTests {
  private func json(_ arguments: String...) throws -> [[String: Any]] {
    let tool = try CommandLineTool()
    let outcome =
      arguments.count == 1
      ? try tool.run(arguments[0], "--json") : try tool.run(arguments[0], arguments[1], "--json")
    #expect(outcome.status == 0)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [[String: Any]])
  }

  @Test func listNamesEveryPackage() throws {
    let recipes = try json("list")
    #expect(recipes.map { $0["name"] as? String } == ["pygenn", "pygenn-legacy"])
    #expect(recipes.first?["outputs"] as? [String] == ["pygenn", "pygenn-cpu", "pygenn-cuda"])
  }

  /// Five Pythons; CPU everywhere, two toolkits on Linux (twice) and Windows; the thin packages once each.
  @Test func showCountsTheBuilds() throws {
    let builds = try #require(try json("show", "pygenn").first?["builds"] as? [[String: Any]])
    let perPlatform = Dictionary(grouping: builds) { $0["platform"] as? String ?? "" }
      .mapValues(\.count)
    #expect(
      perPlatform == [
        "linux-64": 18, "linux-aarch64": 18, "win-64": 18, "osx-64": 6, "osx-arm64": 6,
      ])
  }

  @Test func everyBuildHasItsReason() throws {
    let outcome = try CommandLineTool().run("show", "pygenn", "--platform", "osx-arm64")
    #expect(outcome.output.contains("Recipes/PyGeNN.swift:"))
    let unknown = try CommandLineTool().run("show", "--platform", "linux")
    #expect(unknown.status == 64 && unknown.errors.contains("linux-64"))
  }

  @Test func checkIsContentWithOurRecipes() throws {
    #expect(try CommandLineTool().run("check", "--strict").status == 0)
  }

  @Test func kernelsFailWithoutACompiler() throws {
    let outcome = try CommandLineTool().run(
      "verify", "pygenn", "--kernels", "--cxx", "no-such-compiler")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no-such-compiler"))
  }
}
