package import Diagnostics

/// Steps that conda takes on the user's machine when it installs or removes the package.
///
/// conda-forge discourages them; they are right for telling the user something once. They must not
/// print, and may rely on nothing but the system's own tools.
package struct LinkScript: Hashable, Sendable {
  package enum Moment: String, Hashable, Sendable, CaseIterable {
    case preLink = "pre-link"
    case postLink = "post-link"
    case preUnlink = "pre-unlink"
  }

  package var moment: Moment
  package var steps: [ScriptStep]
  package var location: SourceLocation?

  package init(_ moment: Moment, _ steps: [ScriptStep], at location: SourceLocation? = nil) {
    self.moment = moment
    self.steps = steps
    self.location = location
  }

  /// Where conda looks for it.
  package func installedPath(package name: String, on system: ScriptSystem) -> ScriptPath {
    switch system {
    case .unix: .prefix / "bin" / ScriptText(".\(name)-\(moment.rawValue).sh")
    case .windows: .prefix / "Scripts" / ScriptText(".\(name)-\(moment.rawValue).bat")
    }
  }
}
