/// What a template may see: names, other templates and how undefined names behave.
package struct JinjaContext {
  /// Names that are not assigned in the template.
  package var names: (String) -> PythonValue?
  /// Other templates by name, for `include` and `import`.
  package var template: (String) throws(PythonError) -> JinjaTemplate?
  /// Whether using an undefined name is an error.
  package var isStrict: Bool
  package var runtime: PythonRuntime

  package init(
    isStrict: Bool = false, runtime: PythonRuntime = PythonRuntime(),
    names: @escaping (String) -> PythonValue? = { _ in nil },
    template: @escaping (String) throws(PythonError) -> JinjaTemplate? = { _ in nil }
  ) {
    self.isStrict = isStrict
    self.runtime = runtime
    self.names = names
    self.template = template
  }
}
