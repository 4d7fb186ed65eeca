/// The files of a feedstock and of the pinning that it is re-rendered with, by path.
package struct Feedstock: Sendable {
  /// Relative to the feedstock's root: `conda-forge.yml`, `recipe/meta.yaml`, …
  package var files: [String: [UInt8]]
  /// The pinning's `conda_build_config.yaml`.
  package var pinning: [UInt8]
  /// How findings name the pinning.
  package var pinningName: String
  /// The pinning's migrations by file name; nil where the pinning comes without any.
  package var pinningMigrations: [String: [UInt8]]?
  /// How findings name the folder that they lie in.
  package var pinningMigrationsName: String
  /// Values that stand for those of all files, as one more variant file.
  package var overrides: [(key: String, values: [String])] = []

  package init(
    files: [String: [UInt8]], pinning: [UInt8], pinningName: String = "conda_build_config.yaml",
    pinningMigrations: [String: [UInt8]]? = nil, pinningMigrationsName: String = "migrations"
  ) {
    self.files = files
    self.pinning = pinning
    self.pinningName = pinningName
    self.pinningMigrations = pinningMigrations
    self.pinningMigrationsName = pinningMigrationsName
  }

  func text(_ path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }
}
