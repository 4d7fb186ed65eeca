/// A Python distribution's `METADATA`, as far as a package of conda repeats it (PEP 566, PEP 508).
struct CoreMetadata {
  var name = ""
  var version = ""
  /// Names of what is needed always: those with a marker or an extra are left out.
  var requirements: [String] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // The description follows the first empty line.
      if line.isEmpty || line == "\r" { break }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingSpaces()
      switch line[..<colon].lowercased() {
      case "name": name = value
      case "version": version = value
      case "requires-dist" where !value.contains(";"):
        requirements.append(
          String(value.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }))
      default: break
      }
    }
  }

  /// PEP 503: `Foo_Bar.baz` is `foo-bar-baz`.
  static func normal(_ name: String) -> String {
    var normal = ""
    for character in name.lowercased() {
      if !"-_.".contains(character) {
        normal.append(character)
      } else if normal.last != "-" {
        normal.append("-")
      }
    }
    return normal
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
