extension TypedExpression {
  /// The expressions that it is made of, those inside of pointers included.
  var parts: [TypedExpression] {
    switch kind {
    case .constant, .symbol: []
    case .convert(let inner), .unary(_, let inner), .delayed(_, let inner): [inner]
    case .binary(_, let a, let b), .logical(_, let a, let b), .sequence(let a, let b): [a, b]
    case .conditional(let test, let a, let b): [test, a, b]
    case .call(_, let arguments), .draw(_, let arguments): arguments
    case .element(let pointer, let index): pointer.parts + [index]
    case .difference(let a, let b): a.parts + b.parts
    case .isSet(let pointer): pointer.parts
    case .assign(let target, _, let value): target.parts + [value]
    case .step(let target, _, _): target.parts
    }
  }

  /// The pointers in it, not those inside of its parts.
  private var pointers: [TypedPointer] {
    switch kind {
    case .element(let pointer, _), .isSet(let pointer): [pointer]
    case .difference(let a, let b): [a, b]
    case .assign(.element(let pointer, _), _, _), .step(.element(let pointer, _), _, _): [pointer]
    default: []
    }
  }

  /// Whether evaluating it changes something.
  var changes: Bool {
    switch kind {
    case .assign, .step, .draw: true
    default: pointers.contains(where: \.steps) || parts.contains(where: \.changes)
    }
  }

  /// Whether it reads or writes what a symbol stands for.
  func names(_ symbol: Symbol) -> Bool {
    switch kind {
    case .symbol(symbol), .delayed(symbol, _), .assign(.symbol(symbol), _, _),
      .step(.symbol(symbol), _, _):
      true
    default: parts.contains { $0.names(symbol) }
    }
  }

  /// Whether it writes what a symbol stands for.
  func writes(_ symbol: Symbol) -> Bool {
    switch kind {
    case .assign(.symbol(symbol), _, _), .step(.symbol(symbol), _, _): true
    default: parts.contains { $0.writes(symbol) }
    }
  }

  /// Whether random numbers are drawn in it.
  var draws: Bool {
    if case .draw = kind { return true }
    return parts.contains(where: \.draws)
  }
}

extension TypedTarget {
  var parts: [TypedExpression] {
    switch self {
    case .symbol: []
    case .element(let pointer, let index): pointer.parts + [index]
    }
  }
}

extension TypedPointer {
  var parts: [TypedExpression] {
    switch kind {
    case .array, .local, .step: []
    case .moved(let pointer, let distance, _): pointer.parts + [distance]
    }
  }

  /// Whether a local pointer moves.
  var steps: Bool {
    switch kind {
    case .array, .local: false
    case .step: true
    case .moved(let pointer, _, _): pointer.steps
    }
  }

  /// The local that it is, if it is one, and whether that moves.
  var local: (slot: Int, moves: Bool)? {
    switch kind {
    case .array: nil
    case .local(let slot): (slot, false)
    case .step(let slot, _, _): (slot, true)
    case .moved(let pointer, _, _): pointer.local
    }
  }
}
