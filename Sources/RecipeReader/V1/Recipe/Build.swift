extension V1 {
  typealias Texts = [Branch<Templated<String>>]

  /// The `build` section.
  struct Build: Sendable {
    var number: Templated<UInt64>?
    var string: Templated<String>?
    var plan = BuildPlan.script(Script())
    var noarch: Templated<String>?
    var flags: Texts = []
    var python = PythonBuild()
    var skip: [Branch<SkipCondition>] = []
    var alwaysCopyFiles: Texts = []
    var alwaysIncludeFiles: Texts = []
    var mergesEnvironments: Templated<Bool>?
    var files = GlobLists()
    var linking = DynamicLinking()
    var variant = VariantUse()
    var prefixDetection = PrefixDetection()
    var postProcess: [Branch<PostProcess>] = []
  }

  struct PythonBuild: Sendable {
    var entryPoints: Texts = []
    var skipCompilation: Texts = []
    var usesAppEntryPoint: Templated<Bool>?
    var isVersionIndependent: Templated<Bool>?
    var sitePackagesPath: Templated<String>?
  }

  struct DynamicLinking: Sendable {
    var rpaths: Texts = []
    var binaryRelocation: BoolOrGlobs?
    var missingAllowed: Texts = []
    var rpathsAllowed: Texts = []
    var overdepending: Templated<String>?
    var overlinking: Templated<String>?
  }

  struct VariantUse: Sendable {
    var useKeys: Texts = []
    var ignoreKeys: Texts = []
    var downPriority: Templated<Int32>?
  }

  struct PrefixDetection: Sendable {
    var text: Texts = []
    var binary: Texts = []
    var ignore: BoolOrGlobs?
    var ignoresBinaryFiles: Templated<Bool>?
  }

  struct PostProcess: Sendable {
    var files: Texts
    var regex: Templated<String>
    var replacement: Templated<String>
  }

  enum BoolOrGlobs: Sendable {
    case all(Templated<Bool>)
    case globs(Texts)
  }

  /// Patterns of files to take and to leave out.
  struct GlobLists: Sendable {
    var include: Texts = []
    var exclude: Texts = []
  }

  /// One condition of `skip:`. A bare one is an expression; one that is no valid expression never skips.
  enum SkipCondition: Sendable {
    case expression(Expression?, source: String, Place)
    case template(Template, Place)
  }
}
