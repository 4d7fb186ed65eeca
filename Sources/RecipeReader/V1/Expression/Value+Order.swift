extension V1.Value {
  enum Order {
    case before, same, after

    init<T: Comparable>(_ a: T, _ b: T) { self = a < b ? .before : a > b ? .after : .same }
  }

  /// What `==` means: numbers and booleans by value, all else within its kind.
  func equals(_ other: Self) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.undefined, .absent), (.absent, .undefined), (.absent, .absent),
      (.none, .none):
      return true
    case (.string(let a), .string(let b)): return a == b
    case (.mapping(let a), .mapping(let b)):
      return a.count == b.count
        && zip(a, b).allSatisfy { $0.key.equals($1.key) && $0.value.equals($1.value) }
    case (.function(let a), .function(let b)): return a == b
    case (.host(let a), .host(let b)): return a == b
    default: break
    }
    if let a = items, let b = other.items {
      return a.count == b.count && zip(a, b).allSatisfy { $0.equals($1) }
    }
    return switch Self.numbers(self, other) {
    case .integers(let a, let b)?: a == b
    case .fractions(let a, let b)?: a == b
    case nil: false
    }
  }

  /// The total order that sorting, `min`, `max` and `<` go by: first the kind, then the value.
  func order(to other: Self) -> Order {
    guard kind == other.kind else { return Order(kind, other.kind) }
    switch (self, other) {
    case (.string(let a), .string(let b)): return Self.byteOrder(a, b)
    case (.boolean(let a), .boolean(let b)): return Order(a ? 1 : 0, b ? 1 : 0)
    case (.mapping(let a), .mapping(let b)):
      let keys = Self.order(a.map(\.key), b.map(\.key))
      return keys == .same ? Self.order(a.map(\.value), b.map(\.value)) : keys
    default: break
    }
    if let a = items, let b = other.items { return Self.order(a, b) }
    return switch Self.numbers(self, other) {
    case .integers(let a, let b)?: Order(a, b)
    case .fractions(let a, let b)?: Order(a, b)
    case nil: Order(description, other.description)
    }
  }

  /// Strings compare by their bytes, not by the canonical order of Swift's `<`.
  static func byteOrder(_ a: String, _ b: String) -> Order {
    if a.utf8.elementsEqual(b.utf8) { return .same }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? .before : .after
  }

  private static func order(_ a: [Self], _ b: [Self]) -> Order {
    for (x, y) in zip(a, b) {
      let order = x.order(to: y)
      if order != .same { return order }
    }
    return Order(a.count, b.count)
  }
}

extension V1.Value {
  /// Two numbers brought to one type.
  enum Numbers {
    case integers(Int, Int)
    case fractions(Double, Double)
  }

  /// Booleans count as 0 and 1; anything but numbers and booleans has no common type.
  static func numbers(_ a: Self, _ b: Self) -> Numbers? {
    if let x = a.integer, let y = b.integer { return .integers(x, y) }
    guard let x = a.fraction, let y = b.fraction else { return nil }
    return .fractions(x, y)
  }

  private var integer: Int? {
    switch self {
    case .integer(let value): value
    case .boolean(let value): value ? 1 : 0
    default: nil
    }
  }

  var fraction: Double? {
    switch self {
    case .number(let value): value
    default: integer.map(Double.init)
    }
  }
}
