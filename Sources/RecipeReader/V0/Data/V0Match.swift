/// What Python's `re.search` gives, for `load_file_regex`.
final class V0Match: PythonObject {
  private let groups: [String?]

  init(_ groups: [String?]) { self.groups = groups }

  var typeName: String { "re.Match" }

  func attribute(_ name: String) -> PythonValue? {
    let groups = groups
    switch name {
    case "group":
      return .object(
        PythonFunction(name) { (arguments, runtime) throws(PythonError) -> PythonValue in
          let index = try arguments.positional.first.map(runtime.integer) ?? 0
          guard groups.indices.contains(index) else {
            throw PythonError(.indexError, "no such group")
          }
          return groups[index].map(PythonValue.string) ?? .none
        })
    case "groups":
      return .object(
        PythonFunction(name) { (_, _) throws(PythonError) -> PythonValue in
          .tuple(groups.dropFirst().map { $0.map(PythonValue.string) ?? .none })
        })
    default: return nil
    }
  }

  func item(_ key: PythonValue) -> PythonValue? {
    guard let index = key.asInt, groups.indices.contains(index) else { return nil }
    return groups[index].map(PythonValue.string) ?? PythonValue.none
  }
}
