/// What Jinja gives for something that is not defined.
///
/// conda-build renders twice: first with a kind that never fails (`UndefinedNeverFail`: it prints
/// as nothing and most operations on it give another one), then with jinja2's `StrictUndefined`,
/// which fails on every use.
package struct PythonUndefined: Hashable, Sendable {
  var isStrict: Bool
  var name: String?
  /// Replaces jinja2's usual message.
  var hint: String?

  init(isStrict: Bool, name: String?, hint: String? = nil) {
    self.isStrict = isStrict
    self.name = name
    self.hint = hint
  }

  var typeName: String { isStrict ? "StrictUndefined" : "UndefinedNeverFail" }

  /// The error that a forbidden use of it raises.
  var error: PythonError {
    PythonError(.undefinedError, hint ?? "'\(name ?? "None")' is undefined")
  }
}
