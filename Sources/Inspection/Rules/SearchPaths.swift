import Binaries
import Diagnostics

/// The loader's search paths lead from the file into the environment, wherever that is.
enum SearchPaths: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    var files: [SearchPath: [InspectedFile]] = [:]
    for placed in package.binaries where placed.isLoaded {
      for path in placed.binary.searchPaths { files[path, default: []].append(placed.file) }
    }
    return files.sorted { $0.key.path < $1.key.path }.compactMap { path, files in
      let words = ["$ORIGIN", "${ORIGIN}", "@loader_path", "@executable_path"]
      guard let word = words.first(where: { path.path.hasPrefix($0) }) else {
        // Swift's own libraries are part of macOS.
        if path.path.hasPrefix("/usr/lib/swift") { return nil }
        return .absoluteSearchPath(path, in: files.map(\.path))
      }
      let rest = path.path.dropFirst(word.count)
      let outside = files.filter { RelativePath(rest, from: $0.folder) == nil }
      return outside.isEmpty ? nil : .searchPathOutside(path, in: outside.map(\.path))
    }
  }
}

extension Diagnostic {
  static func absoluteSearchPath(_ path: SearchPath, in files: [String]) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "the \(path.kind.rawValue) of \(files.inWords) is '\(path.path)', which is no folder of the "
        + "environment",
      remedy: "link with -Wl,-rpath,$PREFIX/lib, which becomes relative, or with $ORIGIN "
        + "(@loader_path on macOS)")
  }

  static func searchPathOutside(_ path: SearchPath, in files: [String]) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "the \(path.kind.rawValue) of \(files.inWords) is '\(path.path)', which leads out of the "
        + "environment",
      remedy: "count the folders from the file to the environment's root again")
  }
}

extension [String] {
  /// `'a'`, or `'a' and 12 other files`.
  var inWords: String {
    let first = "'\(self.first ?? "")'"
    return switch count {
    case ...1: first
    case 2: "\(first) and 1 other file"
    default: "\(first) and \(count - 1) other files"
    }
  }
}
