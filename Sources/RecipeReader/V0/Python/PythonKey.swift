/// A value as a dictionary key: equal numbers are one key whatever their type.
enum PythonKey: Hashable {
  case none
  case number(Double)
  case int(Int)
  case string(String)
  case tuple([PythonKey])
  case undefined
  case object(ObjectIdentifier)

  init(_ value: PythonValue) throws(PythonError) {
    switch value {
    case .none: self = .none
    case .bool(let flag): self = .int(flag ? 1 : 0)
    case .int(let number): self = .int(number)
    case .float(let number):
      self = Int(exactly: number).map(PythonKey.int) ?? .number(number)
    case .string(let text): self = .string(text)
    case .tuple(let values):
      var keys: [PythonKey] = []
      for value in values { keys.append(try PythonKey(value)) }
      self = .tuple(keys)
    case .undefined(let missing):
      if missing.isStrict { throw missing.error }
      self = .undefined
    case .object(let object): self = .object(ObjectIdentifier(object))
    case .list, .dict:
      throw PythonError(.typeError, "unhashable type: '\(value.typeName)'")
    }
  }
}
