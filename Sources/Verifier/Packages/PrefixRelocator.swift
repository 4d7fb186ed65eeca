import Binaries
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Frees files of the folder that they were built for, as conda-build and conda do.
struct PrefixRelocator {
  enum Mode: String { case text, binary }

  let placeholder: String

  /// How the placeholder stands in a file; nil if it doesn't.
  func mode(of path: String) throws(DiskFile.Failure) -> Mode? {
    guard DiskEntry(path, followsLinks: false).kind == .file else { return nil }
    let bytes = try DiskFile(path).bytes()
    guard ByteSearch.first(placeholder, in: bytes, from: 0) != nil else { return nil }
    return bytes.contains(0) ? .binary : .text
  }

  /// Turns search paths below the prefix into paths from the library's own folder. The new text is
  /// shorter than the old one, so it has room in its place.
  func relocateSearchPaths(of file: String, in folder: String) throws(DiskFile.Failure) {
    let path = "\(folder)/\(file)"
    guard DiskEntry(path, followsLinks: false).kind == .file else { return }
    var bytes = try DiskFile(path).bytes()
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]),
      let binaries = try? Binary.all(in: bytes), let binary = binaries.first
    else { return }
    let written = binary.searchPaths.map(\.path)
    guard written.contains(where: { $0.hasPrefix(placeholder) }) else { return }
    let depth = file.split(separator: "/").count - 1
    let top = "$ORIGIN" + String(repeating: "/..", count: depth)
    var relocated: [String] = []
    for path in written {
      let path = path.hasPrefix(placeholder) ? top + path.dropFirst(placeholder.count) : path
      if !relocated.contains(path) { relocated.append(path) }
    }
    let (old, new) = (written.joined(separator: ":"), relocated.joined(separator: ":"))
    guard let start = ByteSearch.first(old, in: bytes, from: 0), new.utf8.count <= old.utf8.count
    else { return }
    let padding = repeatElement(UInt8(0), count: old.utf8.count - new.utf8.count)
    bytes.replaceSubrange(start..<start + old.utf8.count, with: Array(new.utf8) + padding)
    try DiskFile(path).overwrite(bytes)
  }

  /// Puts the environment's folder in the placeholder's place.
  func replace(
    in path: String, by prefix: String, mode: Mode
  ) throws(DiskFile.Failure) {
    let bytes = try DiskFile(path).bytes()
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    let needle = placeholder
    while let hit = ByteSearch.first(needle, in: bytes, from: start) {
      result += bytes[start..<hit]
      guard mode == .binary else {
        result += prefix.utf8
        start = hit + needle.utf8.count
        continue
      }
      // A C string keeps its length: what the shorter folder leaves is filled behind its end.
      let end = bytes[hit...].firstIndex(of: 0) ?? bytes.count
      let text = String(decoding: bytes[hit..<end], as: UTF8.self).replacing(needle, with: prefix)
      result += text.utf8
      result += repeatElement(0, count: max(0, end - hit - text.utf8.count))
      start = end
    }
    result += bytes[start...]
    try DiskFile(path).overwrite(result)
  }
}

/// Looks for a text in bytes.
enum ByteSearch {
  static func first(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let word = Array(text.utf8)
    guard let letter = word.first else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var at = start
      while at + word.count <= bytes.count {
        guard let base = bytes.baseAddress,
          let hit = memchr(base + at, Int32(letter), bytes.count - word.count + 1 - at)
        else { return nil }
        at = UnsafeRawPointer(hit) - base
        if memcmp(hit, word, word.count) == 0 { return at }
        at += 1
      }
      return nil
    }
  }
}
