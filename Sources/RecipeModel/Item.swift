package import Diagnostics

/// An element of a recipe's list: a value, or a choice that is made for each variant.
package indirect enum Item<Value: Hashable & Sendable>: Hashable, Sendable {
  case value(Located<Value>)
  case when(Located<Condition>, then: [Item], otherwise: [Item])

  package init(_ value: Value, at location: SourceLocation? = nil, comment: Comment? = nil) {
    self = .value(Located(value, at: location, comment: comment))
  }
}

extension Item {
  package func map<Other>(_ transform: (Located<Value>) -> Located<Other>) -> Item<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .when(let condition, let then, let otherwise):
      .when(
        condition, then: then.map { $0.map(transform) },
        otherwise: otherwise.map { $0.map(transform) })
    }
  }
}

extension [Item<String>] {
  package init(_ values: [String]) { self = values.map { Item<String>($0) } }
}

extension Array {
  /// Every value with all that must hold for it, choices flattened.
  package func guarded<Value>() -> [Guarded<Value>] where Element == Item<Value> {
    guarded(under: [])
  }

  private func guarded<Value>(under conditions: [Condition]) -> [Guarded<Value>]
  where Element == Item<Value> {
    flatMap { item -> [Guarded<Value>] in
      switch item {
      case .value(let value): [Guarded(value: value, conditions: conditions)]
      case .when(let condition, let then, let otherwise):
        then.guarded(under: conditions + [condition.value])
          + otherwise.guarded(under: conditions + [!condition.value])
      }
    }
  }

  /// The conditions themselves, outer ones first.
  package func conditions<Value>() -> [Located<Condition>] where Element == Item<Value> {
    flatMap { item -> [Located<Condition>] in
      guard case .when(let condition, let then, let otherwise) = item else { return [] }
      return [condition] + then.conditions() + otherwise.conditions()
    }
  }

  /// What is left for one variant.
  package func resolved<Value>(in context: VariantContext) -> [Located<Value>]
  where Element == Item<Value> {
    flatMap { item -> [Located<Value>] in
      switch item {
      case .value(let value): return [value]
      case .when(let condition, let then, let otherwise):
        return (condition.value.holds(in: context) ? then : otherwise).resolved(in: context)
      }
    }
  }
}

/// A value of a list with everything that must hold for it to count.
package struct Guarded<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Located<Value>
  package var conditions: [Condition]

  package init(value: Located<Value>, conditions: [Condition]) {
    self.value = value
    self.conditions = conditions
  }
}
