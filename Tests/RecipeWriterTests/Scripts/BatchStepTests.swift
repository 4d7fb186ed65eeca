import RecipeModel
import Testing

/// What cmd does with printed steps.
@Suite(
  .serialized, .enabled(if: Tool.wine != nil, "install wine64"),
  .enabled(if: Tool.lldLink != nil, "put the Swift toolchain's clang and lld-link on the path"))
struct BatchStepTests {
  /// Without the locale only ASCII means the same to Wine and to us.
  static var texts: [String] {
    let texts = Wine.shared?.locale == nil ? NastyText.ascii : NastyText.lines
    // Wine's cmd guesses whether quotes nest, and is wrong about this one.
    return texts.filter { $0 != "x\"^\"y" }
  }

  @Test(.enabled(if: Wine.shared?.locale != nil, "install locales, for localedef's sources"))
  func windowsTestsReachBeyondASCII() {
    #expect(Self.texts.count > NastyText.ascii.count)
  }

  @Test func environmentAndArgumentsKeepEveryLetter() throws {
    let build = try WindowsBuild()
    // Several in a line: cmd takes up each text as the one before has left it.
    var steps: [ScriptStep] = []
    for texts in Self.texts.chunks(of: 6) {
      for (index, text) in texts.enumerated() {
        steps.append(.environment("X\(index)", ScriptText(text)))
      }
      let arguments = texts.enumerated().flatMap { ["=X\($0)" as ScriptText, ScriptText($1)] }
      steps.append(ScriptStep(.run(program: "show.exe", arguments: arguments)))
    }
    let outcome = try build.run(steps)
    #expect(outcome.status == 0 && outcome.err.isEmpty, "\(outcome.err)")
    expectSame(outcome.lines, Self.texts.flatMap { ["[\($0)]", "[\($0)]"] })
  }

  @Test func variablesStandWithinNastyText() throws {
    let build = try WindowsBuild()
    var steps: [ScriptStep] = []
    for texts in Self.texts.chunks(of: 6) {
      let mixed = texts.map { "\($0)\(.prefix)\($0)" as ScriptText }
      for (index, text) in mixed.enumerated() { steps.append(.environment("X\(index)", text)) }
      let arguments = mixed.enumerated().flatMap { ["=X\($0)" as ScriptText, $1] }
      steps.append(ScriptStep(.run(program: "show.exe", arguments: arguments)))
    }
    let outcome = try build.run(steps)
    let prefix = try #require(build.variables["PREFIX"])
    expectSame(
      outcome.lines,
      Self.texts.flatMap { text in
        ["[\(text)\(prefix)\(text)]", "[\(text)\(prefix)\(text)]"]
      })
  }

  @Test func filesAreWrittenLetterForLetter() throws {
    let build = try WindowsBuild()
    // Wine's echo switches itself off and on even behind a point.
    let lines = Self.texts.filter { $0 != "on" }
    try build.run(
      [
        .writeFile(.prefix / "share/all", ScriptText(lines.joined(separator: "\n"))),
        .writeFile("empty", ""), .writeFile("one", "\(.packageName) \(.environment("NONE"))!\n"),
        .writeFile("blank", "\n\na\n"), .writeFile("slashed", ScriptText([.slashedPath(.prefix)])),
        .writeFile(
          "more", "& \(.packageName) \"\(.packageVersion)\" \(.environment("OF_TWO")) 100%"),
      ], variables: ["OF_TWO": ";x: & y"]
    ).expectSuccess()
    let folder = build.folder
    expectSame(
      try folder.read("\(WindowsBuild.prefix)/share/all").split(separator: "\r\n").map(String.init),
      lines)
    #expect(try folder.read("work/empty") == "")
    #expect(try folder.read("work/one") == "pygenn !\r\n")
    #expect(try folder.read("work/blank") == "\r\n\r\na\r\n")
    let prefix = try #require(build.variables["PREFIX"]).split(separator: "\\").joined(
      separator: "/")
    #expect(try folder.read("work/slashed") == prefix + "\r\n")
    #expect(try folder.read("work/more") == "& pygenn \"5.4.0\" ;x: & y 100%\r\n")
  }

  @Test func filesOfAnyNameAreMoved() throws {
    let build = try WindowsBuild()
    let names = NastyText.fileNames.filter(Self.texts.contains)
    var steps: [ScriptStep] = []
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
    let outcome = try build.run(steps)
    #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty, "\(outcome)")
    for (index, name) in names.enumerated() {
      #expect(build.folder.exists("\(WindowsBuild.prefix)/copies/\(name)"), "\(name)")
      #expect(build.folder.exists("work/made/\(name)"), "\(name)")
      #expect(!build.folder.exists("work/\(name)") && !build.folder.exists("work/tree\(index)"))
    }
  }

  @Test func searchPathsGrowInFront() throws {
    let build = try WindowsBuild()
    let outcome = try build.run(
      [
        .prependPath("NEW_LIST", .srcDir / "a b"), .prependPath("NEW_LIST", "c"),
        .prependPath("OLD_LIST", "d"), .prependPath(.libraryPrefix / "bin"), .unset("GONE"),
        .run("show.exe", "=NEW_LIST"), .run("show.exe", "=OLD_LIST"),
        .run("show.exe", "=GONE"), .run("show.exe", "=PATH"),
      ], variables: ["OLD_LIST": "x;y", "GONE": "z"])
    let work = try #require(build.variables["SRC_DIR"])
    let library = try #require(build.variables["LIBRARY_PREFIX"])
    #expect(outcome.lines.prefix(3) == ["[c;\(work)\\a b]", "[d;x;y]", "[]"])
    #expect(outcome.lines.last?.hasPrefix("[\(library)\\bin;") == true)
  }

  @Test func batchFilesComeBack() throws {
    let build = try WindowsBuild()
    try build.folder.write("work/inner.bat", "@show.exe %1 %2\r\n@exit /b 0\r\n")
    let outcome = try build.run([
      .run("inner.bat", "a b", "100%"), .run("show.exe", "after"),
    ])
    #expect(outcome.lines == ["[a b]", "[100%]", "[after]"])
  }

  @Test func pipInstallsThePackageAlone() throws {
    let build = try WindowsBuild()
    let show = try #require(build.wine.show)
    try #require(Tool("cp")).run(
      [show, "\(build.folder.path)/\(WindowsBuild.prefix)/python.exe"], in: build.folder
    ).expectSuccess()
    let outcome = try build.run([.pipInstall("--config-settings=a=b c")])
    #expect(
      outcome.lines == [
        "[-m]", "[pip]", "[install]", "[.]", "[-vv]", "[--no-deps]", "[--no-build-isolation]",
        "[--config-settings=a=b c]",
      ])
  }
}

extension Tool.Outcome {
  var lines: [String] { out.split(separator: "\n").map(String.init) }
}

extension Array {
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}

/// Shows what differs alone: the tables are long.
func expectSame(
  _ shown: [String], _ wanted: [String], _ location: Testing.SourceLocation = #_sourceLocation
) {
  for (text, wanted) in zip(shown, wanted) {
    #expect(
      Array(text.utf8) == Array(wanted.utf8), "\(text) for \(wanted)", sourceLocation: location)
  }
  #expect(shown.count == wanted.count, sourceLocation: location)
}
