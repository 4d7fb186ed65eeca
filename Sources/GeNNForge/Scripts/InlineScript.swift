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

/// Environment variables that the build script finds.
///
///     ScriptVariables(["CARGO_PROFILE_RELEASE_STRIP": "symbols"])
public struct ScriptVariables: OutputWord {
  var variables: [BuildVariable]

  /// Names with values, which may hold `${{ … }}`; `passing` names those that keep the value that they
  /// have where the build is started.
  public init(_ variables: KeyValuePairs<String, String> = [:], passing names: [String] = []) {
    self.variables =
      variables.map { BuildVariable($0.key, $0.value) } + names.map { BuildVariable($0, nil) }
  }

  /// Adds them to the output.
  public func describe(in output: inout OutputDescription) {
    let place = output.location
    output.model.build.environment += output.guarded(variables.map { Item($0, at: place) })
  }
}
