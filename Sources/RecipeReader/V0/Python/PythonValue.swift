/// A value as Python has them while conda-build renders a `meta.yaml`.
///
/// Selectors and Jinja templates compute with Python's own types, and what they print depends on
/// them (`{{ 3.10 }}` is `3.1`), so the reader keeps the same distinctions. Lists and dictionaries
/// are shared by reference as in Python (`{% set _ = names.append('x') %}`). Values live only
/// while one template runs; what leaves the reader is `RenderedNode`.
package enum PythonValue {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case list(PythonList)
  case tuple([PythonValue])
  case dict(PythonDict)
  /// Jinja's stand-in for a name, attribute or item that does not exist.
  case undefined(PythonUndefined)
  case object(any PythonObject)
}

extension PythonValue {
  /// What `type(x).__name__` says, for messages.
  var typeName: String {
    switch self {
    case .none: "NoneType"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "str"
    case .list: "list"
    case .tuple: "tuple"
    case .dict: "dict"
    case .undefined(let missing): missing.typeName
    case .object(let object): object.typeName
    }
  }

  var isNone: Bool {
    if case .none = self { true } else { false }
  }

  var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// Booleans count as numbers in Python.
  var asInt: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  var asNumber: Double? {
    switch self {
    case .float(let value): value
    default: asInt.map(Double.init)
    }
  }

  var asString: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package static func list(of elements: [PythonValue]) -> PythonValue {
    .list(PythonList(elements))
  }

  package static func dict(_ members: [(String, PythonValue)]) -> PythonValue {
    let dict = PythonDict()
    for (name, value) in members { dict.set(value, for: name) }
    return .dict(dict)
  }

  static func strings(_ texts: [String]) -> PythonValue {
    list(of: texts.map { .string($0) })
  }
}
