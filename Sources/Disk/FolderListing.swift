#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What lies in a folder.
package enum FolderListing {
  /// Paths of all files below a folder, relative to it; empty where there is no such folder.
  package static func files(below folder: String, depth: Int = 8) -> [String] {
    var files: [String] = []
    for name in names(in: folder) {
      if isFolder("\(folder)/\(name)") {
        guard depth > 0, name != ".git" else { continue }
        files += self.files(below: "\(folder)/\(name)", depth: depth - 1).map { "\(name)/\($0)" }
      } else {
        files.append(name)
      }
    }
    return files
  }

  package static func isFolder(_ path: String) -> Bool {
    guard let directory = opendir(path) else { return false }
    closedir(directory)
    return true
  }

  package static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
