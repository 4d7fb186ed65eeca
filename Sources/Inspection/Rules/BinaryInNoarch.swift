import Binaries
import Conda
import Diagnostics

/// A package for every platform holds nothing that only one of them runs.
enum BinaryInNoarch: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    guard package.platform == .noarch else { return [] }
    return package.binaries.filter(\.isLoaded).map {
      .noarchBinary($0.path, $0.binary.format.rawValue)
    }
  }
}

extension Diagnostic {
  static func noarchBinary(_ path: String, _ format: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' is a binary (\(format)) in a noarch package",
      remedy: "take 'noarch' out of the recipe, or keep the file out of the package")
  }
}
