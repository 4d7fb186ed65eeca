import Binaries
import Conda
import Diagnostics

/// Binaries ask for no newer glibc than the package does.
enum GlibcVersion: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    guard package.platform.family == "linux" else { return [] }
    var newest: (version: Version, path: String)?
    for placed in package.binaries where placed.isLoaded {
      for text in placed.binary.needed.flatMap(\.symbolVersions) {
        guard let number = text.suffix(after: "GLIBC_"), let version = try? Version(String(number))
        else { continue }
        if newest.map({ $0.version < version }) ?? true { newest = (version, placed.path) }
      }
    }
    guard let newest else { return [] }
    guard
      let declared = (package.depends + package.constrains).first(where: { $0.name == "__glibc" })
    else { return [.glibcUnstated(newest.version.text, in: newest.path)] }
    guard let lowest = declared.lowestVersion, lowest < newest.version else { return [] }
    return [.glibcTooNew(newest.version.text, in: newest.path, declared: declared.text)]
  }
}

extension Diagnostic {
  static func glibcTooNew(_ version: String, in file: String, declared: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(file)' needs glibc \(version), but the package says '\(declared)'",
      remedy: "compile with compiler('c') and its sysroot, or raise c_stdlib_version")
  }

  static func glibcUnstated(_ version: String, in file: String) -> Diagnostic {
    Diagnostic(
      .warning, at: nil, "'\(file)' needs glibc \(version), and the package asks for none",
      remedy: "name stdlib('c') in build, whose run exports do")
  }
}
