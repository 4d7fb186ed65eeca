import Binaries

/// Where the loader looks for the libraries of one binary, inside the environment.
struct LibrarySearch {
  private let file: InspectedFile
  private let binary: Binary

  init(_ placed: PlacedBinary) {
    file = placed.file
    binary = placed.binary
  }

  /// The folders of its own search paths that lie in the environment.
  var folders: [RelativePath] {
    switch binary.format {
    case .elf: binary.searchPaths.compactMap { folder($0.path, after: "$ORIGIN", "${ORIGIN}") }
    case .machO: binary.searchPaths.compactMap { folder($0.path, after: "@loader_path") }
    // Beside the file, and what activation or Python puts on the path.
    case .pe:
      [
        file.folder, "", "Library/bin", "Library/usr/bin", "Library/mingw-w64/bin", "Scripts",
        "bin",
      ]
      .compactMap { RelativePath($0, from: "") }
    }
  }

  /// Where a library can be, in the order of looking.
  func candidates(for library: String) -> [String] {
    guard binary.format == .machO else { return folders.map { $0.file(library) } }
    if let rest = library.suffix(after: "@rpath/") {
      return folders.compactMap { RelativePath(rest, from: $0.text)?.text }
    }
    for word in ["@loader_path/", "@executable_path/"] {
      if let rest = library.suffix(after: word) {
        return RelativePath(rest, from: file.folder).map { [$0.text] } ?? []
      }
    }
    return []
  }

  private func folder(_ path: String, after words: String...) -> RelativePath? {
    for word in words {
      if let rest = path.suffix(after: word) { return RelativePath(rest, from: file.folder) }
    }
    return nil
  }
}

extension String {
  func suffix(after prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
