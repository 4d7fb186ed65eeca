/// A function that the reader gives to templates.
final class PythonFunction: PythonObject {
  typealias Body = (PythonArguments, PythonRuntime) throws(PythonError) -> PythonValue

  let name: String
  private let body: Body

  init(_ name: String, _ body: @escaping Body) {
    self.name = name
    self.body = body
  }

  var typeName: String { "function" }
  func text(_ runtime: PythonRuntime) -> String { "<function \(name)>" }

  func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    try body(arguments, runtime)
  }
}

/// A method taken from its receiver without being called: `{% set f = text.replace %}`.
final class PythonMethod: PythonObject {
  let receiver: PythonValue
  let name: String

  init(_ receiver: PythonValue, _ name: String) {
    self.receiver = receiver
    self.name = name
  }

  var typeName: String { "builtin_function_or_method" }
  func text(_ runtime: PythonRuntime) -> String {
    "<built-in method \(name) of \(receiver.typeName) object>"
  }

  func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    try runtime.callMethod(name, of: receiver, arguments)
  }
}

/// A module, or a class used for its attributes: `os`, `datetime`.
final class PythonModule: PythonObject {
  let name: String
  private let members: [String: PythonValue]

  init(_ name: String, _ members: [String: PythonValue]) {
    self.name = name
    self.members = members
  }

  var typeName: String { "module" }
  func text(_ runtime: PythonRuntime) -> String { "<module '\(name)'>" }
  func attribute(_ name: String) -> PythonValue? { members[name] }
}
