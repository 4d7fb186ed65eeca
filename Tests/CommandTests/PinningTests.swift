import Foundation
import Testing

/// Downloads from repositories on this machine.
@Suite struct PinningTests {
  private let tool: CommandLineTool

  init() throws {
    tool = try CommandLineTool()
    try tool.write(
      "python:\n  - 3.12.* *_cpython\n", to: "server/pinning/recipe/conda_build_config.yaml")
    try tool.write("migrator_ts: 1\n", to: "server/pinning/recipe/migrations/x.yaml")
    try git("init", "--quiet", "--initial-branch=main")
    try commit()
  }

  private func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = tool.folder.appending(path: "server/pinning")
    let person = ["NAME": "Test", "EMAIL": "test@example.org", "DATE": "2026-03-04T12:00:00Z"]
    var environment = ProcessInfo.processInfo.environment
    for role in ["AUTHOR", "COMMITTER"] {
      for (key, value) in person { environment["GIT_\(role)_\(key)"] = value }
    }
    process.environment = environment
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func commit() throws {
    try git("add", "-A")
    try git("commit", "--quiet", "-m", "Change")
  }

  private func pinning(_ arguments: String...) throws -> CommandLineTool.Outcome {
    try tool.run(
      ["pinning"] + arguments,
      ["XDG_CACHE_HOME": tool.folder.appending(path: "cache").path(percentEncoded: false)])
  }

  private var server: URL { tool.folder.appending(path: "server") }
  private var repository: String {
    "file://\(server.appending(path: "pinning").path(percentEncoded: true))"
  }

  /// What the cache holds, without the commit in the paths.
  private func cached() throws -> [String] {
    try tool.files(below: "cache/gennforge/pinning").filter { !$0.hasSuffix("migrations") }
      .map { $0.replacing(/[0-9a-f]{40}/, with: "COMMIT") }
  }

  @Test func withoutDownloadItIsTheSnapshot() throws {
    let shown = try pinning("show")
    #expect(shown.output.hasPrefix("gennforge's snapshot of 2026-"))
    #expect(try pinning("show", "--text").output.contains("cuda_compiler_version:\n  - None\n"))
    #expect(try pinning("show", "--json").output.contains("\"source\": \"snapshot\""))
  }

  @Test func updateKeepsOneCommitWithItsMigrations() throws {
    let first = try pinning("update", "--from", repository)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("conda-forge's of 2026-03-04 ("))
    let files = [
      "COMMIT", "COMMIT/conda_build_config.yaml", "COMMIT/manifest", "COMMIT/migrations/x.yaml",
      "current",
    ]
    #expect(try cached() == files)
    try tool.append("  - 3.13.* *_cp313\n", to: "server/pinning/recipe/conda_build_config.yaml")
    try commit()
    _ = try pinning("update", "--from", repository)
    #expect(try pinning("show", "--text").output.contains("3.13"))
    #expect(try cached() == files)
  }

  @Test func aFolderNearByIsARepositoryToo() throws {
    let outcome = try pinning("update", "--from", "server/pinning")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func updateWorksOverHTTP() throws {
    let http = try GitServer(server, mode: "ok")
    let outcome = try pinning("update", "--from", "\(http.address)/pinning/.git")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try pinning("show", "--json").output.contains("\"url\": \"\(http.address)"))
  }

  @Test(arguments: [
    ("html", "couldn't find remote ref HEAD"), ("cut", "RPC failed"),
    ("silent", "it took longer than 3.0 seconds"),
  ])
  func badServersLeaveTheLastDownload(_ mode: String, _ reason: String) throws {
    _ = try pinning("update", "--from", repository)
    let before = try pinning("show").output
    let http = try GitServer(server, mode: mode)
    let outcome = try pinning("update", "--from", "\(http.address)/pinning/.git", "--timeout", "3")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the pinning can't be downloaded: "))
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(try pinning("show").output == before)
    #expect(try cached().count == 5)
  }

  @Test func noNetworkIsAFinding() throws {
    let outcome = try pinning("update", "--from", "http://127.0.0.1:1/pinning")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("check the network (does it"))
    #expect(try pinning("show").output.contains("snapshot"))
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<html></html>\n", "python: [3.12", "", "python:\n  - 3.12\n <<<<<<< HEAD\n",
  ])
  func aPinningThatIsNoneIsNotKept(_ text: String) throws {
    _ = try pinning("update", "--from", repository)
    try tool.write(text, to: "server/pinning/recipe/conda_build_config.yaml")
    try commit()
    let outcome = try pinning("update", "--from", repository)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("what was downloaded is no pinning"))
    #expect(try pinning("show", "--text").output == "python:\n  - 3.12.* *_cpython\n")
  }

  @Test func aChangedFileIsFoundByItsHash() throws {
    _ = try pinning("update", "--from", repository)
    let file = try #require(
      try tool.files(below: "cache/gennforge/pinning").first { $0.hasSuffix("x.yaml") })
    try tool.append("python:\n  - 2.7\n", to: "cache/gennforge/pinning/\(file)")
    let outcome = try pinning("show")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("x.yaml:1:1: error: the downloaded pinning is damaged"))
    #expect(try pinning("update", "--from", repository).status == 0)
    #expect(try pinning("show").status == 0)
  }

  @Test func whatWasCutOffIsIgnoredAndCleared() throws {
    _ = try pinning("update", "--from", repository)
    let before = try pinning("show").output
    try tool.write("half", to: "cache/gennforge/pinning/new-1-files/conda_build_config.yaml")
    try tool.write("half", to: "cache/gennforge/pinning/current.new-1")
    #expect(try pinning("show").output == before)
    try tool.append("# later\n", to: "server/pinning/recipe/conda_build_config.yaml")
    try commit()
    #expect(try pinning("update", "--from", repository).status == 0)
    #expect(try !cached().contains("new-1-files"))
  }

  @Test func anOldDownloadSaysSo() throws {
    _ = try pinning("update", "--from", repository)
    let path = try #require(
      try tool.files(below: "cache/gennforge/pinning").first { $0.hasSuffix("manifest") })
    let manifest = try tool.text("cache/gennforge/pinning/\(path)")
      .replacing(/fetched .*/, with: "fetched 2026-03-05")
    try tool.write(manifest, to: "cache/gennforge/pinning/\(path)")
    let shown = try pinning("show")
    #expect(shown.output.contains("downloaded 2026-03-05; 'gennforge pinning update' brings"))
    #expect(shown.output.contains(" days old)"))
  }
}
