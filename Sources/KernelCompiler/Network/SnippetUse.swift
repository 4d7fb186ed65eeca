/// What a piece of checked code uses, for the engines and printers.
struct SnippetUse: Hashable, Sendable {
  /// Slots that are read or written.
  private(set) var slots: Set<Int> = []
  private(set) var writtenSlots: Set<Int> = []
  private(set) var builtIns: Set<BuiltIn> = []
  private(set) var outputs: Set<OutputFunction> = []
  /// Whether it calls a function of the mathematical library.
  private(set) var callsFunction = false
  /// Whether it calls one whose result IEEE 754 does not fix, and which is therefore the C
  /// library's.
  private(set) var callsLibrary = false
  /// Whether it calls one whose last bits differ between libraries.
  private(set) var callsOpenFunction = false
  private(set) var draws = false
  /// Whether it draws every time that it runs.
  private(set) var alwaysDraws = false
  /// Whether it draws more, or less, as it goes.
  private(set) var drawsUnderCondition = false
  private var drawn: [RandomFunction] = []
  /// How many conditions lie around what is being looked at.
  private var conditions = 0
  private(set) var hasLoop = false
  /// Whether it computes an integer, which may divide by zero or overflow.
  private(set) var computesInteger = false
  /// Indices of arrays, and whether their elements are written.
  private(set) var usesArray = false
  private(set) var writesArray = false

  init() {}

  init(_ statements: [TypedStatement]) { add(statements) }

  mutating func formUnion(_ other: SnippetUse) {
    slots.formUnion(other.slots)
    writtenSlots.formUnion(other.writtenSlots)
    builtIns.formUnion(other.builtIns)
    outputs.formUnion(other.outputs)
    callsFunction = callsFunction || other.callsFunction
    callsLibrary = callsLibrary || other.callsLibrary
    callsOpenFunction = callsOpenFunction || other.callsOpenFunction
    draws = draws || other.draws
    alwaysDraws = alwaysDraws || other.alwaysDraws
    drawn += other.drawn
    drawsUnderCondition = drawsUnderCondition || other.drawsUnderCondition
    hasLoop = hasLoop || other.hasLoop
    computesInteger = computesInteger || other.computesInteger
    usesArray = usesArray || other.usesArray
    writesArray = writesArray || other.writesArray
  }

  mutating func add(_ statements: [TypedStatement]) {
    for statement in statements { add(statement) }
  }

  private mutating func add(_ statement: TypedStatement) {
    switch statement.kind {
    case .declare(_, let initial): if let initial { add(initial) }
    case .assign(let target, let value):
      note(target, isWritten: true)
      add(value)
    case .declarePointer(_, let pointer): if let pointer { add(pointer) }
    case .assignPointer(_, let pointer): add(pointer)
    case .inject(let value), .evaluate(let value), .check(let value): add(value)
    case .output(let function, let arguments):
      outputs.insert(function)
      for argument in arguments { add(argument) }
    case .print(_, let arguments): for argument in arguments { add(argument) }
    case .block(let body): add(body)
    case .conditional(let test, let then, let otherwise):
      add(test)
      underCondition { $0.add(then + otherwise) }
    case .doLoop(let body, let test):
      hasLoop = true
      add(body)
      underCondition { $0.add(test) }
    case .whileLoop(let test, let body):
      hasLoop = true
      add(test)
      underCondition { $0.add(body) }
    case .forLoop(let start, let test, let step, let body):
      hasLoop = true
      add(start)
      if let test { add(test) }
      underCondition { $0.add(step + body) }
    case .forEachSynapse(let body):
      hasLoop = true
      underCondition { $0.add(body) }
    case .switchOn(let value, let cases):
      hasLoop = true
      add(value)
      underCondition { for entry in cases { $0.add(entry.statements) } }
    case .leaveLoop, .nextRound: break
    }
  }

  private mutating func underCondition(_ body: (inout SnippetUse) -> Void) {
    conditions += 1
    body(&self)
    conditions -= 1
  }

  mutating func add(_ expression: TypedExpression) {
    switch expression.kind {
    case .constant, .symbol: break
    default: if !expression.type.isReal && expression.type != .bool { computesInteger = true }
    }
    switch expression.kind {
    case .conditional(let test, let then, let otherwise):
      add(test)
      return underCondition {
        $0.add(then)
        $0.add(otherwise)
      }
    case .logical(_, let first, let second):
      add(first)
      return underCondition { $0.add(second) }
    case .symbol(let symbol), .delayed(let symbol, _): note(symbol, isWritten: false)
    case .assign(.symbol(let symbol), _, _), .step(.symbol(let symbol), _, _):
      note(symbol, isWritten: true)
    case .assign(.element, _, _), .step(.element, _, _):
      usesArray = true
      writesArray = true
    case .element, .difference, .isSet: usesArray = true
    case .call(let function, _):
      callsFunction = true
      if !function.name.isInline { callsLibrary = true }
      if !function.name.isFixed { callsOpenFunction = true }
    case .draw(let function, _):
      draws = true
      drawn.append(function)
      if conditions == 0 { alwaysDraws = true } else { drawsUnderCondition = true }
    default: break
    }
    for part in expression.parts { add(part) }
  }

  /// How many random words it draws at most; nil where there is no bound.
  func mostWords(_ scalar: NumericType) -> Int? {
    let counts = drawn.map { $0.wordCount(scalar) }
    return hasLoop || counts.contains(nil) ? nil : counts.compactMap { $0 }.reduce(0, +)
  }

  private mutating func add(_ pointer: TypedPointer) {
    usesArray = true
    for part in pointer.parts { add(part) }
  }

  private mutating func note(_ symbol: Symbol, isWritten: Bool) {
    switch symbol {
    case .variable(let slot):
      slots.insert(slot)
      if isWritten { writtenSlots.insert(slot) }
    case .builtIn(let name): builtIns.insert(name)
    default: break
    }
  }
}

extension LibraryFunction.Name {
  /// Whether compilers make instructions of it.
  fileprivate var isInline: Bool {
    switch self {
    case .min, .max, .abs: true
    default: isExact
    }
  }
}

extension CheckedSnippet {
  var use: SnippetUse { SnippetUse(code.statements) }
}

extension CheckedTest {
  var use: SnippetUse {
    var use = SnippetUse()
    use.add(test.condition)
    return use
  }
}

extension CheckedNeuronCode {
  var use: SnippetUse {
    var use = SnippetUse(simulation.statements + reset.statements)
    if let threshold {
      use.add(threshold.condition)
      // It is looked at before and after the update.
      if isAutoRefractory { use.add(threshold.condition) }
    }
    return use
  }
}
