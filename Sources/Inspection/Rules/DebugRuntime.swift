import Binaries
import Diagnostics

/// Nothing needs the debugging runtime of Visual C++, which may not be passed on.
enum DebugRuntime: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    package.binaries.filter { $0.binary.format == .pe }.flatMap { placed in
      placed.binary.needed.map(\.name).filter(isDebugging).map {
        .debugRuntime($0, in: placed.path)
      }
    }
  }

  /// `VCRUNTIME140D.dll`, `ucrtbased.dll`
  static func isDebugging(_ library: String) -> Bool {
    let name = library.lowercased()
    return name == "ucrtbased.dll"
      || ["vcruntime140", "msvcp140", "concrt140"].contains {
        name.hasPrefix($0) && name.hasSuffix("d.dll")
      }
  }
}

extension Diagnostic {
  static func debugRuntime(_ library: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(file)' needs '\(library)', which no user has",
      remedy: "build the release configuration: /MD in place of /MDd")
  }
}
