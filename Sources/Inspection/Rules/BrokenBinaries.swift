import Binaries
import Diagnostics

/// A file that begins as a binary is one.
enum BrokenBinaries: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    package.files.compactMap { file in
      file.defect.map { .brokenBinary(file.path, reason: $0.description) }
    }
  }
}

extension Diagnostic {
  static func brokenBinary(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' is broken: \(reason)",
      remedy: "look whether the build was cut off, or a tool rewrote the file")
  }
}
