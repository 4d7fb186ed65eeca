/// A channel as specs name it: `conda-forge`, `conda-forge/linux-64`, or a URL.
package struct Channel: Hashable, Sendable {
  /// The name that tools print.
  package let name: String
  /// What was written behind the name, if it is a platform.
  package let subdir: String?

  private static let repository = "https://repo.anaconda.com/"

  package init(_ text: String, dialect: Dialect = .conda) {
    let slash = UInt8(ascii: "/")
    var name = Array(text.utf8)[...]
    while name.last == slash { name = name.dropLast() }
    var subdir: String?
    if let end = name.lastIndex(of: slash) {
      let last = name[(end + 1)...].text
      if Platform.known.contains(last) {
        subdir = last
        name = name[..<end]
      }
    }
    self.subdir = subdir
    if name.hasPrefix("https://conda.anaconda.org/") {
      name = name.dropFirst("https://conda.anaconda.org/".utf8.count)
    }
    // To conda these are one channel, but for somebody who writes the whole URL.
    let isDefault = name.elementsEqual("pkgs/main".utf8) || name.elementsEqual("pkgs/r".utf8)
    self.name = isDefault && !dialect.isRattler ? "defaults" : name.text
  }

  /// Whether records of another channel will do.
  func accepts(_ other: Channel) -> Bool {
    if name.utf8.contains(UInt8(ascii: "*")) { return Glob(conda: name).matches(other.name) }
    let unprefixed =
      other.name.hasPrefix(Self.repository)
      ? Channel(String(other.name.dropFirst(Self.repository.count))).name : other.name
    return name == other.name || name == unprefixed
  }
}
