import Diagnostics
import RecipeModel
import RecipeWriter
import Testing

/// Link scripts say their messages once, print nothing, and fail only for what matters.
struct LinkScriptTests {
  private static func text(_ steps: [ScriptStep], _ system: ScriptSystem) -> String {
    var findings = Findings()
    let file = LinkScript(.postLink, steps).file(
      package: "pygenn", on: system, findings: &findings)
    #expect(findings.all.isEmpty)
    return file.text
  }

  private static let message: [ScriptStep] = [
    .message(
      "PyGeNN \(.packageVersion) for CUDA", "", "  It is in \(path: .prefix / "lib") & \"there\".",
      "Set CUDA_PATH to \(.prefix)\nand go \(.environment("NOBODY_SET"))100%.")
  ]

  @Test(.enabled(if: Tool.bash != nil, "install bash")) func bashSaysItOnce() throws {
    let build = try UnixBuild()
    let prefix = try #require(build.variables["PREFIX"])
    try build.folder.write("\(UnixBuild.prefix)/.messages.txt", "from another\n")
    for _ in 1...2 {
      let outcome = try build.run(Self.text(Self.message, .unix))
      #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
      #expect(
        try build.folder.read("\(UnixBuild.prefix)/.messages.txt") == """
          from another
          PyGeNN 5.4.0 for CUDA

            It is in \(prefix)/lib & "there".
          Set CUDA_PATH to \(prefix)
          and go 100%.

          """)
    }
  }

  @Test(.enabled(if: Tool.wine != nil, "install wine64")) func cmdSaysItOnce() throws {
    let build = try WindowsBuild()
    let prefix = try #require(build.variables["PREFIX"])
    try build.folder.write("\(WindowsBuild.prefix)/.messages.txt", "from another\r\n")
    for _ in 1...2 {
      let outcome = try build.run(Self.text(Self.message, .windows))
      #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
      let lines = [
        "from another", "PyGeNN 5.4.0 for CUDA", "", "  It is in \(prefix)\\lib & \"there\".",
        "Set CUDA_PATH to \(prefix)", "and go 100%.", "",
      ]
      #expect(
        try build.folder.read("\(WindowsBuild.prefix)/.messages.txt")
          == lines.joined(separator: "\r\n"))
    }
  }

  @Test(.enabled(if: Tool.bash != nil, "install bash")) func bashKeepsEveryLetter() throws {
    let build = try UnixBuild()
    let texts = NastyText.lines.filter { $0.utf8.count > 3 }
    let text = Self.text([ScriptStep(.message(lines: texts.map { ScriptText($0) }))], .unix)
    for _ in 1...2 {
      try build.run(text).expectSuccess()
      let shown = try build.folder.read("\(UnixBuild.prefix)/.messages.txt")
      expectSame(shown.split(separator: "\n").map(String.init), texts)
    }
  }

  @Test(.enabled(if: Tool.wine != nil, "install wine64")) func cmdKeepsEveryLetter() throws {
    let build = try WindowsBuild()
    // A file of its own encoding: what is not ASCII is told by the machine's.
    let texts = NastyText.ascii.filter { $0.utf8.count > 5 && $0 != "x\"^\"y" }
    let text = Self.text([ScriptStep(.message(lines: texts.map { ScriptText($0) }))], .windows)
    for _ in 1...2 {
      try build.run(text).expectSuccess()
      let shown = try build.folder.read("\(WindowsBuild.prefix)/.messages.txt")
      expectSame(shown.split(separator: "\r\n").map(String.init), texts)
    }
  }

  @Test func aMessageThatCannotBeSaidIsNoFailure() throws {
    if Tool.bash != nil {
      let outcome = try UnixBuild().run(
        Self.text(Self.message, .unix), variables: ["PREFIX": "/no/such/folder"])
      #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
    }
    if Tool.wine != nil {
      let outcome = try WindowsBuild().run(
        Self.text(Self.message, .windows), variables: ["PREFIX": "Z:\\no\\such\\folder"])
      #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
    }
  }

  @Test func programsPrintIntoTheMessages() throws {
    let steps: [ScriptStep] = [
      .run("echo", "from \(.packageName)"), .copyFile("missing", to: .prefix / "copy"),
      .message("not reached"),
    ]
    if Tool.bash != nil {
      let build = try UnixBuild()
      let outcome = try build.run(Self.text(steps, .unix))
      #expect(outcome.status == 1 && outcome.out.isEmpty)
      #expect(try build.folder.read("\(UnixBuild.prefix)/.messages.txt") == "from pygenn\n")
    }
    if Tool.wine != nil {
      let build = try WindowsBuild()
      var program = steps
      program[0] = .run("show.exe", "from \(.packageName)")
      let outcome = try build.run(Self.text(program, .windows))
      #expect(outcome.status == 1 && outcome.out.isEmpty)
      let shown = try build.folder.read("\(WindowsBuild.prefix)/.messages.txt")
      #expect(shown == "[from pygenn]\n")
    }
  }

  @Test func theyKnowTheMachineTheyRunOn() throws {
    let steps: [ScriptStep] = [
      .when(.platform(.linux), [.message("Linux")], else: [.message("another")]),
      .when(.platform(.x86_64), [.message("Intel")]),
    ]
    if Tool.bash != nil {
      let build = try UnixBuild()
      try build.run(Self.text(steps, .unix)).expectSuccess()
      let shown = try build.folder.read("\(UnixBuild.prefix)/.messages.txt")
      let machine = try #require(Tool("uname")).run(["-sm"], in: build.folder).out
      let lines = [
        machine.hasPrefix("Linux") ? "Linux" : "another",
        machine.hasSuffix("x86_64\n") ? "Intel" : nil,
      ]
      #expect(shown == lines.compactMap { $0.map { $0 + "\n" } }.joined())
    }
  }

  @Test func theyLieWhereCondaLooks() {
    var findings = Findings()
    let script = LinkScript(.preUnlink, [.message("bye")])
    let unix = script.file(package: "pygenn", on: .unix, findings: &findings)
    let windows = script.file(package: "pygenn", on: .windows, findings: &findings)
    #expect(
      unix.path == "link-scripts/pre-unlink.sh" && windows.path == "link-scripts/pre-unlink.bat")
    let steps = [unix, windows].compactMap(\.installation)
    let bash = BuildScript(steps).bash(findings: &findings)
    #expect(
      bash.contains(
        #"cp "${RECIPE_DIR}/link-scripts/pre-unlink.sh" "${PREFIX}/bin/.pygenn-pre-unlink.sh""#))
    let batch = BuildScript(steps).batch(findings: &findings)
    #expect(batch.contains(#""%PREFIX%\Scripts\.pygenn-pre-unlink.bat" >nul"#))
    #expect(findings.all.isEmpty)
  }
}
