import Conda
import Diagnostics
import RecipeModel
import RecipeWriter
import Testing

/// Conditions mean the same in both shells as in the model.
struct ScriptConditionTests {
  private static let conditions = ConditionTable.all

  private static var steps: [ScriptStep] {
    var steps: [ScriptStep] = conditions.enumerated().map { index, condition in
      .when(
        condition, [.environment("R\(index)", "yes")], else: [.environment("R\(index)", "no")])
    }
    let results = conditions.indices.map { "\(.environment("R\($0)"))" as ScriptText }
    steps += results.enumerated().map { index, text in .writeFile(ScriptPath("r\(index)"), text) }
    return steps
  }

  @Test(.enabled(if: Tool.bash != nil, "install bash")) func bashDecidesAsTheModelDoes() throws {
    for setting in ConditionTable.settings([.linux64, .osxArm64, .linuxAArch64, .osx64]) {
      let build = try UnixBuild()
      try build.run(Self.steps, variables: setting.variables).expectSuccess()
      try Self.check(setting) { try build.folder.read("work/r\($0)") }
    }
  }

  @Test(.enabled(if: Tool.wine != nil, "install wine64")) func cmdDecidesAsTheModelDoes() throws {
    for setting in ConditionTable.settings([.win64]) {
      let build = try WindowsBuild()
      try build.run(Self.steps, variables: setting.variables).expectSuccess()
      try Self.check(setting) { try build.folder.read("work/r\($0)") }
    }
  }

  private static func check(
    _ setting: ConditionTable.Setting, _ result: (Int) throws -> String
  ) throws {
    for (index, condition) in conditions.enumerated() {
      let wanted = ConditionTable.holds(condition, in: setting) ? "yes" : "no"
      let shown = try result(index).prefix(while: { !$0.isNewline })
      #expect(shown == wanted, "\(condition) in \(setting)")
    }
  }

  private static let nested: [ScriptStep] = [
    .when(
      .version(.cudaCompilerVersion, .atLeast, "12"),
      [
        .environment("DEPTH", "1"),
        .when(
          .value(.cudaCompilerVersion, is: "13.0"), [.environment("DEPTH", "2a")],
          else: [
            .environment("DEPTH", "2b"),
            .raw(bash: "export RAW=1\n", batch: "set \"RAW=1\"\r\n(call )"),
          ]),
      ], else: [.raw(bash: "export RAW=0", batch: "set \"RAW=0\""), .raw(batch: "rem")]),
    .writeFile("result", "\(.environment("DEPTH")) \(.environment("RAW"))."),
  ]

  private static let outcomes = ["None": " 0.", "12.9": "2b 1.", "13.0": "2a ."]

  @Test(.enabled(if: Tool.bash != nil, "install bash"), arguments: outcomes.keys)
  func bashNests(_ value: String) throws {
    let build = try UnixBuild()
    try build.run(Self.nested, variables: ["cuda_compiler_version": value]).expectSuccess()
    #expect(try build.folder.read("work/result") == Self.outcomes[value].map { $0 + "\n" })
  }

  /// Also from conda-build's copy of the script, which has LF alone.
  @Test(.enabled(if: Tool.wine != nil, "install wine64"), arguments: outcomes.keys)
  func cmdNests(_ value: String) throws {
    let build = try WindowsBuild()
    var findings = Findings()
    let text = BuildScript(Self.nested).batch(findings: &findings)
    for ends in ["\r\n", "\n"] {
      let copy = text.split(separator: "\r\n", omittingEmptySubsequences: false)
      try build.run(
        copy.joined(separator: ends), variables: ["cuda_compiler_version": value]
      ).expectSuccess()
      #expect(try build.folder.read("work/result") == Self.outcomes[value].map { $0 + "\r\n" })
    }
  }

  @Test func whatOnlyOneSystemCanBeIsNotPrinted() {
    let script = BuildScript([
      .when(.platform(.win), [.run("windows")], else: [.run("unix")]),
      .when(.platform(.linux) && !.platform(.unix), [.run("never")]),
    ])
    var findings = Findings()
    let bash = script.bash(findings: &findings)
    let batch = script.batch(findings: &findings)
    #expect(
      bash.hasSuffix("\n\nunix\n")
        && batch.hasSuffix("\r\n\r\nwindows\r\nif %ERRORLEVEL% neq 0 exit 1\r\n"))
    let linux = BuildScript([.when(.platform(.linux), [.run("linux")])])
    #expect(linux.bash(for: [.linux64], findings: &findings).hasSuffix("\n\nlinux\n"))
    #expect(linux.bash(findings: &findings).contains("target_platform"))
    #expect(findings.all.isEmpty)
  }

  @Test(.enabled(if: Tool.bash != nil, "install bash")) func noarchBuildsKnowTheirMachine() throws {
    var findings = Findings()
    let steps: [ScriptStep] = [
      .when(.platform(.linux), [.writeFile("linux", "")], else: [.writeFile("another", "")])
    ]
    let build = try UnixBuild()
    let text = BuildScript(steps).bash(for: [.noarch], findings: &findings)
    try build.run(text, variables: ["target_platform": "noarch"]).expectSuccess()
    #expect(build.folder.exists("work/linux"))
  }

  @Test func valuesThatAreNoVersionsEndTheBuild() throws {
    let steps: [ScriptStep] = [
      .when(.version(VariantKey("openssl"), .less, "3"), [.writeFile("less", "")])
    ]
    if Tool.bash != nil {
      let outcome = try UnixBuild().run(steps, variables: ["openssl": "1.0.2j"])
      #expect(outcome.status == 1 && outcome.err == "cannot compare '1.0.2j' as a version\n")
    }
    if Tool.wine != nil {
      let outcome = try WindowsBuild().run(steps, variables: ["openssl": "1.0.2j"])
      #expect(outcome.status == 1 && outcome.err == "cannot compare openssl as a version\n")
    }
  }

  @Test func testedVariantsAreKnown() {
    #expect(
      BuildScript(Self.nested + Self.steps).variantKeys
        == [.cudaCompilerVersion, .python, VariantKey("mpi")])
  }
}
