extension PythonRuntime {
  /// `getattr(value, name)`; nil where Python raises an `AttributeError`.
  func attribute(_ name: String, of value: PythonValue) throws(PythonError) -> PythonValue? {
    switch value {
    case .object(let object): return object.attribute(name)
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      // conda-build's `UndefinedNeverFail.__getattr__` forgets its `return`.
      sawUndefined = true
      return PythonValue.none
    default:
      return Self.hasMethod(name, value) ? .object(PythonMethod(value, name)) : nil
    }
  }

  private static func hasMethod(_ name: String, _ value: PythonValue) -> Bool {
    switch value {
    case .string: PythonStringMethod(rawValue: name) != nil || name == "__len__"
    case .list: PythonListMethod(rawValue: name) != nil || name == "__len__"
    case .tuple: name == "index" || name == "count" || name == "__len__"
    case .dict: PythonDictMethod(rawValue: name) != nil || name == "__len__"
    default: false
    }
  }

  func call(_ callee: PythonValue, _ arguments: PythonArguments) throws(PythonError)
    -> PythonValue
  {
    try spend()
    switch callee {
    case .object(let object):
      return try descend { () throws(PythonError) -> PythonValue in
        try object.call(arguments, self)
      }
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      return callee
    default:
      throw PythonError(.typeError, "'\(callee.typeName)' object is not callable")
    }
  }

  /// Calls a method of one of the plain types.
  func callMethod(_ name: String, of receiver: PythonValue, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    try spend()
    if name == "__len__" { return .int(try length(of: receiver)) }
    switch receiver {
    case .string(let text):
      if let method = PythonStringMethod(rawValue: name) {
        return try call(method, of: text, arguments)
      }
    case .list(let list):
      if let method = PythonListMethod(rawValue: name) {
        return try call(method, of: list, arguments)
      }
    case .tuple(let elements):
      if let method = PythonListMethod(rawValue: name), method == .index || method == .count {
        return try call(method, of: PythonList(elements), arguments)
      }
    case .dict(let dict):
      if let method = PythonDictMethod(rawValue: name) {
        return try call(method, of: dict, arguments)
      }
    default: break
    }
    throw PythonError(
      .attributeError, "'\(receiver.typeName)' object has no attribute '\(name)'")
  }
}
