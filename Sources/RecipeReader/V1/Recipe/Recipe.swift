extension V1 {
  /// A recipe as it was read: templates parsed, conditions still in it.
  ///
  /// It never changes; it is a class so that all renderings can share it without copying.
  package final class Recipe: Sendable {
    package let file: String
    let context: [ContextEntry]
    let form: Form
    let sections: Sections
    /// Every variable that the recipe mentions anywhere, branches not taken included.
    let usedVariables: Set<String>
    /// Those outside of `outputs:`.
    let mentionedAtTop: Set<String>
    /// Names of build and host requirements without any constraint; they may be variant keys.
    let freeSpecs: Set<String>
    /// Keys that `build.variant.use_keys` puts into the matrix.
    let useKeys: [String]
    /// Where all of these stand, in the order of reading.
    package let uses: [KeyUse]

    init(form: Form, context: [ContextEntry], sections: Sections, parser: RecipeParser) {
      file = parser.file
      self.context = context
      self.form = form
      self.sections = sections
      usedVariables = parser.usedVariables.union(parser.outputVariables)
      mentionedAtTop = parser.usedVariables
      freeSpecs = parser.freeSpecs
      useKeys = parser.useKeys
      uses = parser.uses
    }

    var hasOutputs: Bool { if case .multiple = form { true } else { false } }

    /// What a recipe says at its top level, for all of its outputs.
    struct Sections: Sendable {
      var build = Build()
      var about = About()
      var extra: [(name: String, value: Node)] = []
      var sources: [Branch<Source>] = []
      var tests: [Branch<PackageTest>] = []
    }

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
