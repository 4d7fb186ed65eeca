import RecipeModel

extension BashPrinter {
  mutating func prepend(_ path: ScriptPath, to name: String) {
    let name = context.name(name)
    let folder = context.searchFolder(path).map(BashWord.inDoubleQuotes).joined()
    let others = name == "PATH" ? ":${PATH}" : "${\(name):+:${\(name)}}"
    add("export \(name)=\"\(folder)\(others)\"")
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
    let words = [BashWord.program(program)] + arguments.map { word($0) }
    // What a link script's programs print belongs to what conda shows at the end.
    let output = context.scope == .link ? " >>\"${PREFIX}/.messages.txt\" 2>&1" : ""
    command(words.joined(separator: " ") + output)
  }

  mutating func require(_ requirement: ScriptRequirement, _ message: ScriptText?) {
    let test: String
    let problem: ScriptText
    switch requirement {
    case .fileExists(let path):
      test = "[ -e \(word(path)) ]"
      problem = .path(path) + " is missing"
    case .nonEmptyVariable(let name):
      test = "[ -n \"${\(context.name(name)):-}\" ]"
      problem = ScriptText("\(name) is not set")
    case .programExists(let name):
      if name.isEmpty { context.report(.programMissing(at: context.location)) }
      test = "command -v \(word(ScriptText(name))) >/dev/null 2>&1"
      problem = ScriptText("\(name) is not found")
    }
    let said = word(message ?? problem)
    add("\(test) || { printf '%s\\n' \(said) >&2; exit 1; }")
  }

  mutating func message(_ lines: [ScriptText]) {
    guard context.scope == .link else {
      return context.report(.messageOutsideLinkScript(at: context.location))
    }
    functions.insert(.addMessage)
    let words = lines.flatMap { line in
      let parts = line.lines
      return parts.isEmpty ? ["''"] : parts.map { word($0) }
    }
    if !words.isEmpty { add("add_message " + column(words)) }
  }
}
