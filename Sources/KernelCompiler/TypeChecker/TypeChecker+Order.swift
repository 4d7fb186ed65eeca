import Diagnostics

/// What evaluating an expression reads and writes, as far as order matters.
private struct Footprint {
  /// Something that can be read and written. All elements of all arrays count as one.
  enum Item: Hashable {
    case symbol(Symbol)
    case elements
  }

  var reads: Set<Item> = []
  /// Written, the value having been assigned before the expression's value is known.
  var writes: Set<Item> = []

  mutating func formUnion(_ other: Footprint) {
    reads.formUnion(other.reads)
    writes.formUnion(other.writes)
  }

  /// Whether the two can't be evaluated side by side.
  func collides(with other: Footprint) -> Bool {
    !writes.isDisjoint(with: other.writes) || !writes.isDisjoint(with: other.reads)
      || !reads.isDisjoint(with: other.writes)
  }
}

extension TypeChecker {
  /// C++ leaves open in which order most operands are evaluated: no operand may write what another
  /// one reads or writes.
  mutating func checkOrder(_ expression: TypedExpression) throws(Abandoned) {
    _ = try footprint(expression)
  }

  mutating func checkOrder(in statement: TypedStatement.Kind) throws(Abandoned) {
    switch statement {
    case .inject(let value), .check(let value), .evaluate(let value): try checkOrder(value)
    case .output(_, let values), .print(_, let values):
      var all = Footprint()
      for value in values {
        let next = try footprint(value)
        if all.collides(with: next) { throw fail(.orderIsOpen(at: place(value.offset))) }
        all.formUnion(next)
      }
    default: break
    }
  }

  private mutating func footprint(_ expression: TypedExpression) throws(Abandoned) -> Footprint {
    switch expression.kind {
    case .constant: return Footprint()
    case .symbol(let symbol): return Footprint(reads: [.symbol(symbol)])
    case .delayed(_, let steps): return try footprint(steps)
    case .convert(let inner), .unary(_, let inner): return try footprint(inner)
    case .logical(_, let first, let second), .sequence(let first, let second):
      // The first is done before the second begins.
      var all = try footprint(first)
      all.formUnion(try footprint(second))
      return all
    case .conditional(let test, let then, let otherwise):
      var all = try footprint(test)
      all.formUnion(try footprint(then))
      all.formUnion(try footprint(otherwise))
      return all
    case .binary, .call, .draw, .isSet, .difference:
      return try sideBySide(expression.parts, pointers(of: expression), at: expression.offset)
    case .element(let pointer, let index):
      var all = try sideBySide(pointer.parts + [index], [pointer], at: expression.offset)
      all.reads.insert(.elements)
      return all
    case .assign(let target, _, let value):
      let right = try footprint(value)
      let item = Self.item(target)
      // C++11 says nothing about a = a++, and compilers warn of a = (a = 1) + 1.
      if right.writes.contains(item) { throw fail(.orderIsOpen(at: place(expression.offset))) }
      let left = try footprint(of: target, at: expression.offset)
      if left.collides(with: right) { throw fail(.orderIsOpen(at: place(expression.offset))) }
      var all = left
      all.formUnion(right)
      all.writes.insert(item)
      return all
    case .step(let target, _, _):
      var all = try footprint(of: target, at: expression.offset)
      let item = Self.item(target)
      if all.writes.contains(item) { throw fail(.orderIsOpen(at: place(expression.offset))) }
      all.reads.insert(item)
      all.writes.insert(item)
      return all
    }
  }

  private func pointers(of expression: TypedExpression) -> [TypedPointer] {
    switch expression.kind {
    case .isSet(let pointer): [pointer]
    case .difference(let a, let b): [a, b]
    default: []
    }
  }

  private static func item(_ target: TypedTarget) -> Footprint.Item {
    switch target {
    case .symbol(let symbol): .symbol(symbol)
    case .element: .elements
    }
  }

  private mutating func footprint(
    of target: TypedTarget, at offset: Int
  ) throws(Abandoned) -> Footprint {
    switch target {
    case .symbol: Footprint()
    case .element(let pointer, let index):
      try sideBySide(pointer.parts + [index], [pointer], at: offset)
    }
  }

  private mutating func sideBySide(
    _ parts: [TypedExpression], _ pointers: [TypedPointer], at offset: Int
  ) throws(Abandoned) -> Footprint {
    var all = Footprint()
    var next: [Footprint] = []
    for part in parts { next.append(try footprint(part)) }
    for pointer in pointers {
      guard let (slot, moves) = pointer.local else { continue }
      let item = Footprint.Item.symbol(.local(slot))
      next.append(Footprint(reads: [item], writes: moves ? [item] : []))
    }
    for footprint in next {
      if all.collides(with: footprint) { throw fail(.orderIsOpen(at: place(offset))) }
      all.formUnion(footprint)
    }
    return all
  }
}
