import RecipeModel

extension BashPrinter {
  mutating func copyFile(_ from: ScriptPath, to: ScriptPath) {
    makeParent(of: to)
    command("cp \(word(from)) \(word(to))")
  }

  mutating func copyTree(_ from: ScriptPath, to: ScriptPath) {
    command("mkdir -p \(word(to))")
    let source = BashWord.quoted(pieces(from) + [.literal("/.")])
    command("cp -R \(source) \(BashWord.quoted(pieces(to) + [.literal("/")]))")
  }

  mutating func remove(_ path: ScriptPath) {
    guard !path.components.isEmpty else {
      return context.report(.wholeFolderRemoved(at: context.location))
    }
    command("rm -rf \(word(path))")
  }

  mutating func move(_ from: ScriptPath, to: ScriptPath) {
    makeParent(of: to)
    command("mv -f \(word(from)) \(word(to))")
  }

  mutating func writeFile(_ path: ScriptPath, _ text: ScriptText) {
    makeParent(of: path)
    let target = word(path)
    let lines = text.lines
    switch lines.count {
    case 0: command(": >\(target)")
    case 1: command("printf '%s\\n' \(word(lines[0])) >\(target)")
    default:
      command(column(["printf '%s\\n'"] + lines.map { word($0) }) + " >\(target)")
    }
  }

  private mutating func makeParent(of path: ScriptPath) {
    guard let parent = path.parent else {
      return context.report(.fileNameMissing(at: context.location))
    }
    if !parent.components.isEmpty { command("mkdir -p \(word(parent))") }
  }
}
