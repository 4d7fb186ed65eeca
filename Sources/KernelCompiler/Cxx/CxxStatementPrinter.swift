/// Prints checked statements as C++, one a line.
struct CxxStatementPrinter {
  let names: CxxNames
  private(set) var lines: [String] = []
  private(set) var depth: Int

  init(names: CxxNames, depth: Int) {
    self.names = names
    self.depth = depth
  }

  mutating func add(_ line: String) {
    lines.append(line.isEmpty ? "" : String(repeating: "  ", count: depth) + line)
  }

  /// Writes more behind the last line.
  mutating func append(_ text: String) {
    guard let last = lines.popLast() else { return }
    lines.append(last + text)
  }

  /// Lines that have their indentation already.
  mutating func addFinished(_ lines: [String]) { self.lines += lines }

  /// A block: its first line, without the brace, and its content.
  mutating func block(_ opening: String, _ content: (inout CxxStatementPrinter) -> Void) {
    add(opening.isEmpty ? "{" : opening + " {")
    depth += 1
    content(&self)
    depth -= 1
    add("}")
  }

  mutating func print(_ statements: [TypedStatement]) {
    for statement in statements { print(statement) }
  }

  func text(symbol: Symbol) -> String { names[symbol] }

  func text(_ expression: TypedExpression) -> String {
    CxxExpressionPrinter(names: names).text(expression)
  }

  private mutating func print(_ statement: TypedStatement) {
    switch statement.kind {
    case .declare(let local, let initial):
      let type = names.type(ofLocal: local)
      let value = initial.map { text($0) } ?? Value.zero(type).cxxLiteral
      add("[[maybe_unused]] \(type.cxxName) \(names[.local(local)]) = \(value);")
    case .declarePointer(let local, let pointer):
      let value = pointer.map { CxxExpressionPrinter(names: names).text($0) } ?? "nullptr"
      let type = names.pointerType(ofLocal: local)
      add("[[maybe_unused]] \(type)\(names[.local(local)]) = \(value);")
    case .assign, .assignPointer, .inject, .evaluate, .output, .check:
      add(effect(statement) + ";")
    case .print(_, let values): for value in values { add("static_cast<void>(\(text(value)));") }
    case .block(let statements): block("") { $0.print(statements) }
    case .conditional(let condition, let then, let otherwise):
      block("if (\(text(condition)))") { $0.print(then) }
      if !otherwise.isEmpty {
        lines.removeLast()
        block("} else") { $0.print(otherwise) }
      }
    case .whileLoop(let condition, let body):
      block("while (\(text(condition)))") { $0.print(body) }
    case .doLoop(let body, let condition):
      block("do") { $0.print(body) }
      lines.removeLast()
      add("} while (\(text(condition)));")
    case .forLoop(let start, let condition, let step, let body):
      let steps = step.map { effect($0) }.joined(separator: ", ")
      block("") { printer in
        printer.print(start)
        printer.block("for (; \(condition.map { printer.text($0) } ?? ""); \(steps))") {
          $0.print(body)
        }
      }
    case .forEachSynapse(let body): block("while (synapses.next())") { $0.print(body) }
    case .switchOn(let value, let cases): print(cases, for: value)
    case .leaveLoop: add("break;")
    case .nextRound: add("continue;")
    }
  }

  private mutating func print(_ cases: [TypedCase], for value: TypedExpression) {
    block("switch (\(text(value)))") { printer in
      for (index, entry) in cases.enumerated() {
        let labels = entry.labels.map { "case \($0.cxxLiteral):" }
        printer.add((labels + (entry.isDefault ? ["default:"] : [])).joined(separator: " ") + " {")
        printer.depth += 1
        printer.print(entry.statements)
        let last = entry.statements.last?.kind
        if last != .leaveLoop && last != .nextRound {
          printer.add(index == cases.count - 1 ? "break;" : "[[fallthrough]];")
        }
        printer.depth -= 1
        printer.add("}")
      }
    }
  }

  /// A statement that can also stand in the head of a loop.
  private func effect(_ statement: TypedStatement) -> String {
    switch statement.kind {
    case .assign(let target, let value) where value.kind == .symbol(target):
      "static_cast<void>(\(names[target]))"
    case .assign(let target, let value): "\(names[target]) = \(text(value))"
    case .inject(let current):
      "\(names[.inputCurrent]) = \(names[.inputCurrent]) + (\(text(current)))"
    case .assignPointer(let local, let pointer):
      "\(names[.local(local)]) = \(CxxExpressionPrinter(names: names).text(pointer))"
    case .output(let function, let arguments): names.output(function, arguments.map(text))
    case .check(let condition): "assert((\(text(condition))))"
    case .evaluate(let value): "static_cast<void>(\(text(value)))"
    default: ""
    }
  }
}
