import Diagnostics
import SpikingModels

/// Gives every name its meaning and every expression its type, and makes conversions explicit.
///
/// One checker follows a model through its snippets, as the locals of one stay visible in the next.
struct TypeChecker {
  /// Thrown after the finding has been noted.
  struct Abandoned: Error {}

  let scope: Scope
  private(set) var locals: [Local] = []
  private(set) var findings: [Diagnostic] = []
  private var blocks: [Block] = [Block()]
  var loops = 0
  var switches = 0
  /// Whether an expression that is being checked changes something.
  var changesInside = false
  /// Names of this snippet that are read as they were some steps ago, and those that are not.
  var delayedNames: Set<String> = []
  var presentNames: Set<String> = []
  var source: SnippetSource

  /// What braces, a loop's head or `for_each_synapse` define.
  private struct Block {
    var locals: [String: Int] = [:]
    var synapses: Scope.Synapses?
  }

  init(scope: Scope) {
    self.scope = scope
    source = SnippetSource(
      Snippet(parts: []), title: "", place: Place(file: "", line: 1, column: 1))
  }

  /// Checks statements; their locals stay known.
  mutating func statements(_ source: SnippetSource) -> [TypedStatement] {
    let (statements, problems) = Parser.statements(in: source)
    self.source = source
    (delayedNames, presentNames) = ([], [])
    findings += problems
    return problems.isEmpty ? check(statements) : []
  }

  /// Checks an expression and converts it to a type.
  mutating func expression(_ source: SnippetSource, as type: NumericType) -> TypedExpression? {
    let (expression, problems) = Parser.expression(in: source)
    self.source = source
    findings += problems
    guard let expression, problems.isEmpty else { return nil }
    do {
      return try value(expression).converted(to: type)
    } catch {
      return nil
    }
  }

  mutating func check(_ statements: [Statement]) -> [TypedStatement] {
    var leaves = false
    return statements.flatMap { statement -> [TypedStatement] in
      if leaves, statement.kind != .empty {
        report(.neverRuns(at: place(statement.offset)))
        leaves = false
      }
      if statement.kind == .leaveLoop || statement.kind == .nextRound { leaves = true }
      do {
        return try check(statement)
      } catch {
        return []
      }
    }
  }

  mutating func inBlock<Result>(
    synapses: Scope.Synapses? = nil,
    _ body: (inout TypeChecker) throws(Abandoned) -> Result
  ) throws(Abandoned) -> Result {
    blocks.append(Block(synapses: synapses))
    defer { blocks.removeLast() }
    return try body(&self)
  }

  mutating func declare(_ local: Local, at offset: Int) throws(Abandoned) -> Int {
    let name = local.name
    // GeNN copies what blocks around it declare into a block, so that it can't declare it again.
    guard !blocks.contains(where: { $0.locals[name] != nil }) else {
      throw fail(.declaredTwice(name, at: place(offset)))
    }
    if isFunction(name) { throw fail(.functionNameTaken(name, at: place(offset))) }
    blocks[blocks.count - 1].locals[name] = locals.count
    locals.append(local)
    return locals.count - 1
  }

  func isFunction(_ name: String) -> Bool {
    LibraryFunction.Name(rawValue: name) != nil || RandomFunction(rawValue: name) != nil
      || function(name) != nil || ["injectCurrent", "printf", "assert", "atomic_or"].contains(name)
  }

  /// What a name can stand for besides a function.
  enum Meaning {
    case entry(Scope.Entry)
    case array(Scope.Array)
    case local(Int)
  }

  /// What a name stands for: a local of the innermost block, else what the model defines.
  func find(_ name: String) -> Meaning? {
    for block in blocks.reversed() {
      if let slot = block.locals[name] { return .local(slot) }
      if let entry = block.synapses?.entries[name] { return .entry(entry) }
    }
    return scope.entries[name].map { .entry($0) } ?? scope.arrays[name].map { .array($0) }
  }

  func function(_ name: String) -> Scope.Function? {
    for block in blocks.reversed() {
      if let function = block.synapses?.functions[name] { return function }
    }
    return scope.functions[name]
  }

  var knownNames: [String] {
    Array(scope.entries.keys) + Array(scope.arrays.keys)
      + blocks.flatMap {
        Array($0.locals.keys) + ($0.synapses.map { Array($0.entries.keys) } ?? [])
      }
  }

  var knownFunctions: [String] {
    LibraryFunction.Name.allCases.map(\.rawValue) + Array(scope.functions.keys)
      + (scope.draws ? RandomFunction.allCases.map(\.rawValue) : [])
      + (scope.injects ? ["injectCurrent"] : [])
      + blocks.flatMap { $0.synapses.map { Array($0.functions.keys) } ?? [] }
  }

  func place(_ offset: Int) -> SourceLocation { source.location(at: offset) }

  mutating func fail(_ finding: Diagnostic) -> Abandoned {
    findings.append(finding)
    return Abandoned()
  }

  mutating func report(_ finding: Diagnostic) { findings.append(finding) }
}

extension TypedExpression {
  /// The same value in another type.
  func converted(to type: NumericType) -> TypedExpression {
    self.type == type
      ? self
      : TypedExpression(
        kind: .convert(self), type: type, offset: offset, countsAsReal: countsAsReal)
  }
}
