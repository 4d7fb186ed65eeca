import RecipeModel

extension BatchPrinter {
  mutating func environment(_ name: String, _ value: ScriptText) {
    let name = context.name(name)
    let pieces = context.pieces(value)
    add { line in
      line.code("set \"\(name)=")
      line.pieces(pieces)
      line.quote()
    }
  }

  mutating func prepend(_ path: ScriptPath, to name: String) {
    let name = context.name(name)
    let folder = context.searchFolder(path)
    let isPath = name.uppercased() == "PATH"
    if !isPath { add("if defined \(name) set \"\(name)=;%\(name)%\"") }
    add { line in
      line.code("set \"\(name)=")
      line.pieces(folder)
      line.code(isPath ? ";%\(name)%\"" : "%\(name)%\"")
    }
  }

  mutating func pipInstall(_ arguments: [ScriptText]) {
    guard context.scope == .build else {
      return context.report(.stepNotInLinkScript(at: context.location))
    }
    let fixed: [ScriptText] = [
      "-m", "pip", "install", ".", "-vv", "--no-deps", "--no-build-isolation",
    ]
    run(.python, fixed + arguments)
  }

  mutating func run(_ program: ScriptText, _ arguments: [ScriptText]) {
    let program = context.pieces(program)
    if program.isEmpty { context.report(.programMissing(at: context.location)) }
    let isCall = Self.isBatchFile(program)
    var line = BatchLine(isCall: isCall)
    if isCall { line.code("call ") }
    line.program(program)
    for argument in arguments { line.argument(context.pieces(argument)) }
    if context.scope == .link { line.redirect(Self.intoMessages + " 2>&1") }
    add(line)
    checkErrorLevel()
  }

  mutating func require(_ requirement: ScriptRequirement, _ message: ScriptText?) {
    switch requirement {
    case .fileExists(let path):
      var test = BatchLine()
      test.code("if not exist ")
      test.quoted(context.pieces(path))
      test.code(" ")
      let (text, problem) = test.finished()
      if let problem { context.report(.textNotForBatch(problem, at: context.location)) }
      fail(onlyIf: text, message ?? .path(path) + " is missing")
    case .nonEmptyVariable(let name):
      fail(
        onlyIf: "if not defined \(context.name(name)) ",
        message ?? ScriptText("\(name) is not set"))
    case .programExists(let name):
      if name.isEmpty { context.report(.programMissing(at: context.location)) }
      add { line in
        line.code("where /q")
        line.argument([.literal(name)])
      }
      fail(onlyIf: "if %ERRORLEVEL% neq 0 ", message ?? ScriptText("\(name) is not found"))
    }
  }

  private mutating func fail(onlyIf test: String, _ message: ScriptText) {
    for text in message.lines {
      var line = BatchLine()
      line.code(">&2 ")
      line.echo(context.pieces(text))
      add(line, onlyIf: test)
    }
    add(test + "exit 1")
  }

  /// A batch file that is started without `call` never comes back.
  private static func isBatchFile(_ program: [TextPiece]) -> Bool {
    guard case .literal(let text)? = program.last else { return false }
    let name = text.lowercased()
    return name.hasSuffix(".bat") || name.hasSuffix(".cmd") || batchPrograms.contains(name)
  }

  /// Programs that are batch files on Windows, though nothing in their names says so.
  private static let batchPrograms: Set<String> = [
    "conda", "corepack", "gradle", "mamba", "mvn", "npm", "npx", "pnpm", "yarn",
  ]
}
