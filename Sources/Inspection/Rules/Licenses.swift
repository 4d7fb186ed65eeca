import Diagnostics

/// The package carries its license.
enum Licenses: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    (package.license == nil ? [.licenseUnstated()] : [])
      + (package.licenseFiles.isEmpty && !package.files.isEmpty ? [.licenseFileMissing()] : [])
  }
}

extension Diagnostic {
  static func licenseUnstated() -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the package states no license",
      remedy: "write license in the recipe's about, by its SPDX name")
  }

  static func licenseFileMissing() -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the package holds no license file (info/licenses)",
      remedy: "name it in the recipe's about: license_file")
  }
}
