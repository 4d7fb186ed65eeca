/// What must hold for a script to go on.
package enum ScriptRequirement: Hashable, Sendable {
  /// A file or folder is there, such as the library of a backend that a build may leave out
  /// silently.
  case fileExists(ScriptPath)
  case nonEmptyVariable(String)
  /// A program is found through the search path.
  case programExists(String)
}
