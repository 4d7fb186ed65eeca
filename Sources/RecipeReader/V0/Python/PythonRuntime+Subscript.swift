/// `start:stop:step` with parts left out.
struct PythonSlice {
  var start: PythonValue
  var stop: PythonValue
  var step: PythonValue
}

extension PythonRuntime {
  /// `container[key]`; nil where Python raises a `LookupError`.
  func item(_ key: PythonValue, of container: PythonValue) throws(PythonError) -> PythonValue? {
    switch container {
    case .list(let list): return try element(key, of: list.elements, in: container)
    case .tuple(let elements): return try element(key, of: elements, in: container)
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      guard let index = key.asInt else { throw badIndex(key, of: container, "string") }
      return Self.position(index, in: scalars.count).map { .string(String(scalars[$0])) }
    case .dict(let dict): return try dict.value(for: key)
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return container
    case .object(let object):
      if let value = object.item(key) { return value }
    case .none, .bool, .int, .float: break
    }
    throw PythonError(.typeError, "'\(container.typeName)' object is not subscriptable")
  }

  private func element(
    _ key: PythonValue, of elements: [PythonValue], in container: PythonValue
  ) throws(PythonError) -> PythonValue? {
    guard let index = key.asInt else {
      throw badIndex(key, of: container, container.typeName)
    }
    return Self.position(index, in: elements.count).map { elements[$0] }
  }

  private func badIndex(_ key: PythonValue, of container: PythonValue, _ name: String)
    -> PythonError
  {
    PythonError(.typeError, "\(name) indices must be integers or slices, not \(key.typeName)")
  }

  private static func position(_ index: Int, in count: Int) -> Int? {
    let position = index < 0 ? index &+ count : index
    return position >= 0 && position < count ? position : nil
  }

  func slice(_ container: PythonValue, _ slice: PythonSlice) throws(PythonError) -> PythonValue {
    switch container {
    case .list(let list):
      return .list(of: try indices(slice, in: list.elements.count).map { list.elements[$0] })
    case .tuple(let elements):
      return .tuple(try indices(slice, in: elements.count).map { elements[$0] })
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      var result = String.UnicodeScalarView()
      for index in try indices(slice, in: scalars.count) { result.append(scalars[index]) }
      return .string(String(result))
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return container
    default:
      throw PythonError(.typeError, "'\(container.typeName)' object is not subscriptable")
    }
  }

  private func indices(_ slice: PythonSlice, in count: Int) throws(PythonError) -> [Int] {
    try spend(count)
    let step = try bound(slice.step) ?? 1
    if step == 0 { throw PythonError(.valueError, "slice step cannot be zero") }
    let lowest = step < 0 ? -1 : 0
    let highest = step < 0 ? count - 1 : count
    func clamped(_ bound: Int) -> Int {
      let position = bound < 0 ? max(bound &+ count, lowest) : bound
      return min(max(position, lowest), highest)
    }
    let start = try bound(slice.start).map(clamped) ?? (step < 0 ? highest : lowest)
    let stop = try bound(slice.stop).map(clamped) ?? (step < 0 ? lowest : highest)
    var result: [Int] = []
    var index = start
    while step < 0 ? index > stop : index < stop {
      result.append(index)
      let (next, overflow) = index.addingReportingOverflow(step)
      if overflow { break }
      index = next
    }
    return result
  }

  private func bound(_ value: PythonValue) throws(PythonError) -> Int? {
    if case .none = value { return nil }
    if let number = value.asInt {
      // Far away is as good as infinitely far, and can't overflow.
      return max(min(number, 1 << 40), -(1 << 40))
    }
    throw PythonError(
      .typeError, "slice indices must be integers or None or have an __index__ method")
  }
}
