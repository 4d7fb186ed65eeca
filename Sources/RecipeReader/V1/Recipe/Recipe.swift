extension V1 {
  /// A recipe as it was read: templates parsed, conditions still in it.
  package struct Recipe: Sendable {
    package let file: String
    var context: [ContextEntry] = []
    var form: Form
    var build = Build()
    var about = About()
    var extra: [(name: String, value: Node)] = []
    var sources: [Branch<Source>] = []
    var tests: [Branch<PackageTest>] = []
    /// Every variable that the recipe mentions anywhere, branches not taken included.
    var usedVariables: Set<String> = []
    /// Names of build and host requirements without any constraint; they may be variant keys.
    var freeSpecs: Set<String> = []
    /// Keys that `build.variant.use_keys` puts into the matrix.
    var useKeys: [String] = []

    enum Form: Sendable {
      case single(name: Templated<String>, version: Templated<String>, Requirements)
      /// The version stands in for outputs that have none.
      case multiple(version: Templated<String>?, [Output])
    }
  }

  /// One line of `context:`.
  struct ContextEntry: Sendable {
    let name: String
    let value: ContextValue
  }

  enum ContextValue: Sendable {
    case fixed(Value)
    /// One expression and nothing else: it keeps its type, unless it was quoted.
    case expression(Expression, source: String, isText: Bool, Place)
    case template(Template, isText: Bool, Place)
  }
}
