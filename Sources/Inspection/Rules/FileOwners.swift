import Diagnostics

/// No file of the package is another package's, too.
enum FileOwners: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    package.files.compactMap { file in
      guard let owner = context.owners.files[file.path], owner != package.name else { return nil }
      return .clobberedFile(file.path, owner: owner)
    }
  }
}

extension Diagnostic {
  static func clobberedFile(_ path: String, owner: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' is a file of '\(owner)', too: the later one overwrites it",
      remedy: "keep it out of the package, or don't install what another package brings")
  }
}
