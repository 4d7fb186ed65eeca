import Diagnostics
import RecipeModel

/// Prints steps as bash, for the 3.2 of macOS as for newer ones.
///
/// A build runs under `set -e`. A link script doesn't: one that fails takes the installation back,
/// so each step that must not fail says so by itself.
struct BashPrinter {
  var context: ScriptContext
  private(set) var lines: [String] = []
  private var indentation = 0
  /// Functions that the steps call.
  var functions: Set<BashFunction> = []

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
    case .environment(let name, let value):
      add("export \(context.name(name))=\(word(value))")
    case .prependPath(let name, let path): prepend(path, to: name)
    case .unset(let name): add("unset \(context.name(name))")
    case .pipInstall(let arguments): pipInstall(arguments)
    case .run(let program, let arguments): run(program, arguments)
    case .copyFile(let from, let to): copyFile(from, to: to)
    case .copyTree(let from, let to): copyTree(from, to: to)
    case .makeDirectory(let path): command("mkdir -p \(word(path))")
    case .remove(let path): remove(path)
    case .move(let from, let to): move(from, to: to)
    case .writeFile(let path, let text): writeFile(path, text)
    case .require(let requirement, let message): require(requirement, message)
    case .message(let lines): message(lines)
    case .raw(let bash, _): raw(bash)
    case .when(let condition, let then, let otherwise):
      when(condition, then, otherwise, depth: depth + 1)
    }
  }

  // MARK: Lines

  /// A line, or several where a quoted text has line ends in it: those behind the first stay as
  /// they are.
  mutating func add(_ line: String) {
    lines.append(String(repeating: "  ", count: indentation) + line)
  }

  /// A command whose failure ends the script.
  mutating func command(_ line: String) { add(context.scope == .link ? line + " || exit 1" : line) }

  mutating func indented(_ body: (inout BashPrinter) -> Void) {
    indentation += 1
    body(&self)
    indentation -= 1
  }

  /// Words one below the other.
  func column(_ words: [String]) -> String {
    words.joined(separator: " \\\n" + String(repeating: "  ", count: indentation + 1))
  }

  mutating func word(_ text: ScriptText) -> String { BashWord.quoted(context.pieces(text)) }

  mutating func word(_ path: ScriptPath) -> String { BashWord.quoted(pieces(path)) }

  /// Relative paths that could look like an option start with `./`.
  mutating func pieces(_ path: ScriptPath) -> [TextPiece] {
    let pieces = context.pieces(path)
    guard path.root == .here else { return pieces }
    if case .literal(let text)? = pieces.first, text.utf8.first != UInt8(ascii: "-") {
      return pieces
    }
    return [.literal("./")] + pieces
  }

  private mutating func raw(_ text: String?) {
    guard let text else { return }
    if text.utf8.contains(0) { context.report(.textWithNul(at: context.location)) }
    // As it is: it may hold here-documents, which indentation would change.
    var raw = text.withLF
    while raw.last == "\n" { raw.removeLast() }
    if !raw.isEmpty { lines.append(raw) }
  }
}
