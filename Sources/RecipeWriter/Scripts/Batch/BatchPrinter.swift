import Diagnostics
import RecipeModel

/// Prints steps as a batch file.
///
/// Conditions become flags, and each line behind one asks for its flag by itself. Parenthesised
/// blocks would fill in all their variables before the first line runs, and labels can be missed:
/// conda-build writes its copy of the script with LF alone, which cmd's search for labels trips
/// over.
///
/// Failures are found with `if %ERRORLEVEL% neq 0`. The well-known `if errorlevel 1` holds for 1
/// and above only, and takes a crashed program (whose code is negative) for a success.
struct BatchPrinter {
  var context: ScriptContext
  private(set) var lines: [String] = []
  /// In front of each line that is conditional.
  private(set) var condition = ""
  private var flags = 0
  /// The flags of conditions that were already tested, by what stood in front of the test.
  var tested: [String: [Condition: String]] = [:]
  /// The variants that are already taken apart for comparing, each with its variable.
  var versions: [String: String] = [:]

  static let deepest = 64

  init(_ context: ScriptContext) { self.context = context }

  mutating func print(_ steps: [ScriptStep], depth: Int = 0) {
    guard depth < Self.deepest else { return context.report(.scriptTooDeep(at: context.location)) }
    for step in steps {
      context.location = step.location ?? context.location
      print(step.action, depth: depth)
    }
  }

  private mutating func print(_ action: ScriptStep.Action, depth: Int) {
    switch action {
    case .environment(let name, let value): environment(name, value)
    case .prependPath(let name, let path): prepend(path, to: name)
    case .unset(let name): add("set \"\(context.name(name))=\"")
    case .pipInstall(let arguments): pipInstall(arguments)
    case .run(let program, let arguments): run(program, arguments)
    case .copyFile(let from, let to): copyFile(from, to: to)
    case .copyTree(let from, let to): copyTree(from, to: to)
    case .makeDirectory(let path): makeDirectory(path)
    case .remove(let path): remove(path)
    case .move(let from, let to): move(from, to: to)
    case .writeFile(let path, let text): writeFile(path, text)
    case .require(let requirement, let message): require(requirement, message)
    case .message(let lines): message(lines)
    case .raw(_, let batch): raw(batch)
    case .when(let condition, let then, let otherwise):
      when(condition, then, otherwise, depth: depth + 1)
    }
  }

  // MARK: Lines

  /// A line that is plain code.
  mutating func add(_ line: String) { lines.append(condition + line) }

  /// A line under a further condition, such as `if not exist "file" `.
  mutating func add(_ line: BatchLine, onlyIf further: String = "") {
    let (text, problem) = line.finished(guardedBy: condition + further)
    if let problem { context.report(.textNotForBatch(problem, at: context.location)) }
    lines.append(text)
  }

  mutating func add(_ build: (inout BatchLine) -> Void) {
    var line = BatchLine()
    build(&line)
    add(line)
  }

  mutating func checkErrorLevel() { add("if %ERRORLEVEL% neq 0 exit 1") }

  // MARK: Flags

  /// A new flag that is down.
  mutating func newFlag() -> String {
    flags += 1
    let flag = "_when\(flags)"
    lines.append("set \"\(flag)=\"")
    return flag
  }

  mutating func whileSet(_ flag: String, _ body: (inout BatchPrinter) -> Void) {
    let before = condition
    condition = "if defined \(flag) "
    body(&self)
    condition = before
  }

  /// Lines that stand for themselves, whatever the conditions around them.
  mutating func unconditional(_ body: (inout BatchPrinter) -> Void) {
    let before = condition
    condition = ""
    body(&self)
    condition = before
  }

  private mutating func raw(_ text: String?) {
    guard let text else { return }
    if text.utf8.contains(0) { context.report(.textWithNul(at: context.location)) }
    var raw = text.withLF
    while raw.last == "\n" { raw.removeLast() }
    guard !raw.isEmpty else { return }
    guard condition.isEmpty else {
      // Many lines can't ask one by one. The label stands there twice: where cmd misses the one, at
      // the edge of what it reads at once, it finds the other.
      flags += 1
      let label = "_past\(flags)"
      let flag = condition.dropFirst("if defined ".count).dropLast()
      lines.append("if not defined \(flag) goto \(label)")
      lines += [raw, "if %ERRORLEVEL% neq 0 exit 1", ":\(label)", ":\(label)"]
      return
    }
    lines.append(raw)
    checkErrorLevel()
  }
}
