import RecipeModel

/// Checks that run after the build, in an environment with the run requirements and nothing else.
///
///     Tests {
///       Imports("box")
///       Command("box --version")
///       when(.cuda) { PackageContents(files: ["lib/libbox_cuda.so"]) }
///     }
public struct Tests: OutputWord {
  var lines: [Entry<TestLine>]
  /// ``Imports``, ``Command``, ``PackageContents`` and ``Downstream``.
  public init(@TestsBuilder _ lines: () -> [Entry<TestLine>]) { self.lines = lines() }
  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    output.model.tests += output.guarded(lines.items(\.model))
  }
}

/// One check.
public struct TestLine: Hashable, Sendable {
  var model: RecipeModel.Test
}

/// Python modules that must import; with `pip check`, unless switched off.
public struct Imports: Hashable, Sendable {
  var model: PythonTest
  /// The modules' names. Each of `pythonVersions` (`3.12.*`) is tested in an environment of its own.
  public init(_ modules: String..., pipCheck: Bool = true, pythonVersions: [String] = []) {
    model = PythonTest(
      imports: modules.map { Located($0) }, pipCheck: pipCheck,
      pythonVersions: pythonVersions.map { Located($0) })
  }
}

/// Shell commands that must succeed, with what they need.
public struct Command: Hashable, Sendable {
  var model: CommandTest
  /// `requires` are match specs, `files` lie beside the recipe and are there when the commands run.
  public init(
    _ commands: String..., requires: [String] = [], files: [String] = [],
    sourceFiles: [String] = []
  ) {
    model = CommandTest(
      commands: [Item<String>](commands), requirements: requires.map { Item(.package(Text($0))) },
      files: [Item<String>](files), sourceFiles: [Item<String>](sourceFiles))
  }

  /// Commands, and match specs of what they need, some of them for some builds.
  ///
  ///     Command {
  ///       "genn-buildmodel.sh -h"
  ///       when(.windows) { "where genn-buildmodel.bat" }
  ///     } requires: {
  ///       "cmake"
  ///     }
  public init(
    files: [String] = [], sourceFiles: [String] = [],
    @LinesBuilder _ commands: () -> [Entry<String>],
    @LinesBuilder requires: () -> [Entry<String>] = { [] }
  ) {
    model = CommandTest(
      commands: commands().items { $0 }, requirements: requires().items { .package(Text($0)) },
      files: [Item<String>](files), sourceFiles: [Item<String>](sourceFiles))
  }

  /// The same where only some builds have the files.
  public init(
    @LinesBuilder _ commands: () -> [Entry<String>],
    @LinesBuilder requires: () -> [Entry<String>] = { [] },
    @LinesBuilder files: () -> [Entry<String>] = { [] },
    @LinesBuilder sourceFiles: () -> [Entry<String>]
  ) {
    self.init(commands, requires: requires)
    model.files = files().items { $0 }
    model.sourceFiles = sourceFiles().items { $0 }
  }

  /// The same where only some builds have the files.
  public init(
    @LinesBuilder _ commands: () -> [Entry<String>],
    @LinesBuilder requires: () -> [Entry<String>] = { [] },
    @LinesBuilder files: () -> [Entry<String>]
  ) {
    self.init(commands, requires: requires)
    model.files = files().items { $0 }
  }
}

/// A test as `recipe.yaml` has it, for what other words can't say.
///
///     VerbatimTest(["perl": ["uses": ["File::Spec"]]])
public struct VerbatimTest: Hashable, Sendable {
  var value: VerbatimValue
  /// The entry of `tests:`.
  public init(_ value: VerbatimValue) { self.value = value }
}

/// Globs of files that the package must hold.
public struct PackageContents: Hashable, Sendable {
  var model = ContentsTest()
  /// `files` below the prefix, `sitePackages` below Python's, `libraries`, `executables` and `headers` by their plain names.
  /// `isStrict`: nothing else may be in it.
  public init(
    files: [String] = [], sitePackages: [String] = [], libraries: [String] = [],
    executables: [String] = [], headers: [String] = [], isStrict: Bool = false
  ) {
    model.isStrict = isStrict
    model.files = [Item<String>](files)
    model.sitePackages = [Item<String>](sitePackages)
    model.libraries = [Item<String>](libraries)
    model.executables = [Item<String>](executables)
    model.headers = [Item<String>](headers)
  }

  /// The same where only some builds have them.
  public init(
    isStrict: Bool = false, @LinesBuilder files: () -> [Entry<String>],
    @LinesBuilder sitePackages: () -> [Entry<String>] = { [] },
    @LinesBuilder libraries: () -> [Entry<String>] = { [] },
    @LinesBuilder executables: () -> [Entry<String>] = { [] },
    @LinesBuilder headers: () -> [Entry<String>] = { [] }
  ) {
    model.isStrict = isStrict
    model.files = files().items { $0 }
    model.sitePackages = sitePackages().items { $0 }
    model.libraries = libraries().items { $0 }
    model.executables = executables().items { $0 }
    model.headers = headers().items { $0 }
  }
}

/// The tests of another package, run with this one.
public struct Downstream: Hashable, Sendable {
  var name: String
  /// The other package's name.
  public init(_ name: String) { self.name = name }
}

/// The body of ``Tests``.
@resultBuilder
public enum TestsBuilder: ListBuilder {
  /// A check, or a choice between checks.
  public typealias Element = Entry<TestLine>

  private static func line(
    _ test: RecipeModel.Test, _ file: String, _ line: Int, _ column: Int
  ) -> [Element] {
    [.line(TestLine(model: test), RecipePlace(file, line, column))]
  }

  /// Imports.
  public static func buildExpression(
    _ test: Imports, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    let place = RecipePlace(file, line, column).location
    var model = test.model
    model.imports = model.imports.map { Located($0.value, at: place) }
    return self.line(.python(model), file, line, column)
  }

  /// Commands.
  public static func buildExpression(
    _ test: Command, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    self.line(.commands(test.model), file, line, column)
  }

  /// Contents.
  public static func buildExpression(
    _ test: PackageContents, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    self.line(.contents(test.model), file, line, column)
  }

  /// A test in the words of `recipe.yaml`.
  public static func buildExpression(
    _ test: VerbatimTest, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    self.line(.kept(test.value.model), file, line, column)
  }

  /// Another package's tests.
  public static func buildExpression(
    _ test: Downstream, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    self.line(.downstream(test.name), file, line, column)
  }
}

/// Checks for the builds where the condition holds.
public func when(
  _ condition: Condition, file: String = #fileID, line: Int = #line, column: Int = #column,
  @TestsBuilder _ then: () -> [Entry<TestLine>],
  @TestsBuilder otherwise: () -> [Entry<TestLine>] = { [] }
) -> Entry<TestLine> {
  .choice(condition, RecipePlace(file, line, column), then: then(), otherwise: otherwise())
}
