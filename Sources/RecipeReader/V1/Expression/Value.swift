extension V1 {
  /// What an expression can be worth.
  package enum Value: Sendable {
    case undefined
    /// The missing `else` of a conditional: undefined, but printed as nothing instead of refused.
    case absent
    case none
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case list([Value])
    /// A list that came out of a slice, a sum or the like: the same, but no "sequence" to `is sequence`.
    case iterable([Value])
    /// Ordered by key, each key once.
    case mapping([Pair])
    case function(Function)
    case host(Host)
    indirect case object(TemplateObject)

    package struct Pair: Sendable {
      let key: Value
      let value: Value
    }

    /// Objects of the engine that only have methods.
    package enum Host: String, Sendable {
      case environment = "env"
      case git
    }

    /// Kinds in the order in which values of different kinds compare.
    enum Kind: Int, Comparable {
      case undefined, none, boolean, number, string, sequence, mapping, iterable, plain

      static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

      var name: String {
        switch self {
        case .undefined: "undefined"
        case .none: "none"
        case .boolean: "bool"
        case .number: "number"
        case .string: "string"
        case .sequence: "sequence"
        case .mapping: "map"
        case .iterable: "iterator"
        case .plain: "plain object"
        }
      }
    }

    var kind: Kind {
      switch self {
      case .undefined, .absent: .undefined
      case .none: .none
      case .boolean: .boolean
      case .integer, .number: .number
      case .string: .string
      case .list: .sequence
      case .iterable: .iterable
      case .mapping: .mapping
      case .function, .host, .object: .plain
      }
    }

    var isUndefined: Bool { kind == .undefined }

    /// As a condition; only `undefined` itself has no answer, and callers refuse it beforehand.
    var isTrue: Bool {
      switch self {
      case .undefined, .absent, .none: false
      case .boolean(let value): value
      case .integer(let value): value != 0
      case .number(let value): value != 0
      case .string(let text): !text.isEmpty
      case .list(let items), .iterable(let items): !items.isEmpty
      case .mapping(let pairs): !pairs.isEmpty
      case .function, .host, .object: true
      }
    }

    var text: String? {
      if case .string(let text) = self { text } else { nil }
    }

    /// The items of a list of either sort.
    var items: [Value]? {
      switch self {
      case .list(let items), .iterable(let items): items
      default: nil
      }
    }
  }
}

extension V1.Value {
  /// A mapping of the pairs, a later one in the place of an earlier one with the same key.
  static func mapping(of pairs: [Pair]) -> Self {
    var sorted: [Pair] = []
    for pair in pairs {
      let index = sorted.firstIndex { $0.key.order(to: pair.key) != .before } ?? sorted.count
      if index < sorted.count, sorted[index].key.order(to: pair.key) == .same {
        sorted[index] = Pair(key: sorted[index].key, value: pair.value)
      } else {
        sorted.insert(pair, at: index)
      }
    }
    return .mapping(sorted)
  }

  subscript(key key: Self) -> Self? {
    if case .object(let object) = self { return key.text.flatMap { object[$0] } }
    guard case .mapping(let pairs) = self else { return nil }
    return pairs.first { $0.key.order(to: key) == .same }?.value
  }
}
