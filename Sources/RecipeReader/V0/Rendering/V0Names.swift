import Conda

/// The names of one pass: conda-build's functions, the variant, the build environment, selectors.
///
/// In templates a variant's values are the text that they are in the file; the selectors' numbers
/// and truth values count only for names that the variant does not have.
final class V0Names {
  private let variables: V0BuildVariables
  private let selectors: SelectorNames
  private let functions: V0Functions
  /// Whether the result depends on what the pass before found out.
  private(set) var usesFacts = false
  /// Names of the source's version control (`GIT_…`), which nobody knows without the source.
  private(set) var sourceNames: Set<String> = []
  private var environ: PythonValue?

  init(_ variables: V0BuildVariables, _ selectors: SelectorNames, _ functions: V0Functions) {
    self.variables = variables
    self.selectors = selectors
    self.functions = functions
  }

  func value(_ name: String) -> PythonValue? {
    if variables.facts.decides(name) || !variables.facts.scriptEnvironment.isEmpty {
      usesFacts = true
    }
    if name == "environ" { return environment }
    if let function = functions.value(named: name) { return function }
    if let text = variables.variant[name] { return .string(text) }
    if let texts = variables.variant.lists[name] { return .strings(texts) }
    if let text = variables.value(name) { return .string(text) }
    if let value = selectors[name] { return value }
    if ["GIT_", "HG_", "SVN_"].contains(where: name.hasPrefix) { sourceNames.insert(name) }
    return nil
  }

  private var environment: PythonValue {
    if let environ { return environ }
    let value = PythonValue.dict(PythonDict(strings: variables.all))
    environ = value
    return value
  }
}
