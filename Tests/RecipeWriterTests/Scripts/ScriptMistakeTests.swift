import Conda
import Diagnostics
import RecipeModel
import RecipeWriter
import Templates
import Testing

/// What can't be said in a shell is found where it is written, with a way out.
struct ScriptMistakeTests {
  private static let place = SourceLocation(file: "Recipes/X.swift", line: 7, column: 3)

  private static func bash(_ steps: [ScriptStep]) -> [String] {
    var findings = Findings()
    _ = BuildScript(steps).bash(findings: &findings)
    return checked(findings)
  }

  private static func batch(_ steps: [ScriptStep]) -> [String] {
    var findings = Findings()
    _ = BuildScript(steps).batch(findings: &findings)
    return checked(findings)
  }

  private static func link(_ steps: [ScriptStep], _ system: ScriptSystem) -> [String] {
    var findings = Findings()
    _ = LinkScript(.postLink, steps).file(package: "x", on: system, findings: &findings)
    return checked(findings)
  }

  private static func checked(_ findings: Findings) -> [String] {
    for finding in findings.all { #expect(finding.location == place && finding.remedy != nil) }
    return findings.all.map(\.id)
  }

  private static func placed(_ action: ScriptStep.Action) -> [ScriptStep] {
    [ScriptStep(action, at: place)]
  }

  @Test(arguments: [
    "two\nlines", "\r", "\u{1A}", "\u{7}", "\u{7F}", String(repeating: "x", count: 9000),
  ])
  func batchFilesCannotHoldAllTexts(_ text: String) {
    let text = ScriptText(text)
    for action in [
      ScriptStep.Action.environment(name: "X", value: text), .run(program: "x", arguments: [text]),
      .run(program: text, arguments: []),
    ] {
      #expect(Self.batch(Self.placed(action)) == ["text-not-for-batch"])
      #expect(Self.bash(Self.placed(action)).isEmpty)
    }
  }

  @Test func batchFilesThatAreCalledCannotHoldAllTexts() {
    for text in ["a^b", "\"a\" & b \" & c"] {
      let action = ScriptStep.Action.run(program: "npm", arguments: [ScriptText(text)])
      #expect(Self.batch(Self.placed(action)) == ["text-not-for-batch"])
    }
    #expect(Self.batch(Self.placed(.run(program: "npm", arguments: ["a & b", "100%"]))).isEmpty)
  }

  @Test(arguments: ["", "1A", "A-B", "A B", "A=B", "A\nB", "A\""])
  func variablesNeedNames(_ name: String) {
    for action in [
      ScriptStep.Action.environment(name: name, value: "x"), .unset(name: name),
      .prependPath(name: name, path: "x"), .require(.nonEmptyVariable(name), message: "x"),
      .run(program: "x", arguments: [.environment(name)]),
    ] {
      #expect(Self.bash(Self.placed(action)) == ["variable-name-not-valid"])
      #expect(Self.batch(Self.placed(action)) == ["variable-name-not-valid"])
    }
  }

  @Test(arguments: ["a:b", "a?", "a<", "nul", "COM1.txt", "ends.", "ends ", "a\\b", "tab\there"])
  func windowsFilesNeedNames(_ name: String) {
    let step = Self.placed(.makeDirectory(.prefix / ScriptText(name)))
    #expect(Set(Self.batch(step)) == ["file-name-not-on-windows"])
    #expect(Self.bash(step).isEmpty)
    #expect(Self.batch([.when(.platform(.unix), step)]).isEmpty)
  }

  @Test func bothShellsRefuseTheSame() {
    let cases: [(ScriptStep.Action, String)] = [
      (.run(program: "", arguments: []), "program-missing"),
      (.require(.programExists(""), message: "x"), "program-missing"),
      (.makeDirectory("/usr/local"), "path-not-in-the-package"),
      (.remove(.prefix), "whole-folder-removed"), (.remove("."), "whole-folder-removed"),
      (.copyFile(from: "a", to: .prefix), "file-name-missing"),
      (.move(from: "a", to: .prefix), "file-name-missing"),
      (.writeFile(.prefix, text: "x"), "file-name-missing"),
      (.message(lines: ["x"]), "message-outside-link-script"),
      (.run(program: "x", arguments: ["a\0b"]), "text-with-nul"),
      (.raw(bash: "a\0b", batch: "a\0b"), "text-with-nul"),
      (
        .when(.version(VariantKey("x"), .less, "1.0a"), then: [.run("x")], else: []),
        "version-not-numeric"
      ),
      (
        .when(.version(VariantKey("x"), .less, "1.2.3.4.5"), then: [.run("x")], else: []),
        "version-not-numeric"
      ),
      (
        .when(.version(VariantKey("x"), .less, ""), then: [.run("x")], else: []),
        "version-not-numeric"
      ),
      (
        .when(.version(VariantKey("x"), .less, "123456789"), then: [.run("x")], else: []),
        "version-not-numeric"
      ),
      (
        .when(.version(.python, .less, "3.12.1"), then: [.run("x")], else: []),
        "python-beyond-minor"
      ),
      (
        .when(.value(.python, is: "3.12.* *_cpython"), then: [.run("x")], else: []),
        "python-beyond-minor"
      ),
      (
        .when(.value(VariantKey("a-b"), is: "x"), then: [.run("x")], else: []),
        "variable-name-not-valid"
      ),
    ]
    for (action, id) in cases {
      #expect(Self.bash(Self.placed(action)) == [id], "\(action)")
      #expect(Self.batch(Self.placed(action)) == [id], "\(action)")
    }
    #expect(
      Self.bash(Self.placed(.prependPath(name: "X", path: "a:b"))) == ["separator-in-search-path"])
    #expect(
      Self.batch(Self.placed(.prependPath(name: "X", path: "a;b"))) == ["separator-in-search-path"])
    let quoted = ScriptStep.Action.when(
      .value(VariantKey("x"), is: "\""), then: [.run("x")], else: [])
    #expect(Self.batch(Self.placed(quoted)) == ["variant-value-quoted"])
    #expect(Self.bash(Self.placed(quoted)).isEmpty)
  }

  @Test(arguments: ScriptSystem.allCases) func linkScriptsKnowLess(_ system: ScriptSystem) {
    #expect(
      Self.link(Self.placed(.pipInstall(arguments: [])), system) == ["step-not-in-link-script"])
    for text in [ScriptText.srcDir, .buildPrefix, .recipeDir, .sitePackages, .python, .cpuCount] {
      #expect(
        Self.link(Self.placed(.environment(name: "X", value: text)), system) == [
          "variable-not-known"
        ])
    }
    let variant = Condition.value(.cudaCompilerVersion, is: "None")
    #expect(
      Self.link(Self.placed(.when(variant, then: [.message("x")], else: [])), system)
        == ["variant-not-known"])
    #expect(
      Self.link(Self.placed(.when(.crossBuild, then: [.message("x")], else: [])), system)
        == ["cross-build-not-known"])
  }

  @Test func depthEndsInAFinding() {
    var step = ScriptStep(.run(program: "x", arguments: []), at: Self.place)
    var condition = Condition.crossBuild
    for _ in 0..<200 {
      step = ScriptStep(.when(.crossBuild, then: [step], else: []), at: Self.place)
      condition = .not(.all([condition, .crossBuild]))
    }
    #expect(Set(Self.bash([step])) == ["script-too-deep"])
    #expect(Set(Self.batch([step])) == ["script-too-deep"])
    let deep = Self.placed(.when(condition, then: [.run("x")], else: []))
    #expect(Set(Self.bash(deep)) == ["script-too-deep"])
    #expect(Set(Self.batch(deep)) == ["script-too-deep"])
  }

  @Test func batchFilesWarnOfWhatCondaBuildMisreads() {
    #expect(
      Self.batch(Self.placed(.run(program: "x", arguments: ["caf\u{E9}"]))) == [
        "batch-text-beyond-ascii"
      ])
  }
}
