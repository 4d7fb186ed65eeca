/// Files of a wheel, and where conda's package has them.
package struct ToolkitFile: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// From the toolkit's folder in the wheel: a file, or a folder with all that is in it.
    case wheel(ToolkitWheel, String)
    /// A link to what another line puts there.
    case link(String)
    /// A library to link with where no driver is installed, made here: no wheel has one.
    case driverStub
    /// Tells nvcc where things are in conda's layout.
    case profile
  }

  var origin: Origin
  /// From the environment's folder.
  var target: String

  static func wheel(_ wheel: ToolkitWheel, _ from: String, to target: String) -> ToolkitFile {
    ToolkitFile(origin: .wheel(wheel, from), target: target)
  }

  static func link(_ target: String, to other: String) -> ToolkitFile {
    ToolkitFile(origin: .link(other), target: target)
  }
}

/// What one requirement puts into an environment.
package struct ToolkitPart: Hashable, Sendable {
  /// conda's name.
  var package: String
  /// `build` is beside the prefix, everything else in it.
  var section: String
  var files: [ToolkitFile]
}
