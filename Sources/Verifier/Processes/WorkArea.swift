package import Diagnostics
import Disk
package import KernelCompiler

#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of one verification's own, for what it generates and builds.
package struct WorkArea: Hashable, Sendable {
  /// Absolute.
  package let path: String

  /// Makes a new folder that nobody else can read, in TMPDIR or /tmp.
  package static func make() throws(Diagnostic) -> WorkArea {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let pattern = FilePath(parent.isEmpty ? "/tmp" : parent).appending("gennforge-XXXXXX")
    var bytes = Array(pattern.string.utf8CString)
    guard mkdtemp(&bytes) != nil else {
      throw .noWorkArea(pattern.string, "\(Errno(rawValue: errno))")
    }
    let name = bytes.dropLast().map { UInt8(bitPattern: $0) }
    return WorkArea(path: String(decoding: name, as: UTF8.self))
  }

  /// The path of a file in the area.
  package func file(_ name: String) -> String { FilePath(path).appending(name).string }

  /// Makes a folder in the area, and gives its path.
  package func makeFolder(_ name: String) throws(Diagnostic) -> String {
    guard mkdir(file(name), 0o700) == 0 else {
      throw .notWritten(file(name), "\(Errno(rawValue: errno))")
    }
    return file(name)
  }

  package func write(_ text: String, to name: String) throws(Diagnostic) {
    do {
      let file = try FileDescriptor.open(
        FilePath(path).appending(name), .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite])
      try file.closeAfter { _ = try file.writeAll(text.utf8) }
    } catch {
      throw .notWritten(file(name), "\(error)")
    }
  }

  /// Writes what a C++ program reads.
  package func write(_ layout: NetworkLayout, to name: String) throws(Diagnostic) {
    do {
      let file = try FileDescriptor.open(
        FilePath(path).appending(name), .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite])
      try file.closeAfter { try layout.write { bytes in _ = try file.writeAll(bytes) } }
    } catch {
      throw .notWritten(file(name), "\(error)")
    }
  }

  /// Removes the folder with everything in it, as far as that is possible.
  package func remove() { FolderTree(path).remove() }
}

extension Diagnostic {
  static func noWorkArea(_ path: String, _ reason: String) -> Self {
    Diagnostic(
      .error, at: nil, "no folder '\(path)' could be made: \(reason)",
      remedy: "set TMPDIR to a folder that can be written")
  }

  static func notWritten(_ path: String, _ reason: String) -> Self {
    Diagnostic(
      .error, at: nil, "'\(path)' could not be written: \(reason)",
      remedy: "make space, or set TMPDIR to another folder")
  }
}
