import RecipeModel

/// A part of `recipe.yaml` as it stands there, for what has no word of its own here.
///
///     Verbatim("build.python.skip_pyc_compilation", ["share/templates/*.py"])
///     // build:
///     //   python:
///     //     skip_pyc_compilation:
///     //       - share/templates/*.py
///
/// The path leads from the recipe, in a named output from there. The value comes after everything that
/// other words say, and replaces what they say of the same key. Texts may hold `${{ … }}`.
public struct Verbatim: OutputWord {
  var path: [String]
  var value: VerbatimValue
  var format: Format

  /// Whose keys the path consists of.
  public enum Format: Sendable {
    /// `meta.yaml`. `if` and `then` in the value stand for selectors.
    case v0
    /// `recipe.yaml`.
    case v1
  }

  /// The keys of the path with dots between them, and what is under the last of them. Only the file of
  /// that format gets it, unless the other one has the same under another name. An empty path is for whole
  /// sections of `meta.yaml`, line by line and with their Jinja.
  public init(_ path: String, _ value: VerbatimValue, in format: Format = .v1) {
    self.format = format
    self.path = path.split(separator: ".").map(String.init)
    self.value = value
  }

  /// Adds it to the output.
  public func describe(in output: inout OutputDescription) {
    output.requireUnconditional("Verbatim")
    output.model.kept.append(
      KeptValue(path, value.model, format: format == .v0 ? .v0 : .v1, at: output.location))
  }
}

/// Variables that expressions of the recipe use, in the order in which they may use each other.
///
///     Context(["tag": "v${{ version }}"])
///
/// `version` and `build_number` are there already.
public struct Context: RecipeWord {
  var entries: [RecipeValue.Entry]

  /// Names with values; texts may hold `${{ … }}`.
  public init(_ variables: KeyValuePairs<String, VerbatimValue>) {
    entries = variables.map { .init($0.key, $0.value.model) }
  }

  /// Adds them to the recipe.
  public func describe(in recipe: inout RecipeDescription) {
    recipe.model.context += entries
  }
}
