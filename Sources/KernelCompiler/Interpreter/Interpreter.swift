import Diagnostics

/// Runs checked code by walking its tree: slow, and plain to see that it is right.
struct Interpreter {
  var frame: Frame
  private var source: SnippetSource
  private var offset = 0

  /// Where the last fault happened.
  var place: SourceLocation { source.location(at: offset) }

  /// A loop that goes on for longer is taken to never end.
  static let mostRounds = 1_000_000

  private enum Flow { case on, leaveLoop, nextRound }

  init(frame: Frame, source: SnippetSource) {
    self.frame = frame
    self.source = source
  }

  mutating func run(_ statements: [TypedStatement], of source: SnippetSource) throws(Fault) {
    self.source = source
    _ = try flow(statements)
  }

  /// One step of a neuron; true if it spiked.
  mutating func update(_ code: CheckedNeuronCode) throws(Fault) -> Bool {
    let wasAbove = code.isAutoRefractory ? try isAbove(code.threshold) : false
    try run(code.simulation.statements, of: code.simulation.source)
    guard try isAbove(code.threshold), !wasAbove else { return false }
    try run(code.reset.statements, of: code.reset.source)
    return true
  }

  private mutating func isAbove(_ threshold: CheckedCondition?) throws(Fault) -> Bool {
    guard let threshold else { return false }
    source = threshold.source
    return try evaluate(threshold.condition).isTrue
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
    case .inject(let current):
      let current = try evaluate(current)
      frame.inputCurrent = try Arithmetic.apply(.add, frame.inputCurrent, current)
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
    case .leaveLoop: return .leaveLoop
    case .nextRound: return .nextRound
    }
    return .on
  }

  private mutating func loop(
    start: [TypedStatement], _ condition: TypedExpression?, step: [TypedStatement],
    _ body: [TypedStatement]
  ) throws(Fault) {
    _ = try flow(start)
    for _ in 0..<Self.mostRounds {
      if let condition, try !evaluate(condition).isTrue { return }
      if try flow(body) == .leaveLoop { return }
      _ = try flow(step)
    }
    throw .tooManyRounds(Self.mostRounds)
  }

  mutating func evaluate(_ expression: TypedExpression) throws(Fault) -> Value {
    switch expression.kind {
    case .constant(let value): return value
    case .symbol(let symbol): return frame[symbol]
    case .logical(let operation, let left, let right):
      // The right side is looked at only if the left one does not decide.
      let left = try evaluate(left).isTrue
      if left == (operation == .or) { return .bool(left) }
      return .bool(try evaluate(right).isTrue)
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(try evaluate(condition).isTrue ? then : otherwise)
    case .convert(let inner):
      let value = try evaluate(inner)
      offset = expression.offset
      return try value.converted(to: expression.type)
    case .unary(let operation, let operand):
      let operand = try evaluate(operand)
      offset = expression.offset
      return try Arithmetic.apply(operation, to: operand)
    case .binary(let operation, let left, let right):
      let (left, right) = (try evaluate(left), try evaluate(right))
      offset = expression.offset
      return try Arithmetic.apply(operation, left, right)
    case .call(let function, let arguments):
      var values: [Value] = []
      for argument in arguments { values.append(try evaluate(argument)) }
      offset = expression.offset
      return try function.evaluate(values)
    }
  }
}
