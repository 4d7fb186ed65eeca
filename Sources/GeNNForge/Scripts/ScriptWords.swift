import RecipeModel

/// Sets a variable for the rest of the script: `Environment("CUDA_PATH", "\(.prefix)")`.
public struct Environment: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// A name of letters, digits and `_`.
  public init(_ name: String, _ value: ScriptText) {
    step = ScriptLine(action: .environment(name: name, value: value.model))
  }
}

/// Takes a variable away.
public struct Unset: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// The variable's name.
  public init(_ name: String) { step = ScriptLine(action: .unset(name: name)) }
}

/// Puts a folder in front of a search path.
public struct PrependPath: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// The variable is `PATH` unless said otherwise.
  public init(_ path: ScriptPath, to name: String = "PATH") {
    step = ScriptLine(action: .prependPath(name: name, path: path.model))
  }
}

/// Installs the Python package in the current folder, without dependencies and without isolation.
public struct PipInstall: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// Further arguments for pip.
  public init(_ arguments: ScriptText...) {
    step = ScriptLine(action: .pipInstall(arguments: arguments.map(\.model)))
  }
}

/// Runs a program.
public struct Run: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// Each argument reaches the program as one, whatever is in it.
  public init(_ program: ScriptText, _ arguments: ScriptText...) {
    step = ScriptLine(
      action: .run(program: program.model, arguments: arguments.map(\.model)))
  }
}

/// Copies a file, or what is in a folder.
public struct Copy: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// `to` is the new file; its folder is made.
  public init(file: ScriptPath, to: ScriptPath) {
    step = ScriptLine(action: .copyFile(from: file.model, to: to.model))
  }
  /// `to` is the folder that gets what is in `tree`.
  public init(tree: ScriptPath, to: ScriptPath) {
    step = ScriptLine(action: .copyTree(from: tree.model, to: to.model))
  }
}

/// Makes a folder with those above it.
public struct MakeDirectory: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// One that is there is no error.
  public init(_ path: ScriptPath) { step = ScriptLine(action: .makeDirectory(path.model)) }
}

/// Removes a file, or a folder with all in it.
public struct Remove: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// Nothing there is no error.
  public init(_ path: ScriptPath) { step = ScriptLine(action: .remove(path.model)) }
}

/// Moves a file or folder.
public struct Move: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// `to` is the new name.
  public init(_ from: ScriptPath, to: ScriptPath) {
    step = ScriptLine(action: .move(from: from.model, to: to.model))
  }
}

/// Writes a text file.
public struct WriteFile: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// Lines end as the system ends them.
  public init(_ path: ScriptPath, _ text: ScriptText) {
    step = ScriptLine(action: .writeFile(path.model, text: text.model))
  }
}

/// Ends the script with an error unless something is there: a build that leaves a part out silently fails here.
public struct Require: ScriptWord {
  /// The step.
  public let step: ScriptLine

  /// A file or folder.
  public init(file: ScriptPath, _ message: ScriptText? = nil) {
    step = ScriptLine(action: .require(.fileExists(file.model), message: message?.model))
  }
  /// A variable that is set to something.
  public init(variable: String, _ message: ScriptText? = nil) {
    step = ScriptLine(action: .require(.nonEmptyVariable(variable), message: message?.model))
  }
  /// A program on the search path.
  public init(program: String, _ message: ScriptText? = nil) {
    step = ScriptLine(action: .require(.programExists(program), message: message?.model))
  }
}

/// What conda shows after an installation; only in link scripts. It is said once, however often they run.
public struct Message: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// One text a line.
  public init(_ lines: ScriptText...) {
    step = ScriptLine(action: .message(lines: lines.map(\.model)))
  }
}

/// Text for a shell as it is, where no other step will do.
public struct Shell: ScriptWord {
  /// The step.
  public let step: ScriptLine
  /// A shell without text has no step here.
  public init(bash: String? = nil, batch: String? = nil) {
    step = ScriptLine(action: .raw(bash: bash, batch: batch))
  }
}
