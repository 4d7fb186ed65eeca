/// `time` and `datetime`: what they say of now changes with every run, so the reader won't say it. Dates
/// can be read.
final class V0Clock: PythonObject {
  private let path: String

  init(_ path: String) { self.path = path }

  var typeName: String { "module" }
  func text(_ runtime: PythonRuntime) -> String { "<module '\(path)'>" }
  func attribute(_ name: String) -> PythonValue? { .object(V0Clock("\(path).\(name)")) }

  func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    if path == "datetime.datetime.strptime" { return try V0Date.read(arguments, runtime) }
    throw PythonError(.unsupported, "\(path)() reads the clock")
  }
}
