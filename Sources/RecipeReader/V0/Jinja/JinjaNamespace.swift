/// `namespace()`: the one thing whose attributes a template may assign.
final class JinjaNamespace: PythonObject {
  let values: PythonDict

  init(_ values: PythonDict) { self.values = values }

  var typeName: String { "Namespace" }
  func text(_ runtime: PythonRuntime) -> String { "<Namespace>" }
  func attribute(_ name: String) -> PythonValue? { values[name] }
  func item(_ key: PythonValue) -> PythonValue? { key.asString.flatMap { values[$0] } }
}

/// `cycler("odd", "even")`.
final class JinjaCycler: PythonObject {
  private let items: [PythonValue]
  private var position = 0

  init(_ items: [PythonValue]) { self.items = items }

  var typeName: String { "Cycler" }

  func attribute(_ name: String) -> PythonValue? {
    switch name {
    case "current": return items[position]
    case "next":
      return .object(
        PythonFunction("next") { (_, _) throws(PythonError) -> PythonValue in
          defer { self.position = (self.position + 1) % self.items.count }
          return self.items[self.position]
        })
    case "reset":
      return .object(
        PythonFunction("reset") { (_, _) throws(PythonError) -> PythonValue in
          self.position = 0
          return .none
        })
    default: return nil
    }
  }
}

/// `joiner(", ")`: nothing at its first call, then the separator.
final class JinjaJoiner: PythonObject {
  private let separator: PythonValue
  private var isUsed = false

  init(_ separator: PythonValue) { self.separator = separator }

  var typeName: String { "Joiner" }

  func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    defer { isUsed = true }
    return isUsed ? separator : .string("")
  }
}
