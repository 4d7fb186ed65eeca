/// A path or URL that ends in the file of a package:
/// `…/linux-64/numpy-2.0.1-py312h1234567_0.conda`.
struct PackageArchive {
  let folder: String?
  let fileName: String
  let isURL: Bool

  /// Name, version and build in the file name; names may hold dashes, the others don't.
  var identity: (name: String, version: String, build: String)? {
    guard let stem = Self.stem(Array(fileName.utf8)[...]) else { return nil }
    let dash = UInt8(ascii: "-")
    guard let second = stem.lastIndex(of: dash),
      let first = stem[..<second].lastIndex(of: dash), first > stem.startIndex
    else { return nil }
    return (
      stem[..<first].text, stem[(first + 1)..<second].text, stem[(second + 1)...].text
    )
  }

  init(_ bytes: ArraySlice<UInt8>) {
    let slash = bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    folder = slash.map { bytes[..<$0].text }
    fileName = bytes[(slash.map { $0 + 1 } ?? bytes.startIndex)...].text
    isURL = Self.scheme(of: bytes) != nil
  }

  static func isNamed(_ bytes: ArraySlice<UInt8>) -> Bool { stem(bytes) != nil }

  private static func stem(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if bytes.hasSuffix(".conda") { return bytes.dropLast(6) }
    return bytes.hasSuffix(".tar.bz2") ? bytes.dropLast(8) : nil
  }

  /// `https` of `https://…`.
  static func scheme(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let scheme = bytes.prefix(while: \.isAlphanumeric)
    guard let first = scheme.first, first.isLetter, scheme.count <= 11 else { return nil }
    return bytes[scheme.endIndex...].hasPrefix("://") ? scheme : nil
  }
}
