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
  private var blocks: [[String: Int]] = [[:]]
  var loops = 0
  var source: SnippetSource

  init(scope: Scope) {
    self.scope = scope
    source = SnippetSource(
      Snippet(parts: []), title: "", place: Place(file: "", line: 1, column: 1))
  }

  /// Checks statements; their locals stay known.
  mutating func statements(_ source: SnippetSource) -> [TypedStatement] {
    let (statements, problems) = Parser.statements(in: source)
    self.source = source
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
      return try check(expression).converted(to: type)
    } catch {
      return nil
    }
  }

  mutating func check(_ statements: [Statement]) -> [TypedStatement] {
    statements.flatMap { statement in
      do {
        return try check(statement)
      } catch {
        return []
      }
    }
  }

  mutating func inBlock<Result>(
    _ body: (inout TypeChecker) throws(Abandoned) -> Result
  ) throws(Abandoned) -> Result {
    blocks.append([:])
    defer { blocks.removeLast() }
    return try body(&self)
  }

  mutating func declare(
    _ name: String, _ type: NumericType, isConstant: Bool, at offset: Int
  ) throws(Abandoned) -> Int {
    guard blocks[blocks.count - 1][name] == nil else {
      throw fail(.declaredTwice(name, at: place(offset)))
    }
    if LibraryFunction.Name(rawValue: name) != nil || name == "injectCurrent" {
      throw fail(.functionNameTaken(name, at: place(offset)))
    }
    blocks[blocks.count - 1][name] = locals.count
    locals.append(Local(name: name, type: type, isConstant: isConstant))
    return locals.count - 1
  }

  /// What a name stands for: a local of the innermost block, else what the model defines.
  func find(_ name: String) -> Scope.Entry? {
    for block in blocks.reversed() {
      guard let slot = block[name] else { continue }
      let local = locals[slot]
      return Scope.Entry(
        symbol: .local(slot), type: local.type,
        readOnly: local.isConstant ? "it is declared 'const'" : nil)
    }
    return scope.entries[name]
  }

  var knownNames: [String] { Array(scope.entries.keys) + blocks.flatMap(\.keys) }

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
    self.type == type ? self : TypedExpression(kind: .convert(self), type: type, offset: offset)
  }
}
