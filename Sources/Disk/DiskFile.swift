#if canImport(Glibc)
  import Glibc
  private let systemRead = Glibc.read
  private let systemWrite = Glibc.write
#elseif canImport(Darwin)
  import Darwin
  private let systemRead = Darwin.read
  private let systemWrite = Darwin.write
#endif

/// A file on disk, read whole and written whole.
package struct DiskFile {
  package var path: String

  package init(_ path: String) { self.path = path }

  package struct Failure: Error, CustomStringConvertible {
    package var operation: String
    package var path: String
    package var code: Int32

    package init(operation: String, path: String, code: Int32) {
      self.operation = operation
      self.path = path
      self.code = code
    }

    package var description: String {
      "can't \(operation) \(path): \(String(cString: strerror(code)))"
    }
  }

  private func failure(_ operation: String) -> Failure {
    Failure(operation: operation, path: path, code: errno)
  }

  /// As it is where it can't be resolved.
  package var absolutePath: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package var exists: Bool { access(path, F_OK) == 0 }

  package func bytes() throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("read") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = systemRead(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  package func read() throws(Failure) -> String { String(decoding: try bytes(), as: UTF8.self) }

  /// Changes what it holds and nothing else: its name, owner and permissions stay.
  package func overwrite(_ bytes: [UInt8]) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("write") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write") }
      rest = rest.dropFirst(count)
    }
  }

  package func makeExecutable() throws(Failure) {
    guard chmod(path, 0o755) == 0 else { throw failure("change") }
  }

  /// Writes beside the file; ``Staged/commit()`` then gives it the file's name, all at once.
  package func stage(_ text: String) throws(Failure) -> Staged { try stage(Array(text.utf8)) }

  package func stage(_ content: [UInt8]) throws(Failure) -> Staged {
    try makeFolder()
    let neighbour = DiskFile("\(path).new-\(getpid())")
    let descriptor = open(neighbour.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("write") }
    var bytes = content[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = failure("write")
        close(descriptor)
        unlink(neighbour.path)
        throw failure
      }
      bytes = bytes.dropFirst(count)
    }
    guard close(descriptor) == 0 else {
      let failure = failure("write")
      unlink(neighbour.path)
      throw failure
    }
    return Staged(neighbour: neighbour, file: self)
  }

  /// All of it or nothing.
  package func write(_ text: String) throws(Failure) { try stage(text).commit() }
  package func write(_ bytes: [UInt8]) throws(Failure) { try stage(bytes).commit() }

  /// A text that has no name yet.
  package struct Staged {
    var neighbour, file: DiskFile

    package func commit() throws(Failure) {
      guard rename(neighbour.path, file.path) == 0 else {
        let failure = file.failure("write")
        unlink(neighbour.path)
        throw failure
      }
    }

    package func discard() { unlink(neighbour.path) }
  }

  /// The folders that the file lies in.
  package func makeFolder() throws(Failure) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += folder.isEmpty && !part.isEmpty ? String(part) : "/\(part)"
      if part.isEmpty { continue }
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
        throw Failure(operation: "make folder", path: folder, code: errno)
      }
    }
  }

  package func remove() throws(Failure) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove") }
  }

  /// A file, or a folder with all that is in it; links are removed and not followed.
  package func removeAll() throws(Failure) {
    let entry = DiskEntry(path, followsLinks: false)
    guard entry.kind == .folder else { return try remove() }
    for name in entry.names { try DiskFile("\(path)/\(name)").removeAll() }
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure("remove") }
  }

  package func move(to other: String) throws(Failure) {
    guard rename(path, other) == 0 else { throw failure("move") }
  }
}
