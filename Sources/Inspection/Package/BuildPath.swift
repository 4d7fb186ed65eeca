#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path of the building machine in a file, which means nothing where the file is installed.
package struct BuildPath: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// The environment of the compilers, gone after the build.
    case buildEnvironment
    /// The environment of the libraries; the installer replaces it only where it was recorded.
    case hostEnvironment
    /// The source's folder, as in the texts of assertions.
    case source
  }

  package var kind: Kind
  /// What stands in the file, up to the first letter that ends a path, or the first 200 bytes.
  package var text: String

  /// The folders that conda-build and rattler-build work in, wherever these are.
  private static let known: [(String, Kind)] = [
    ("_build_env", .buildEnvironment), ("_h_env_placehold", .hostEnvironment),
    ("host_env_placehold", .hostEnvironment), ("/conda-bld/", .source),
    ("/feedstock_root/build_artifacts/", .source), ("/rattler-build_", .source),
    ("\\rattler-build_", .source),
  ]

  /// The first of each kind in the bytes of a file.
  static func all(in bytes: [UInt8], folders: [String], placeholder: String?) -> [BuildPath] {
    var found: [BuildPath] = []
    for (needle, kind) in folders.map({ ($0, Kind.source) }) + known {
      if found.contains(where: { $0.kind == kind }) { continue }
      var start = 0
      while let index = first(needle, in: bytes, from: start) {
        start = index + needle.utf8.count
        if let placeholder, isInside(placeholder, needle, at: index, of: bytes) { continue }
        let text = path(around: index, in: bytes)
        found.append(BuildPath(kind: innermost(of: text) ?? kind, text: text))
        break
      }
    }
    return found
  }

  /// Whether the hit is the one in the placeholder, which is longer than what is quoted of a path.
  private static func isInside(
    _ placeholder: String, _ needle: String, at index: Int, of bytes: [UInt8]
  ) -> Bool {
    guard let range = placeholder.firstRange(of: needle) else { return false }
    let start =
      index - placeholder.utf8.distance(from: placeholder.startIndex, to: range.lowerBound)
    return start >= 0 && bytes[start...].starts(with: placeholder.utf8)
  }

  /// A path through several of the folders is of the innermost.
  private static func innermost(of text: String) -> Kind? {
    known.first { $0.1 != .source && text.contains($0.0) }?.1
  }

  private static func first(_ needle: String, in bytes: [UInt8], from start: Int) -> Int? {
    let word = Array(needle.utf8)
    return bytes.withUnsafeBytes { bytes in
      var at = start
      while at + word.count <= bytes.count {
        guard let base = bytes.baseAddress, let letter = word.first,
          let hit = memchr(base + at, Int32(letter), bytes.count - word.count + 1 - at)
        else { return nil }
        at = UnsafeRawPointer(hit) - base
        if memcmp(hit, word, word.count) == 0 { return at }
        at += 1
      }
      return nil
    }
  }

  private static func path(around index: Int, in bytes: [UInt8]) -> String {
    let isPart = { (byte: UInt8) in
      byte > 0x20 && byte != 0x7F && !#"'"<>;,()|"#.utf8.contains(byte)
    }
    var start = index
    while start > 0, index - start < 200, isPart(bytes[start - 1]), bytes[start - 1] != 0x3A {
      start -= 1
    }
    // `-I/a`, `path=/a` and `file:///a` begin before the path.
    let slash = UInt8(ascii: "/")
    if let first = bytes[start...index].firstIndex(of: slash) { start = first }
    while start < index, bytes[start] == slash, bytes[start + 1] == slash { start += 1 }
    let end = bytes[index...].prefix(200).firstIndex { !isPart($0) || $0 == 0x3A }
    return String(decoding: bytes[start..<(end ?? min(index + 200, bytes.count))], as: UTF8.self)
  }
}
