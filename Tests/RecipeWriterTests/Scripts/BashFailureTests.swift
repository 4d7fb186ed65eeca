import RecipeModel
import Testing

/// A step that fails ends a build.
@Suite(.enabled(if: Tool.bash != nil, "install bash"))
struct BashFailureTests {
  static let failing: [ScriptStep] = [
    .run("false"), .run("no-such-program"), .copyFile("missing", to: "copy"),
    .copyTree("missing", to: "copy"), .move("missing", to: "copy"), .makeDirectory("file/below"),
    .writeFile("file/below", "x"), .raw(bash: "false"), .raw(bash: "false | true"),
    .raw(bash: "echo $NOT_SET"), .require(.fileExists("missing")),
    .require(.nonEmptyVariable("EMPTY")), .require(.nonEmptyVariable("NOT_SET")),
    .require(.programExists("no-such-program")),
  ]

  @Test(arguments: failing) func failureEndsTheScript(_ step: ScriptStep) throws {
    let build = try UnixBuild()
    try build.folder.write("work/file", "")
    for steps in [[step], [ScriptStep.when(.version(.python, .atLeast, "3.0"), [step])]] {
      let outcome = try build.run(
        steps + [.run("printf", "still here")], variables: ["EMPTY": ""])
      #expect(outcome.status != 0)
      #expect(outcome.out.isEmpty)
      #expect(!outcome.err.isEmpty || step == .run("false") || step.isRaw)
    }
  }

  @Test func requirementsSayWhatIsMissing() throws {
    for text in BashStepTests.texts where !text.hasSuffix("\n") {
      let outcome = try UnixBuild().run([
        .require(.fileExists("missing"), message: "\(text) \(.packageName)")
      ])
      #expect(outcome.err == text + " pygenn\n")
      #expect(outcome.status == 1)
    }
    let plain = try UnixBuild().run([.require(.fileExists("lib" / "x.so"))])
    #expect(plain.err == "lib/x.so is missing\n")
  }

  @Test func requirementsThatHoldSayNothing() throws {
    let build = try UnixBuild()
    try build.folder.write("work/-file", "")
    let outcome = try build.run(
      [
        .require(.fileExists("-file")), .require(.fileExists(.prefix)),
        .require(.nonEmptyVariable("X")), .require(.programExists("sh")),
      ], variables: ["X": " "])
    #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
  }
}

extension ScriptStep {
  fileprivate var isRaw: Bool { if case .raw = action { true } else { false } }
}
