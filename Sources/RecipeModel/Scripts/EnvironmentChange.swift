package import Diagnostics

/// What activating an environment does to one variable, and deactivating undoes.
package struct EnvironmentChange: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case set(ScriptText)
    /// Puts a folder in front of a search path.
    case prepend(ScriptPath)
    case unset
  }

  package var name: String
  package var action: Action
  package var location: SourceLocation?

  package init(_ name: String, _ action: Action, at location: SourceLocation? = nil) {
    self.name = name
    self.action = action
    self.location = location
  }
}

extension EnvironmentChange {
  package static func set(
    _ name: String, _ value: ScriptText, at location: SourceLocation? = nil
  ) -> EnvironmentChange {
    EnvironmentChange(name, .set(value), at: location)
  }

  package static func prepend(
    _ name: String, _ path: ScriptPath, at location: SourceLocation? = nil
  ) -> EnvironmentChange {
    EnvironmentChange(name, .prepend(path), at: location)
  }

  package static func unset(
    _ name: String, at location: SourceLocation? = nil
  ) -> EnvironmentChange {
    EnvironmentChange(name, .unset, at: location)
  }
}
