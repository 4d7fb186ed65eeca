/// What `dict.items()` and its kin give: a look at the dictionary, not a list.
final class PythonDictView: PythonObject {
  private let dict: PythonDict
  private let kind: PythonDictMethod

  init(_ dict: PythonDict, _ kind: PythonDictMethod) {
    self.dict = dict
    self.kind = kind
  }

  var typeName: String { "dict_\(kind.rawValue)" }
  var isTruthy: Bool { dict.count != 0 }

  func elements(_ runtime: PythonRuntime) throws(PythonError) -> [PythonValue]? {
    try runtime.spend(dict.count)
    switch kind {
    case .items: return dict.entries.map { .tuple([$0.key, $0.value]) }
    case .keys: return dict.entries.map(\.key)
    default: return dict.entries.map(\.value)
    }
  }

  func text(_ runtime: PythonRuntime) throws(PythonError) -> String {
    let elements = try elements(runtime) ?? []
    return "\(typeName)(\(try runtime.representation(of: .list(of: elements))))"
  }
}
