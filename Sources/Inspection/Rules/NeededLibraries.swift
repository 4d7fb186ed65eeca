import Binaries
import Diagnostics

/// Every library that a binary names is found: beside it, in a package that is depended on, or in
/// the system.
enum NeededLibraries: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    var files: [Problem: [String]] = [:]
    for placed in package.binaries where placed.isLoaded {
      for needed in placed.binary.needed where needed.loading != .ifPresent {
        if let problem = problem(with: needed.name, of: placed, package, context) {
          files[problem, default: []].append(placed.path)
        }
      }
    }
    return files.sorted { ($0.key.library, $0.value[0]) < ($1.key.library, $1.value[0]) }
      .map { $0.finding(in: $1) }
  }

  private enum Problem: Hashable {
    case outOfReach(String, at: String)
    case undeclared(String, packages: [String])
    case missing(String)
    case otherRelease(String, has: String, package: String)
    case unknown(String)

    var library: String {
      switch self {
      case .outOfReach(let library, _), .undeclared(let library, _), .missing(let library),
        .otherRelease(let library, _, _), .unknown(let library):
        library
      }
    }

    func finding(in files: [String]) -> Diagnostic {
      switch self {
      case .outOfReach(let library, let place): .libraryOutOfReach(library, at: place, from: files)
      case .undeclared(let library, let packages):
        .undeclaredLibrary(library, in: files, packages: packages)
      case .missing(let library): .libraryMissing(library, in: files)
      case .otherRelease(let library, let other, let package):
        .libraryOfOtherRelease(library, has: other, package: package, in: files)
      case .unknown(let library): .unknownLibrary(library, in: files)
      }
    }
  }

  private static func problem(
    with library: String, of placed: PlacedBinary, _ package: InspectedPackage,
    _ context: Inspection
  ) -> Problem? {
    let format = placed.binary.format
    if SystemLibraries.contain(library, for: format) || DebugRuntime.isDebugging(library) {
      return nil
    }
    let candidates = LibrarySearch(placed).candidates(for: library)
    let name = LibraryOwners.name(of: library)
    let own = package.files.filter { $0.fileName.lowercased() == name }.map(\.path)
    if let first = own.first {
      let isFound = candidates.contains { candidate in
        own.contains { format == .pe ? $0.lowercased() == candidate.lowercased() : $0 == candidate }
      }
      return isFound ? nil : .outOfReach(library, at: first)
    }
    if let (other, owner) = context.owners.otherRelease(of: library) {
      return .otherRelease(library, has: other, package: owner)
    }
    let owners = context.owners.packages(with: library)
    if owners.isEmpty {
      return context.owners.isEnvironment ? .missing(library) : .unknown(library)
    }
    guard owners.contains(where: package.depends(on:)) else {
      return .undeclared(library, packages: owners.sorted())
    }
    // The folders of a program serve the libraries that it loads, too: only programs need them.
    let place = "lib/\(library.split(separator: "/").last ?? "")"
    if placed.binary.kind == .executable, format != .pe, !candidates.contains(place) {
      return .outOfReach(library, at: place)
    }
    return nil
  }
}

extension Diagnostic {
  static func undeclaredLibrary(
    _ library: String, in files: [String], packages: [String]
  ) -> Diagnostic {
    let owners = packages.map { "'\($0)'" }.joined(separator: " or ")
    return Diagnostic(
      .error, at: nil,
      "\(files.inWords) needs '\(library)', but \(owners) is no run dependency",
      remedy: "name \(packages[0]) in host, whose run exports add it, or in run")
  }

  static func libraryOutOfReach(
    _ library: String, at place: String, from files: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "\(files.inWords) needs '\(library)', but no search path leads to '\(place)'",
      remedy: "link with an rpath from the file to that folder ($ORIGIN, or @loader_path on macOS)")
  }

  static func libraryMissing(_ library: String, in files: [String]) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "\(files.inWords) needs '\(library)', which nothing in the environment has",
      remedy: "name the package that brings it in host or run")
  }

  static func libraryOfOtherRelease(
    _ library: String, has other: String, package: String, in files: [String]
  ) -> Diagnostic {
    let toolkit = LibraryOwners.isOfToolkit(library)
    return Diagnostic(
      .error, at: nil,
      "\(files.inWords) needs '\(library)', and the environment's '\(package)' has '\(other)': "
        + (toolkit ? "another CUDA toolkit was linked with" : "another release was linked with"),
      remedy: toolkit
        ? "let CUDA_PATH and -L lead to the toolkit in host while building"
        : "look which of both the build's -L and pkg-config find first")
  }

  static func unknownLibrary(_ library: String, in files: [String]) -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "\(files.inWords) needs '\(library)', and no package is known here that brings it",
      remedy: "give the environment that the package is installed in with --environment")
  }
}
