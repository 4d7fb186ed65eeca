package import Diagnostics

/// One step of a script, the same in every shell.
///
/// A step that fails ends the script with an error.
package struct ScriptStep: Hashable, Sendable {
  package indirect enum Action: Hashable, Sendable {
    /// Sets a variable for the rest of the script and the programs that it starts.
    case environment(name: String, value: ScriptText)
    /// Puts a folder in front of a search path such as `PATH`.
    case prependPath(name: String, path: ScriptPath)
    case unset(name: String)
    /// Installs the Python package in the current folder, without dependencies and isolation.
    case pipInstall(arguments: [ScriptText])
    case run(program: ScriptText, arguments: [ScriptText])
    case copyFile(from: ScriptPath, to: ScriptPath)
    /// Copies what is in a folder into another one, which need not exist.
    case copyTree(from: ScriptPath, to: ScriptPath)
    case makeDirectory(ScriptPath)
    /// Removes a file or a folder with all that is in it; nothing there is no error.
    case remove(ScriptPath)
    case move(from: ScriptPath, to: ScriptPath)
    /// Writes lines of text, each ended as the system ends its lines.
    case writeFile(ScriptPath, text: ScriptText)
    case require(ScriptRequirement, message: ScriptText?)
    /// What conda shows after an installation. Only in link scripts; said once, however often they
    /// run.
    case message(lines: [ScriptText])
    /// Text for one shell, taken as it is; without text for a shell there is no step there.
    case raw(bash: String?, batch: String?)
    case when(Condition, then: [ScriptStep], else: [ScriptStep])
  }

  package var action: Action
  package var location: SourceLocation?

  package init(_ action: Action, at location: SourceLocation? = nil) {
    self.action = action
    self.location = location
  }
}
