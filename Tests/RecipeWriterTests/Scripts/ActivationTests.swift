import Diagnostics
import RecipeModel
import RecipeWriter
import Testing

/// Activating changes what was asked for, and deactivating leaves no trace.
struct ActivationTests {
  static let prefix = "/opt/pre fix \"q\" $x `b`"

  static let changes: [EnvironmentChange] = [
    .set("CUDA_PATH", .prefix / "targets"), .set("UNSET_BEFORE", "\(.libraryPrefix)!"),
    .set("EMPTY_BEFORE", "x"), .set("TO_EMPTY", ""), .unset("GONE"), .unset("NEVER_THERE"),
    .prepend("LIST", .prefix / "lib"), .prepend("EMPTY_LIST", .prefix / "lib"),
    .prepend("UNSET_PATH", .prefix / "lib"), .set("COPY", "\(.environment("LIST"))"),
  ]

  static let before = [
    "CUDA_PATH": "/usr/local/cuda 'x'", "EMPTY_BEFORE": "", "TO_EMPTY": "full", "GONE": "a\nb",
    "LIST": "/a:/b c", "EMPTY_LIST": "", "KEPT": "k",
  ]

  static func after(_ prefix: String) -> [String: String] {
    [
      "CUDA_PATH": "\(prefix)/targets", "UNSET_BEFORE": "\(prefix)!", "EMPTY_BEFORE": "x",
      "TO_EMPTY": "", "LIST": "\(prefix)/lib:/a:/b c", "EMPTY_LIST": "\(prefix)/lib",
      "UNSET_PATH": "\(prefix)/lib", "KEPT": "k", "COPY": "\(prefix)/lib:/a:/b c",
    ]
  }

  /// Without the variables that remember, and those that came from outside.
  private static func visible(_ variables: [String: String]) -> [String: String] {
    variables.filter { $0.key != "PATH" && !$0.key.hasPrefix("_MY_PYGENN_") }
  }

  @Test(arguments: ActivationBench.present)
  func deactivatingRestoresExactly(_ shell: ActivationBench) throws {
    let looks = try shell.run(
      Self.changes, [.look, .activate(prefix: Self.prefix), .look, .deactivate, .look],
      environment: Self.before)
    #expect(Self.visible(looks[1]) == Self.after(Self.prefix))
    #expect(looks[2] == looks[0])
  }

  @Test(arguments: ActivationBench.present)
  func activatingTwiceForgetsNothing(_ shell: ActivationBench) throws {
    let looks = try shell.run(
      Self.changes,
      [
        .look, .activate(prefix: "/a"), .activate(prefix: "/a"), .look, .deactivate, .look,
        .deactivate, .look,
      ], environment: Self.before)
    #expect(Self.visible(looks[1])["LIST"] == "/a/lib:/a:/b c")
    #expect(looks[2] == looks[0] && looks[3] == looks[0])
  }

  /// conda stacks one environment on another; leaving the upper one activates the lower one anew.
  @Test(arguments: ActivationBench.present)
  func stackedEnvironmentsLeaveNoTrace(_ shell: ActivationBench) throws {
    let looks = try shell.run(
      Self.changes,
      [
        .look, .activate(prefix: "/a"), .activate(prefix: "/b"), .look, .deactivate,
        .activate(prefix: "/a"), .look, .deactivate, .look,
      ], environment: Self.before)
    #expect(Self.visible(looks[1]) == Self.after("/b"))
    #expect(Self.visible(looks[2]) == Self.after("/a"))
    #expect(looks[3] == looks[0])
  }

  /// conda deactivates before it activates, also right after a package was installed.
  @Test(arguments: ActivationBench.present)
  func deactivatingFirstChangesNothing(_ shell: ActivationBench) throws {
    let looks = try shell.run(
      Self.changes, [.look, .deactivate, .look], environment: Self.before)
    #expect(looks[1] == looks[0])
  }

  @Test(arguments: ActivationBench.present)
  func everyLetterArrives(_ shell: ActivationBench) throws {
    let texts = NastyText.lines + NastyText.unix
    let changes = texts.enumerated().map { EnvironmentChange.set("X\($0)", ScriptText($1)) }
    let looks = try shell.run(
      changes, [.look, .activate(prefix: "/a"), .look, .deactivate, .look], environment: [:])
    expectSame(texts.indices.compactMap { looks[1]["X\($0)"] }, texts)
    #expect(looks[2] == looks[0])
  }

  @Test(.enabled(if: Tool.zsh != nil, "install zsh")) func zshWasTested() {}
  @Test(.enabled(if: Tool.fish != nil, "install fish")) func fishWasTested() {}
  @Test(.enabled(if: Tool.powerShell != nil, "install PowerShell (pwsh)"))
  func powerShellWasTested() {}

  @Test func theyLieWhereCondaLooks() {
    var findings = Findings()
    let scripts = ActivationScripts(Self.changes)
    let unix = scripts.files(package: "pygenn", on: .unix, findings: &findings)
    #expect(
      unix.map(\.path)
        == ["activate", "deactivate"].flatMap { phase in
          ["sh", "fish", "ps1"].map { "activation/unix/pygenn_\(phase).\($0)" }
        })
    let steps = unix.compactMap(\.installation)
    #expect(
      BuildScript(steps).bash(findings: &findings).contains(
        "\"${PREFIX}/etc/conda/deactivate.d/pygenn_deactivate.fish\""))
    let windows = scripts.files(package: "pygenn", on: .windows, findings: &findings)
    #expect(windows.map(\.path).first == "activation/windows/pygenn_activate.bat")
    #expect(windows.count == 6 && findings.all.isEmpty)
    #expect(windows.contains { $0.text.contains("${CONDA_PREFIX:-}\\\\Library!") })
  }

  @Test func mistakesAreFound() {
    var findings = Findings()
    let place = SourceLocation(file: "Recipes/X.swift", line: 3)
    _ = ActivationScripts([
      .prepend("PATH", .prefix, at: place), .set("A", .srcDir, at: place), .set("B", "x"),
      .unset("B", at: place), .prepend("C", "a:b", at: place), .set("x-y", "", at: place),
    ]).files(package: "x", on: .unix, findings: &findings)
    #expect(
      findings.all.map(\.id) == [
        "path-not-settable", "variable-not-known", "variable-set-twice",
        "separator-in-search-path", "variable-name-not-valid",
      ])
    #expect(findings.all.allSatisfy { $0.location == place && $0.remedy != nil })
  }
}
