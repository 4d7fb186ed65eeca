import RecipeModel

/// The build script as lines of the recipe itself, in the shell of the platform that builds.
///
///     InlineScript {
///       "python -m pip install . -vv --no-deps --no-build-isolation"
///     }
///
/// For one command that is the same everywhere; a ``Script`` says the same in every shell.
public struct InlineScript: OutputWord {
  var lines: [Entry<String>]

  /// The lines in order.
  public init(@LinesBuilder _ lines: () -> [Entry<String>]) { self.lines = lines() }

  /// Adds it to the output.
  public func describe(in output: inout OutputDescription) {
    output.model.build.commands += output.guarded(lines.items { $0 })
  }
}
