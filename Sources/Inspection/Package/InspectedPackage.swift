import Binaries
package import Conda

/// A conda package as it lies unpacked on a disk, as far as its inspection needs it.
package struct InspectedPackage: Hashable, Sendable {
  package var name: String
  package var version: String
  package var build: String
  package var platform: Platform
  /// What is installed with it.
  package var depends: [Requirement]
  /// What may be installed beside it.
  package var constrains: [Requirement]
  package var license: String?
  /// Below `info/licenses`.
  package var licenseFiles: [String]
  /// What is linked into the environment, by path.
  package var files: [InspectedFile]

  package init(
    name: String, version: String, build: String, platform: Platform,
    depends: [String] = [], constrains: [String] = [], license: String? = nil,
    licenseFiles: [String] = [], files: [InspectedFile] = []
  ) {
    self.name = name
    self.version = version
    self.build = build
    self.platform = platform
    self.depends = depends.map { Requirement($0) }
    self.constrains = constrains.map { Requirement($0) }
    self.license = license
    self.licenseFiles = licenseFiles
    self.files = files.sorted { $0.path < $1.path }
  }

  package func depends(on name: String) -> Bool { depends.contains { $0.name == name } }

  /// The binaries, each with the file that it is in.
  var binaries: [PlacedBinary] {
    files.flatMap { file in file.binaries.map { PlacedBinary(file: file, binary: $0) } }
  }
}

/// A binary and where it lies.
struct PlacedBinary {
  var file: InspectedFile
  var binary: Binary

  var path: String { file.path }
  /// Loaded by a machine's loader, which objects to be linked are not.
  var isLoaded: Bool { binary.kind == .executable || binary.kind == .library }
}
