import Binaries
import Diagnostics

/// A dependency that only brings libraries is there because a binary needs one.
enum UnusedLibraries: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    let loaded = package.binaries.filter(\.isLoaded)
    guard !loaded.isEmpty else { return [] }
    let used = Set(
      loaded.flatMap { $0.binary.needed }.flatMap { context.owners.packages(with: $0.name) })
    return package.depends.map(\.name)
      .filter { LibraryOwners.libraryPackages.contains($0) && !used.contains($0) }
      .map { .unusedLibrary($0) }
  }
}

extension Diagnostic {
  static func unusedLibrary(_ package: String) -> Diagnostic {
    Diagnostic(
      .note, at: nil, "'\(package)' is a run dependency, but no binary needs a library of it",
      remedy: "leave it where something loads it later, else ignore its run exports")
  }
}
