#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What lies at a path.
package struct DiskEntry {
  package enum Kind { case file, folder, other, absent }

  package let path: String
  package let kind: Kind
  package let size: Int
  /// When its content was written last.
  package let changed: CalendarDay?

  package init(_ path: String, followsLinks: Bool = true) {
    self.path = path
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      (kind, size, changed) = (.absent, 0, nil)
      return
    }
    size = Int(status.st_size)
    #if canImport(Darwin)
      changed = CalendarDay(seconds: status.st_mtimespec.tv_sec)
    #else
      changed = CalendarDay(seconds: status.st_mtim.tv_sec)
    #endif
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
  }

  /// What a link says, which may lead nowhere; nil for anything else.
  package var linkTarget: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What a folder holds, in the order of names.
  package var names: [String] { FolderListing.names(in: path) }
}
