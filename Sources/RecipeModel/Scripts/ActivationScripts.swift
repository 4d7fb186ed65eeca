/// Changes to the environment while it is active, as scripts for each shell.
///
/// `EnvironmentVariables` do the same for plain values without running anything: prefer them.
package struct ActivationScripts: Hashable, Sendable {
  package var changes: [EnvironmentChange]

  package init(_ changes: [EnvironmentChange]) { self.changes = changes }
}
