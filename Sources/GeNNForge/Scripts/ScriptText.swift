package import RecipeModel

/// A text in a script: letter for letter what you write, in every shell; variables are filled in when the script runs.
///
///     Run("cmake", "-DPython_EXECUTABLE=\(.python)")
public struct ScriptText: Hashable, Sendable {
  package var model: RecipeModel.ScriptText

  package init(model: RecipeModel.ScriptText) { self.model = model }

  /// A Swift text.
  public init(_ text: String) { model = RecipeModel.ScriptText(text) }

  /// A path, with the system's separators.
  public init(_ path: ScriptPath) { model = RecipeModel.ScriptText(path.model) }
}

/// A value that only the shell knows.
public struct ScriptVariable: Hashable, Sendable {
  package var model: RecipeModel.ScriptVariable
  private init(_ model: RecipeModel.ScriptVariable) { self.model = model }

  /// Where the package is built into, and later the environment it is installed in.
  public static let prefix = ScriptVariable(.prefix)
  /// Where the build's tools are.
  public static let buildPrefix = ScriptVariable(.buildPrefix)
  /// The prefix, on Windows its `Library` folder.
  public static let libraryPrefix = ScriptVariable(.libraryPrefix)
  /// The folder with the unpacked source.
  public static let source = ScriptVariable(.srcDir)
  /// The folder with the recipe.
  public static let recipe = ScriptVariable(.recipeDir)
  /// Python's `site-packages`.
  public static let sitePackages = ScriptVariable(.sitePackages)
  /// The Python to build for.
  public static let python = ScriptVariable(.python)
  /// The package's name.
  public static let packageName = ScriptVariable(.packageName)
  /// The package's version.
  public static let packageVersion = ScriptVariable(.packageVersion)
  /// How many processors the build may use.
  public static let processors = ScriptVariable(.cpuCount)
  /// An environment variable; one that isn't set counts as empty.
  public static func environment(_ name: String) -> ScriptVariable {
    ScriptVariable(.environment(name))
  }
}

extension ScriptText: ExpressibleByStringInterpolation {
  /// Collects the pieces of an interpolated text.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = RecipeModel.ScriptText("")

    /// Nothing is reserved: texts are short.
    public init(literalCapacity: Int, interpolationCount: Int) {}
    /// Plain text.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { text.parts.append(.literal(literal)) }
    }
    /// What the shell fills in.
    public mutating func appendInterpolation(_ variable: ScriptVariable) {
      text.parts.append(.variable(variable.model))
    }
    /// A path, with the system's separators: `"-I\(path: .prefix / "include")"`.
    public mutating func appendInterpolation(path: ScriptPath) {
      text.parts.append(.path(path.model))
    }
    /// A Swift text, known now.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
  }

  /// From a literal with variables.
  public init(stringInterpolation: StringInterpolation) { model = stringInterpolation.text }
  /// From a literal.
  public init(stringLiteral value: String) { model = RecipeModel.ScriptText(value) }
}

/// A file or folder in a script; separators become the system's.
///
///     .sitePackages / "pygenn" / "libgenn_cuda_backend_dynamic.so"
public struct ScriptPath: Hashable, Sendable {
  package var model: RecipeModel.ScriptPath

  package init(model: RecipeModel.ScriptPath) { self.model = model }

  private init(_ variable: RecipeModel.ScriptVariable) {
    model = RecipeModel.ScriptPath(variable)
  }

  /// Where the package is built into.
  public static let prefix = ScriptPath(.prefix)
  /// Where the build's tools are.
  public static let buildPrefix = ScriptPath(.buildPrefix)
  /// The prefix, on Windows its `Library` folder.
  public static let libraryPrefix = ScriptPath(.libraryPrefix)
  /// The folder with the unpacked source.
  public static let source = ScriptPath(.srcDir)
  /// The folder with the recipe.
  public static let recipe = ScriptPath(.recipeDir)
  /// Python's `site-packages`.
  public static let sitePackages = ScriptPath(.sitePackages)
  /// The folder that an environment variable names.
  public static func environment(_ name: String) -> ScriptPath {
    ScriptPath(.environment(name))
  }

  /// A part that an environment variable names.
  public static func variable(_ name: String) -> ScriptPath {
    ScriptPath(
      model: RecipeModel.ScriptPath(
        root: .here,
        components: [RecipeModel.ScriptText(.environment(name) as RecipeModel.ScriptVariable)]))
  }

  /// Below.
  public static func / (base: ScriptPath, below: ScriptPath) -> ScriptPath {
    ScriptPath(model: base.model / below.model)
  }
}

extension ScriptPath: ExpressibleByStringLiteral {
  /// Relative to the folder that the script runs in, parts apart by `/`.
  public init(stringLiteral value: String) { model = RecipeModel.ScriptPath(value) }
}
