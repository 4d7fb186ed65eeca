package import Diagnostics

/// One thing that can be wrong with a built package.
///
/// As with recipes' rules each has a file of its own, with its messages at the bottom.
protocol PackageRule: Sendable {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic]
}

/// What is wrong with a built package, whatever system it is for and whatever this one is.
///
///     Inspection().findings(in: package)
///     // error: 'lib/libgenn.so' needs 'libffi.so.8', but 'libffi' is no run dependency […]
package struct Inspection: Hashable, Sendable {
  /// Who brings which library.
  package var owners: LibraryOwners
  /// The GPUs that the package is for, by nvcc's numbers (90); empty where that is left open.
  package var gpuArchitectures: [Int]

  package init(owners: LibraryOwners = .known, gpuArchitectures: [Int] = []) {
    self.owners = owners
    self.gpuArchitectures = gpuArchitectures
  }

  static let rules: [any PackageRule.Type] = [
    BrokenBinaries.self, BinaryPlatform.self, BinaryInNoarch.self, SearchPaths.self,
    LibraryNames.self, NeededLibraries.self, DebugRuntime.self, UnusedLibraries.self,
    GlibcVersion.self, MacOSVersion.self, ExtensionPython.self, BuildPaths.self,
    BrokenLinks.self, GPUArchitectures.self, CUDARequirements.self, Licenses.self,
    PythonMetadata.self, FileOwners.self,
  ]

  package func findings(in package: InspectedPackage) -> [Diagnostic] {
    Self.rules.flatMap { $0.check(package, in: self) }
  }
}
