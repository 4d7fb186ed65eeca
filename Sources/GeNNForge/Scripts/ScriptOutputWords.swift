import RecipeModel

/// The steps that build a package: they become `build.sh` and `build.bat`.
///
///     Script {
///       Environment("CMAKE_BUILD_PARALLEL_LEVEL", "\(.processors)")
///       PipInstall()
///     }
public struct Script: OutputWord {
  var lines: [Entry<ScriptLine>]
  /// One step a line.
  public init(@ScriptBuilder _ lines: () -> [Entry<ScriptLine>]) { self.lines = lines() }

  /// Adds the steps.
  public func describe(in output: inout OutputDescription) {
    let steps = output.conditions.reversed().reduce(lines.steps) {
      [.when($1.value, $0, at: $1.location)]
    }
    output.model.build.script = BuildScript((output.model.build.script?.steps ?? []) + steps)
  }
}

/// What conda does once it has installed the package. Discouraged: right for telling the user something once.
public struct PostLink: OutputWord {
  var lines: [Entry<ScriptLine>]
  /// Mostly a ``Message``.
  public init(@ScriptBuilder _ lines: () -> [Entry<ScriptLine>]) { self.lines = lines() }
  /// Adds the script.
  public func describe(in output: inout OutputDescription) {
    let script = LinkScript(.postLink, lines.steps, at: output.location)
    output.model.linkScripts += output.guarded(script)
  }
}

/// What conda does before it removes the package.
public struct PreUnlink: OutputWord {
  var lines: [Entry<ScriptLine>]
  /// It must leave other packages' files alone.
  public init(@ScriptBuilder _ lines: () -> [Entry<ScriptLine>]) { self.lines = lines() }
  /// Adds the script.
  public func describe(in output: inout OutputDescription) {
    let script = LinkScript(.preUnlink, lines.steps, at: output.location)
    output.model.linkScripts += output.guarded(script)
  }
}

/// Variables that conda sets while an environment is active, from a file that runs nothing.
///
///     EnvironmentVariables(["CUDA_PATH": "\(.prefix)"])
public struct EnvironmentVariables: OutputWord {
  var variables: [(name: String, value: ScriptText)]

  /// Names with texts and prefixes in them.
  public init(_ variables: KeyValuePairs<String, ScriptText>) {
    self.variables = variables.map { (name: $0.key, value: $0.value) }
  }

  /// Adds the file.
  public func describe(in output: inout OutputDescription) {
    let entries = variables.map {
      RecipeModel.EnvironmentVariables.Entry($0.name, $0.value.model, at: output.location)
    }
    output.model.environmentVariables += output.guarded(RecipeModel.EnvironmentVariables(entries))
  }
}

/// What changes while an environment is active, as scripts for bash, fish, PowerShell and cmd that undo it again.
///
///     Activation(.set("CUDA_PATH", "\(.libraryPrefix)"))
public struct Activation: OutputWord {
  /// A change to one variable.
  public struct Change: Hashable, Sendable {
    var model: EnvironmentChange

    /// A value; deactivation brings the old one back.
    public static func set(_ name: String, _ value: ScriptText) -> Change {
      Change(model: .set(name, value.model))
    }
    /// A folder in front of a search path.
    public static func prepend(_ name: String, _ path: ScriptPath) -> Change {
      Change(model: .prepend(name, path.model))
    }
    /// No value.
    public static func unset(_ name: String) -> Change { Change(model: .unset(name)) }
  }

  var changes: [Change]

  /// Made in order, undone in reverse. ``EnvironmentVariables`` do the same for plain values without running anything.
  public init(_ changes: Change...) { self.changes = changes }

  /// Adds the scripts.
  public func describe(in output: inout OutputDescription) {
    let changes = self.changes.map { change in
      var model = change.model
      model.location = output.location
      return model
    }
    output.model.activation += output.guarded(ActivationScripts(changes))
  }
}
