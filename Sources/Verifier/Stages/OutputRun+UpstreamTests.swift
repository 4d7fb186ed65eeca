import Diagnostics
import Disk

extension OutputRun {
  /// Where projects keep tests for pytest.
  private static let testFolders = ["tests/features", "tests", "test"]
  private static let testRequirements = ["pytest", "flaky", "scipy", "bitarray"]

  /// The folder of the source's own tests, while the source is there.
  var upstreamTests: String? {
    guard settings.runsUpstreamTests, output.script != .nothing else { return nil }
    return Self.testFolders.first { DiskEntry("\(area.work)/\($0)").kind == .folder }
  }

  /// Runs the source's own tests against the installed package, in an environment with pytest.
  func runUpstreamTests(_ report: inout StageReport) async throws(Diagnostic) {
    guard settings.runsUpstreamTests, output.script != .nothing else { return }
    let place = plan.places.place(ofKey: "tests", output: output.name)
    let sources = area.path + "/test-sources/"
    let kept = Self.testFolders.first { DiskEntry(sources + $0).kind == .folder }
    guard let kept, let package else {
      report.findings.append(.noUpstreamTests(Self.testFolders, at: place))
      return
    }
    let folder = area.tests + "-upstream"
    FolderTree(folder).remove()
    do throws(DiskFile.Failure) { try FolderTree(folder).make() } catch {
      throw .prefixNotMade(error.description)
    }
    let copy = await Command(
      "cp", ["-R", "-p", sources + kept, folder + "/tests"], in: "/", timeLimit: .seconds(300),
      outputLimit: 1 << 16
    ).run()
    guard copy.end == .exited(0) else { throw .prefixNotMade("can't copy \(sources)\(kept)") }
    let needed = resolver.forRun(of: output, depends: depends, adding: Self.testRequirements)
    report.findings += needed.findings
    guard !needed.findings.contains(where: { $0.severity == .error }) else { return }
    try await makeInstalled(at: folder + "/env", needed, package, log: report.log)
    let environment = InstalledEnvironment(
      folder + "/env", run: self, needed: needed, root: try await root(for: needed),
      area: area.path + "/run")
    environment.record(in: area.path, directory: folder + "/tests")
    let log = folder + "/pytest.log"
    let run = await environment.run(
      ["python", "-m", "pytest", "-q", "-ra", "-p", "no:cacheprovider", "."],
      in: folder + "/tests", log: log)
    let lines = LogText(log).lines
    // 102 passed, 7 skipped in 331.20s
    let result = lines.last { $0.contains(" passed") || $0.contains(" failed") } ?? "\(run.end)"
    report.checks.append(
      .init(
        name: "the source's own tests: \(result.filter { $0 != "=" })", isRight: run.isSuccess,
        seconds: run.duration.inSeconds, output: Array(lines.suffix(40))))
    guard !run.isSuccess else { return }
    let failed = lines.filter { $0.hasPrefix("FAILED ") || $0.hasPrefix("ERROR ") }
    for line in failed.prefix(20) { report.findings.append(.upstreamTestFails(line, at: place)) }
    if failed.isEmpty { try await note(run, "pytest", environment, &report) }
  }
}

extension Diagnostic {
  static func noUpstreamTests(_ folders: [String], at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "the source has no tests of its own to run (\(folders.joined(separator: ", ")))",
      remedy: "leave out --upstream-tests")
  }

  static func upstreamTestFails(_ line: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the source's own test fails: \(line)",
      remedy: "look at its output in the log; it may need a requirement, or find a real fault")
  }
}
