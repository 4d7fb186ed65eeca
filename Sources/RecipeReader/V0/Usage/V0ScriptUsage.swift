/// Which variables the build scripts use.
enum V0ScriptUsage {
  /// Whether conda-build looks into the file at all.
  static func isScript(_ name: String) -> Bool { name.hasSuffix(".sh") || name.hasSuffix(".bat") }

  /// `$NAME` or `${NAME}` where it is the first dollar sign of its line.
  static func shell(_ script: String, _ keys: [String]) -> Set<String> {
    let text = Array(script.utf8)
    var found: Set<String> = []
    let known = Set(keys)
    var isFirst = true
    for (index, byte) in text.enumerated() {
      if byte == 0x0A { isFirst = true }
      guard byte == UInt8(ascii: "$"), isFirst else { continue }
      isFirst = false
      var start = index + 1
      if start < text.count, text[start] == UInt8(ascii: "{") { start += 1 }
      start = PythonText.endOfSpace(in: text[...], from: start)
      var end = start
      while end < text.count, JinjaScanner.isNamePart(text[end]) { end += 1 }
      let behind = PythonText.endOfSpace(in: text[...], from: end)
      let isClosed =
        behind > end || (end < text.count && "|}".utf8.contains(text[end]))
      if isClosed {
        let name = String(decoding: text[start..<end], as: UTF8.self)
        if known.contains(name) { found.insert(name) }
      }
    }
    return found
  }

  /// `%NAME%`
  static func batch(_ script: String, _ keys: [String]) -> Set<String> {
    let parts = script.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
    let names = Set(parts.dropFirst().dropLast().map { String(Substring($0)) })
    return Set(keys.filter(names.contains))
  }
}
