import RecipeModel

extension BatchPrinter {
  mutating func copyFile(_ from: ScriptPath, to: ScriptPath) {
    makeParent(of: to)
    command("copy /Y /B", from, to)
  }

  mutating func copyTree(_ from: ScriptPath, to: ScriptPath) {
    makeDirectory(to)
    command("xcopy /E /I /Y /Q /H /R /K", from, to)
  }

  mutating func move(_ from: ScriptPath, to: ScriptPath) {
    makeParent(of: to)
    command("move /Y", from, to)
    add(test("if not exist ", context.pieces(to)) + "exit 1")
  }

  mutating func makeDirectory(_ path: ScriptPath) {
    let missing = test("if not exist ", context.pieces(path))
    addQuoted("mkdir ", path, onlyIf: missing)
    add(missing + "exit 1")
  }

  /// Files and folders are removed differently, and neither command tells reliably whether it
  /// could.
  mutating func remove(_ path: ScriptPath) {
    guard !path.components.isEmpty else {
      return context.report(.wholeFolderRemoved(at: context.location))
    }
    let there = test("if exist ", context.pieces(path))
    addQuoted(
      "rmdir /S /Q ", path, onlyIf: test("if exist ", context.pieces(path) + [.literal("\\*")]))
    addQuoted("del /F /Q ", path, onlyIf: there)
    add(there + "exit 1")
  }

  mutating func writeFile(_ path: ScriptPath, _ text: ScriptText) {
    makeParent(of: path)
    let target = context.pieces(path)
    let lines = text.lines
    if lines.isEmpty {
      add { line in
        line.code("type nul >")
        line.quoted(target)
      }
    }
    for (index, text) in lines.enumerated() {
      let pieces = context.pieces(text)
      add { line in
        line.code(index == 0 ? ">" : ">>")
        line.quoted(target)
        line.code(" ")
        line.echo(pieces)
      }
    }
    checkErrorLevel()
    add(test("if not exist ", target) + "exit 1")
  }

  private mutating func command(_ name: String, _ from: ScriptPath, _ to: ScriptPath) {
    let (from, to) = (context.pieces(from), context.pieces(to))
    add { line in
      line.code(name + " ")
      line.quoted(from)
      line.code(" ")
      line.quoted(to)
      line.code(" >nul")
    }
    checkErrorLevel()
  }

  private mutating func addQuoted(_ command: String, _ path: ScriptPath, onlyIf further: String) {
    var line = BatchLine()
    line.code(command)
    line.quoted(context.pieces(path))
    add(line, onlyIf: further)
  }

  private mutating func makeParent(of path: ScriptPath) {
    guard let parent = path.parent else {
      return context.report(.fileNameMissing(at: context.location))
    }
    if !parent.components.isEmpty { makeDirectory(parent) }
  }

  func test(_ test: String, _ pieces: [TextPiece]) -> String {
    var line = BatchLine()
    line.code(test)
    line.quoted(pieces)
    line.code(" ")
    return line.finished().0
  }
}
