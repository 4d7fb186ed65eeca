import Diagnostics
import RecipeModel
import RecipeWriter
import Testing

/// A step that fails ends a build, also with the negative code of a crash.
@Suite(.serialized, .enabled(if: Tool.wine != nil, "install wine64"))
struct BatchFailureTests {
  static let failing: [ScriptStep] = [
    .run("no-such-program"), .run("cmd", "/c", "exit 3"), .run("cmd", "/c", "exit -1073741819"),
    .run("fails.bat"), .copyFile("missing", to: "copy"), .copyTree("missing", to: "copy"),
    .move("missing", to: "copy"), .makeDirectory("file/below"), .writeFile("file/below", "x"),
    .raw(batch: "cmd /c exit 4"), .require(.fileExists("missing")),
    .require(.nonEmptyVariable("NOT_SET")),
  ]

  @Test(arguments: failing) func failureEndsTheScript(_ step: ScriptStep) throws {
    let build = try WindowsBuild()
    try build.folder.write("work/file", "")
    try build.folder.write("work/fails.bat", "@exit /b 5\r\n")
    let outcome = try build.run([step, .writeFile("passed", "")])
    #expect(outcome.status != 0)
    #expect(!build.folder.exists("work/passed"))
  }

  @Test func failureUnderAConditionEndsTheScript() throws {
    let build = try WindowsBuild()
    let steps = Self.failing.prefix(2) + [.raw(batch: "rem of two lines\r\ncmd /c exit 4")]
    for step in steps {
      let outcome = try build.run([
        .when(.version(.python, .atLeast, "3.0"), [step]), .writeFile("passed", ""),
      ])
      #expect(outcome.status != 0)
      #expect(!build.folder.exists("work/passed"))
    }
  }

  @Test func requirementsSayWhatIsMissing() throws {
    for text in ["plain", "& echo x", "(\"a b\" ^ 100% !x!", "> file"] {
      let outcome = try WindowsBuild().run([
        .require(.fileExists("missing"), message: "\(text) \(.packageName)")
      ])
      #expect(outcome.err == text + " pygenn\n")
      #expect(outcome.status == 1)
    }
    #expect(
      try WindowsBuild().run([.require(.fileExists("lib" / "x.dll"))]).err
        == "lib\\x.dll is missing\n")
  }

  @Test func requirementsThatHoldSayNothing() throws {
    let build = try WindowsBuild()
    try build.folder.write("work/-file", "")
    let outcome = try build.run(
      [
        .require(.fileExists("-file")), .require(.fileExists(.prefix)),
        .require(.nonEmptyVariable("X")), .require(.programExists("cmd")),
      ], variables: ["X": " "])
    #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
  }

  @Test func anErrorLevelFromBeforeIsForgotten() throws {
    var text = try #require(Self.emptyScript)
    text = "@cmd /c exit 9\r\n" + text
    #expect(try WindowsBuild().run(text).status == 0)
  }

  private static var emptyScript: String? {
    var findings = Findings()
    return BuildScript([.raw(batch: "rem nothing")]).batch(findings: &findings)
  }
}
