package import Diagnostics

/// Variables that conda sets while an environment is active, through
/// `etc/conda/env_vars.d/<name>.json`.
///
///     EnvironmentVariables([.init("CUDA_PATH", .libraryPrefix)])
///
/// The prefix is written into the file during the build, and replaced by conda when the package is
/// installed; on Windows conda writes it with `/`, which keeps the JSON valid.
package struct EnvironmentVariables: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var value: ScriptText
    package var location: SourceLocation?

    package init(_ name: String, _ value: ScriptText, at location: SourceLocation? = nil) {
      self.name = name
      self.value = value
      self.location = location
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }
}
