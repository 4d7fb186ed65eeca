#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder with all that is below it.
package struct FolderTree: Hashable, Sendable {
  /// What tells whether a file is as it was.
  package struct State: Hashable, Sendable {
    package var size: Int
    package var seconds: Int
    package var nanoseconds: Int

    package init(size: Int, seconds: Int, nanoseconds: Int) {
      self.size = size
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }

    init(_ status: stat) {
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      self.init(
        size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    }
  }

  package let path: String

  package init(_ path: String) { self.path = path }

  /// Bytes of its files; links count nothing.
  package var size: Int {
    var total = 0
    visit { _, status in total += Int(status.st_blocks) * 512 }
    return total
  }

  /// Files and links by path from here, in no order.
  package var states: [String: State] {
    var states: [String: State] = [:]
    visit { name, status in
      if status.st_mode & S_IFMT == S_IFDIR { return }
      states[name] = State(status)
    }
    return states
  }

  package static func state(ofFile path: String) -> State? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return State(status)
  }

  /// Paths of files and links from here, in order.
  package var files: [String] { states.keys.sorted() }

  /// Makes the folder, and those above it.
  package func make() throws(DiskFile.Failure) { try DiskFile(path + "/.").makeFolder() }

  /// Removes all of it, as far as that is possible.
  package func remove() { Self.remove(path) }

  /// Removes folders that nothing but folders is in.
  package func removeIfEmpty() {
    for name in FolderListing.names(in: path) { FolderTree("\(path)/\(name)").removeIfEmpty() }
    rmdir(path)
  }

  private static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    chmod(path, 0o700)
    for name in FolderListing.names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  private func visit(_ body: (_ name: String, _ status: stat) -> Void) {
    var open = [""]
    while let inner = open.popLast() {
      for name in FolderListing.names(in: inner.isEmpty ? path : "\(path)/\(inner)") {
        let part = inner.isEmpty ? name : "\(inner)/\(name)"
        var status = stat()
        guard lstat("\(path)/\(part)", &status) == 0 else { continue }
        body(part, status)
        if status.st_mode & S_IFMT == S_IFDIR { open.append(part) }
      }
    }
  }
}
