/// Python's operations, with limits: a template may loop a million times, never a billion.
package final class PythonRuntime {
  /// How much one rendering may do before it ends in an error.
  package struct Limits: Sendable {
    package var steps = 4_000_000
    /// Bytes of one string, elements of one list.
    package var size = 16_000_000
    package var depth = 100

    package init() {}
  }

  let limits: Limits
  private var remaining: Int
  private var depth = 0
  /// Whether an undefined value came up; if none did, a strict second pass can't differ.
  var sawUndefined = false

  package init(limits: Limits = Limits()) {
    self.limits = limits
    remaining = limits.steps
  }

  /// Pays for work that grows with `size`.
  func spend(_ steps: Int = 1) throws(PythonError) {
    remaining = remaining.subtractingReportingOverflow(steps).partialValue
    if remaining < 0 {
      throw PythonError(.limit, "it takes more than \(limits.steps) steps to evaluate")
    }
  }

  /// Pays for a string or list of this size before it is made.
  func allocate(_ size: Int) throws(PythonError) {
    if size > limits.size {
      throw PythonError(.limit, "a value would grow beyond \(limits.size) bytes")
    }
    try spend(size >> 5)
  }

  func descend<Result>(_ body: () throws(PythonError) -> Result) throws(PythonError) -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth {
      throw PythonError(.limit, "calls are nested more than \(limits.depth) deep")
    }
    return try body()
  }
}

extension PythonRuntime {
  func isTruthy(_ value: PythonValue) throws(PythonError) -> Bool {
    switch value {
    case .none: return false
    case .bool(let flag): return flag
    case .int(let number): return number != 0
    case .float(let number): return number != 0
    case .string(let text): return !text.isEmpty
    case .list(let list): return !list.elements.isEmpty
    case .tuple(let elements): return !elements.isEmpty
    case .dict(let dict): return dict.count != 0
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return false
    case .object(let object): return object.isTruthy
    }
  }

  /// The elements that `for` would visit.
  func elements(of value: PythonValue) throws(PythonError) -> [PythonValue] {
    switch value {
    case .list(let list):
      try spend(list.elements.count)
      return list.elements
    case .tuple(let elements):
      try spend(elements.count)
      return elements
    case .dict(let dict):
      try spend(dict.count)
      return dict.entries.map(\.key)
    case .string(let text):
      try spend(text.utf8.count)
      return text.unicodeScalars.map { .string(String($0)) }
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return []
    case .object(let object):
      if let elements = try object.elements(self) { return elements }
    case .none, .bool, .int, .float: break
    }
    throw PythonError(.typeError, "'\(value.typeName)' object is not iterable")
  }

  func length(of value: PythonValue) throws(PythonError) -> Int {
    switch value {
    case .list(let list): return list.elements.count
    case .tuple(let elements): return elements.count
    case .dict(let dict): return dict.count
    case .string(let text): return text.unicodeScalars.count
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return 0
    case .object(let object):
      if let elements = try object.elements(self) { return elements.count }
    case .none, .bool, .int, .float: break
    }
    throw PythonError(.typeError, "object of type '\(value.typeName)' has no len()")
  }
}
