import Diagnostics

/// Runs checked code by walking its tree: slow, and plain to see that it is right.
///
/// Operands are evaluated from left to right, which matters for random numbers only: the type
/// checker rejects everything else that depends on an order.
struct Interpreter<Host: SnippetHost> {
  var frame: Frame
  var host: Host
  private var source: SnippetSource
  var offset = 0

  /// Where the last fault happened.
  var place: SourceLocation { source.location(at: offset) }

  private enum Flow { case on, leaveLoop, nextRound }

  init(frame: Frame, source: SnippetSource, host: Host) {
    self.frame = frame
    self.source = source
    self.host = host
  }

  mutating func run(_ statements: [TypedStatement], of source: SnippetSource) throws(Fault) {
    self.source = source
    _ = try flow(statements)
  }

  private mutating func flow(_ statements: [TypedStatement]) throws(Fault) -> Flow {
    for statement in statements {
      let flow = try run(statement)
      if flow != .on { return flow }
    }
    return .on
  }

  private mutating func run(_ statement: TypedStatement) throws(Fault) -> Flow {
    switch statement.kind {
    case .declare(let local, let initial):
      if let initial {
        frame.locals[local] = try evaluate(initial)
      } else {
        frame.locals[local] = .zero(frame.locals[local].type)
      }
    case .assign(let target, let value): frame[target] = try evaluate(value)
    case .declarePointer(let local, let pointer):
      if let pointer { frame.pointers[local] = try evaluate(pointer) }
    case .assignPointer(let local, let pointer): frame.pointers[local] = try evaluate(pointer)
    case .inject(let current):
      let current = try evaluate(current)
      frame.inputCurrent = try Arithmetic.apply(.add, frame.inputCurrent, current)
    case .output(let function, let arguments):
      let values = try evaluate(arguments)
      offset = statement.offset
      try host.output(function, values, &frame)
    case .check(let condition):
      let holds = try evaluate(condition).isTrue
      offset = statement.offset
      guard holds else { throw .assertionFailed }
    // What is printed is nobody's concern, but evaluating it may draw a random number.
    case .print(_, let values): _ = try evaluate(values)
    case .evaluate(let value): _ = try evaluate(value)
    case .block(let statements): return try flow(statements)
    case .conditional(let condition, let then, let otherwise):
      return try flow(try evaluate(condition).isTrue ? then : otherwise)
    case .whileLoop(let condition, let body):
      try loop(start: [], condition, step: [], body)
    case .doLoop(let body, let condition):
      let first = try flow(body)
      if first != .leaveLoop { try loop(start: [], condition, step: [], body) }
    case .forLoop(let start, let condition, let step, let body):
      try loop(start: start, condition, step: step, body)
    case .forEachSynapse(let body):
      var isFirst = true
      while try host.nextSynapse(isFirst: isFirst, &frame) {
        isFirst = false
        if try flow(body) == .leaveLoop { break }
      }
    case .switchOn(let value, let cases): return try run(cases, for: try evaluate(value))
    case .leaveLoop: return .leaveLoop
    case .nextRound: return .nextRound
    }
    return .on
  }

  private mutating func run(_ cases: [TypedCase], for value: Value) throws(Fault) -> Flow {
    guard
      let start = cases.firstIndex(where: { $0.labels.contains(value) })
        ?? cases.firstIndex(where: \.isDefault)
    else { return .on }
    for entry in cases[start...] {
      switch try flow(entry.statements) {
      case .on: continue
      case .leaveLoop: return .on
      case .nextRound: return .nextRound
      }
    }
    return .on
  }

  private mutating func loop(
    start: [TypedStatement], _ condition: TypedExpression?, step: [TypedStatement],
    _ body: [TypedStatement]
  ) throws(Fault) {
    _ = try flow(start)
    for _ in 0..<InterpreterLimits.mostRounds {
      if let condition, try !evaluate(condition).isTrue { return }
      if try flow(body) == .leaveLoop { return }
      _ = try flow(step)
    }
    throw .tooManyRounds(InterpreterLimits.mostRounds)
  }
}

enum InterpreterLimits {
  /// A loop that goes on for longer is taken to never end.
  static let mostRounds = 1_000_000
}

extension Interpreter where Host == NoHost {
  init(frame: Frame, source: SnippetSource) {
    self.init(frame: frame, source: source, host: NoHost())
  }
}
