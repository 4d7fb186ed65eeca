/// The expression between the brackets of a selector, parsed once and evaluated per variant.
///
///     let expression = try SelectorExpression("linux and py >= 311")
///     try expression.value(among: names, PythonRuntime())   // .bool(true)
package struct SelectorExpression: Hashable, Sendable {
  package let text: String
  let root: SelectorNode

  package init(_ text: String) throws(PythonError) {
    self.text = text
    root = try SelectorParser.parse(text)
  }

  /// The value; a name that nobody defines is a `NameError`, as in Python.
  package func value(among names: SelectorNames, _ runtime: PythonRuntime) throws(PythonError)
    -> PythonValue
  {
    try SelectorEvaluation(names: names, runtime: runtime).value(of: root)
  }

  /// Whether the line stays. conda-build treats a missing name by replacing its *text* with
  /// `False` everywhere in the selector, and trying again.
  package func isSelected(among names: SelectorNames, _ runtime: PythonRuntime)
    throws(PythonError) -> Bool
  {
    var expression = self
    for _ in 0..<100 {
      do throws(PythonError) {
        return try runtime.isTruthy(expression.value(among: names, runtime))
      } catch {
        guard error.kind == .nameError else { throw error }
        let text = try runtime.replaced(expression.text, error.message, "False")
        expression = try SelectorExpression(text)
      }
    }
    throw PythonError(.limit, "too many undefined names")
  }
}
