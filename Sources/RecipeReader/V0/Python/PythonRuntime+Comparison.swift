/// The comparisons that both languages share.
enum PythonRelation: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case notContained = "not in"
  case identical = "is"
  case notIdentical = "is not"
}

extension PythonRuntime {
  func compare(_ a: PythonValue, _ relation: PythonRelation, _ b: PythonValue)
    throws(PythonError) -> PythonValue
  {
    switch relation {
    case .equal: return .bool(try areEqual(a, b))
    case .notEqual: return .bool(try !areEqual(a, b))
    case .contained: return .bool(try contains(b, a))
    case .notContained: return .bool(try !contains(b, a))
    case .identical: return .bool(areIdentical(a, b))
    case .notIdentical: return .bool(!areIdentical(a, b))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if let missing = missing(a, b) {
        if missing.isStrict { throw missing.error }
        return .undefined(missing)
      }
      return .bool(try ordered(a, relation, b))
    }
  }

  private func missing(_ a: PythonValue, _ b: PythonValue) -> PythonUndefined? {
    if case .undefined(let missing) = a { return missing }
    if case .undefined(let missing) = b { return missing }
    return nil
  }

  func areEqual(_ a: PythonValue, _ b: PythonValue) throws(PythonError) -> Bool {
    switch (a, b) {
    case (.undefined(let x), _) where x.isStrict: throw x.error
    case (_, .undefined(let y)) where y.isStrict: throw y.error
    case (.undefined, .undefined), (.none, .none): return true
    case (.string(let x), .string(let y)): return x.utf8.elementsEqual(y.utf8)
    case (.list(let x), .list(let y)): return try areEqual(x.elements, y.elements)
    case (.tuple(let x), .tuple(let y)): return try areEqual(x, y)
    case (.dict(let x), .dict(let y)):
      guard x.count == y.count else { return false }
      return try descend { () throws(PythonError) -> Bool in
        for (key, value) in x.entries {
          guard let other = try y.value(for: key), try areEqual(value, other) else { return false }
        }
        return true
      }
    case (.object(let x), .object(let y)): return x === y
    default:
      if let x = a.asInt, let y = b.asInt { return x == y }
      if let x = a.asNumber, let y = b.asNumber { return x == y }
      return false
    }
  }

  private func areEqual(_ a: [PythonValue], _ b: [PythonValue]) throws(PythonError) -> Bool {
    guard a.count == b.count else { return false }
    return try descend { () throws(PythonError) -> Bool in
      for (x, y) in zip(a, b) where try !areEqual(x, y) { return false }
      return true
    }
  }

  private func areIdentical(_ a: PythonValue, _ b: PythonValue) -> Bool {
    switch (a, b) {
    case (.none, .none): true
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.list(let x), .list(let y)): x === y
    case (.dict(let x), .dict(let y)): x === y
    case (.object(let x), .object(let y)): x === y
    default: false
    }
  }

  func contains(_ container: PythonValue, _ element: PythonValue) throws(PythonError) -> Bool {
    switch container {
    case .string(let text):
      guard let part = element.asString else {
        throw PythonError(
          .typeError,
          "'in <string>' requires string as left operand, not \(element.typeName)")
      }
      try search(text, for: part)
      return PythonText.find(Array(part.utf8), in: Array(text.utf8)) != nil
    case .dict(let dict): return try dict.value(for: element) != nil
    case .object(let object) where try object.elements(self) == nil:
      throw PythonError(.typeError, "argument of type '\(container.typeName)' is not iterable")
    case .none, .bool, .int, .float:
      throw PythonError(.typeError, "argument of type '\(container.typeName)' is not iterable")
    default:
      for candidate in try elements(of: container) where try areEqual(candidate, element) {
        return true
      }
      return false
    }
  }

  private func ordered(_ a: PythonValue, _ relation: PythonRelation, _ b: PythonValue)
    throws(PythonError) -> Bool
  {
    if let x = a.asInt, let y = b.asInt { return relation.holds(x, y) }
    if let x = a.asNumber, let y = b.asNumber { return relation.holds(x, y) }
    switch (a, b) {
    case (.string(let x), .string(let y)):
      // By code point: Swift's own order of strings is another one.
      return relation.holds(
        PythonText.order(Array(x.utf8), Array(y.utf8)), 0)
    case (.list(let x), .list(let y)): return try ordered(x.elements, relation, y.elements)
    case (.tuple(let x), .tuple(let y)): return try ordered(x, relation, y)
    default:
      throw PythonError(
        .typeError,
        "'\(relation.rawValue)' not supported between instances of '\(a.typeName)' and "
          + "'\(b.typeName)'")
    }
  }

  private func ordered(_ a: [PythonValue], _ relation: PythonRelation, _ b: [PythonValue])
    throws(PythonError) -> Bool
  {
    try descend { () throws(PythonError) -> Bool in
      for (x, y) in zip(a, b) where try !areEqual(x, y) { return try ordered(x, relation, y) }
      return relation.holds(a.count, b.count)
    }
  }

  /// Sorts as Python does: stable, and a `TypeError` for what has no order.
  func sorted(_ values: [PythonValue], descending: Bool = false) throws(PythonError)
    -> [PythonValue]
  {
    try sorted(values, by: values, descending: descending)
  }

  func sorted(_ values: [PythonValue], by keys: [PythonValue], descending: Bool)
    throws(PythonError) -> [PythonValue]
  {
    try spend(values.count &* 8)
    var order = Array(values.indices)
    var failure: PythonError?
    order.sort { i, j in
      guard failure == nil else { return i < j }
      do throws(PythonError) {
        let (first, second) = descending ? (keys[j], keys[i]) : (keys[i], keys[j])
        if try ordered(first, .less, second) { return true }
        if try ordered(second, .less, first) { return false }
      } catch {
        failure = error
      }
      return i < j
    }
    if let failure { throw failure }
    return order.map { values[$0] }
  }
}

extension PythonRelation {
  fileprivate func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    default: false
    }
  }
}
