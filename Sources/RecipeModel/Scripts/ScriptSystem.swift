package import Conda

/// What a script's file is written for: one file serves all Unix platforms, another one Windows.
package enum ScriptSystem: Hashable, Sendable, CaseIterable {
  case unix, windows

  package func contains(_ platform: Platform) -> Bool {
    switch self {
    case .unix: platform.isUnix
    case .windows: platform.isWindows
    }
  }

  /// The condition that holds on it.
  package var condition: Condition { .platform(self == .unix ? .unix : .win) }
}
