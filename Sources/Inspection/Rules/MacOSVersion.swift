import Binaries
import Conda
import Diagnostics

/// Binaries run on the oldest macOS that the package allows.
enum MacOSVersion: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    guard package.platform.family == "osx" else { return [] }
    let declared = (package.depends + package.constrains).first { $0.name == "__osx" }
    guard let lowest = declared?.lowestVersion else { return [] }
    return package.binaries.filter(\.isLoaded).compactMap { placed in
      guard let text = placed.binary.minimumSystem, let version = try? Version(text),
        lowest < version
      else { return nil }
      return .macOSTooNew(text, in: placed.path, declared: declared?.text ?? "")
    }
  }
}

extension Diagnostic {
  static func macOSTooNew(_ version: String, in file: String, declared: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(file)' needs macOS \(version), but the package says '\(declared)'",
      remedy: "pass MACOSX_DEPLOYMENT_TARGET on to the compiler, or raise c_stdlib_version")
  }
}
