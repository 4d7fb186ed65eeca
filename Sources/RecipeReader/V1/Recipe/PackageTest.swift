extension V1 {
  /// One entry of `tests:`. (`Test` is what stands behind `is` in an expression.)
  enum PackageTest: Sendable {
    case python(PythonTest)
    case perl(uses: Texts)
    case r(libraries: Texts)
    case ruby(requires: Texts)
    case commands(CommandsTest)
    case downstream(Templated<String>)
    case contents(ContentsTest)
  }

  struct PythonTest: Sendable {
    var imports: Texts = []
    var checksPip: Templated<Bool>?
    var versions: Versions?

    enum Versions: Sendable {
      case one(Templated<String>)
      case several(Texts)
    }
  }

  struct CommandsTest: Sendable {
    var script = Script()
    var run: [Requirement] = []
    var build: [Requirement] = []
    var sourceFiles: Texts = []
    var recipeFiles: Texts = []
  }

  struct ContentsTest: Sendable {
    var checks: [(name: String, files: FileChecks)] = []
    var isStrict = false
  }

  struct FileChecks: Sendable {
    var present: Texts = []
    var missing: Texts = []
  }
}
