/// Anything that is not one of Python's plain types: functions, macros, the loop variable, modules.
package protocol PythonObject: AnyObject {
  var typeName: String { get }
  /// `str(x)`.
  func text(_ runtime: PythonRuntime) throws(PythonError) -> String
  /// `format(x, "…")`; nil where the object has no format of its own.
  func formatted(_ specification: String) throws(PythonError) -> String?
  var isTruthy: Bool { get }
  func attribute(_ name: String) -> PythonValue?
  func item(_ key: PythonValue) -> PythonValue?
  /// The elements, when it can be iterated over.
  func elements(_ runtime: PythonRuntime) throws(PythonError) -> [PythonValue]?
  func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
}

extension PythonObject {
  package func text(_ runtime: PythonRuntime) throws(PythonError) -> String {
    "<\(typeName) object>"
  }
  package func formatted(_ specification: String) throws(PythonError) -> String? { nil }
  package var isTruthy: Bool { true }
  package func attribute(_ name: String) -> PythonValue? { nil }
  package func item(_ key: PythonValue) -> PythonValue? { nil }
  package func elements(_ runtime: PythonRuntime) throws(PythonError) -> [PythonValue]? { nil }
  package func call(_ arguments: PythonArguments, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    throw PythonError(.typeError, "'\(typeName)' object is not callable")
  }
}
