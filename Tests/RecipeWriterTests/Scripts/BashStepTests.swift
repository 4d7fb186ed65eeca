import RecipeModel
import Testing

/// What bash does with printed steps.
@Suite(.enabled(if: Tool.bash != nil, "install bash"))
struct BashStepTests {
  static let texts = NastyText.lines + NastyText.unix

  @Test func environmentAndArgumentsKeepEveryLetter() throws {
    let build = try UnixBuild()
    var steps: [ScriptStep] = []
    for (index, text) in Self.texts.enumerated() {
      steps.append(.environment("X\(index)", ScriptText(text)))
      steps.append(.run("printf", "%s\\0%s\\0", .environment("X\(index)"), ScriptText(text)))
    }
    let outcome = try build.run(steps)
    #expect(outcome.status == 0 && outcome.err.isEmpty, "\(outcome.err)")
    let shown = outcome.out.split(separator: "\0", omittingEmptySubsequences: false).map(
      String.init)
    expectSame(shown, Self.texts.flatMap { [$0, $0] } + [""])
  }

  @Test func variablesStandWithinNastyText() throws {
    let build = try UnixBuild()
    let outcome = try build.run(
      Self.texts.map { .run("printf", "%s\\0", "\($0)\(.prefix)\($0)") })
    let prefix = try #require(build.variables["PREFIX"])
    let shown = outcome.out.split(separator: "\0").map(String.init)
    expectSame(shown, Self.texts.map { $0 + prefix + $0 })
  }

  @Test func filesAreWrittenLetterForLetter() throws {
    let build = try UnixBuild()
    try build.run([
      .writeFile(.prefix / "share/all", ScriptText(NastyText.lines.joined(separator: "\n"))),
      .writeFile("empty", ""), .writeFile("one", "\(.packageName) \(.environment("NONE"))!\n"),
      .writeFile("blank", "\n\na\n"),
    ]).expectSuccess()
    let folder = build.folder
    let lines = NastyText.lines.joined(separator: "\n") + "\n"
    #expect(try folder.read("\(UnixBuild.prefix)/share/all") == lines)
    #expect(try folder.read("work/empty") == "")
    #expect(try folder.read("work/one") == "pygenn !\n")
    #expect(try folder.read("work/blank") == "\n\na\n")
  }

  @Test func filesOfAnyNameAreMoved() throws {
    let build = try UnixBuild()
    var steps: [ScriptStep] = []
    let names = Self.texts.filter { !$0.contains("/") }
    for (index, name) in names.enumerated() {
      let file = ScriptPath(root: .here, components: [ScriptText(name)])
      let tree = ScriptPath("tree\(index)")
      steps += [
        .writeFile(file, "x"), .copyFile(file, to: .prefix / "copies" / ScriptText(name)),
        .move(file, to: tree / ScriptText(name)), .copyTree(tree, to: file),
        .require(.fileExists(file / ScriptText(name))), .remove(tree), .remove(tree),
        .makeDirectory(.srcDir / "made" / ScriptText(name)), .remove(file),
      ]
    }
    try build.run(steps).expectSuccess()
    for (index, name) in names.enumerated() {
      #expect(build.folder.exists("\(UnixBuild.prefix)/copies/\(name)"), "\(name)")
      #expect(build.folder.exists("work/made/\(name)"), "\(name)")
      #expect(!build.folder.exists("work/\(name)") && !build.folder.exists("work/tree\(index)"))
    }
  }

  @Test func searchPathsGrowInFront() throws {
    let build = try UnixBuild()
    let outcome = try build.run(
      [
        .prependPath("NEW_LIST", .srcDir / "a b"), .prependPath("NEW_LIST", "c"),
        .prependPath("OLD_LIST", "d"), .prependPath(.prefix / "bin"), .unset("GONE"),
        .unset("CPATH"),
        .run(
          "printf", "%s|%s|%s|", .environment("NEW_LIST"), .environment("OLD_LIST"),
          .environment("GONE")),
        .run("sh", "-c", "printf '%s' \"${PATH%%:*}\""),
      ], variables: ["OLD_LIST": "x:y", "GONE": "z"])
    let variables = build.variables
    let work = try #require(variables["SRC_DIR"])
    #expect(
      outcome.out == "c:\(work)/a b|d:x:y||" + (try #require(variables["PREFIX"])) + "/bin")
  }

  @Test func pipInstallsThePackageAlone() throws {
    let build = try UnixBuild()
    try build.folder.write("\(UnixBuild.prefix)/bin/python", "#!/bin/sh\nprintf '[%s]' \"$@\"\n")
    try #require(Tool("chmod")).run(
      ["+x", "\(build.folder.path)/\(UnixBuild.prefix)/bin/python"], in: build.folder
    ).expectSuccess()
    let outcome = try build.run([.pipInstall("--config-settings=a=b c")])
    #expect(
      outcome.out
        == "[-m][pip][install][.][-vv][--no-deps][--no-build-isolation][--config-settings=a=b c]")
  }

  @Test func programsAreTakenForProgramsOnly() throws {
    let build = try UnixBuild()
    for name in ["if", "a=b", "-x", "two words"] {
      try build.folder.write("bin/\(name)", "#!/bin/sh\nprintf '<%s>' \"${0##*/}\" \"$1\"\n")
    }
    _ = try #require(Tool("chmod")).run(["-R", "+x", "bin"], in: build.folder)
    let outcome = try build.run([
      .prependPath(.srcDir / "../bin"), .run("if", "x"), .run("a=b", "y"), .run("two words", "z"),
    ])
    #expect(outcome.out == "<if><x><a=b><y><two words><z>", "\(outcome.err)")
  }
}

extension Tool.Outcome {
  func expectSuccess(_ location: Testing.SourceLocation = #_sourceLocation) {
    #expect(status == 0, "\(out)\n\(err)", sourceLocation: location)
  }
}
