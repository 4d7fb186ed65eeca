/// The texts that findings point into, by the file name that their locations carry.
///
/// The caller has read the files (or made them); rendering never touches the disk.
package struct SourceTexts: Hashable, Sendable {
  package private(set) var texts: [String: String]

  package init(_ texts: [String: String] = [:]) { self.texts = texts }

  package mutating func add(_ text: String, as file: String) { texts[file] = text }

  /// The line, counted from 1 and without its end; nil when the file is unknown or shorter.
  ///
  /// A line ends at `\n`, `\r\n` or `\r`, as in Swift and in YAML.
  package func line(_ number: Int, of file: String) -> String? {
    guard number >= 1, let text = texts[file] else { return nil }
    var current = 1
    var start = text.utf8.startIndex
    var index = start
    while index < text.utf8.endIndex {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      guard byte == 0x0A || byte == 0x0D else {
        index = next
        continue
      }
      if current == number { return String(text[start..<index]) }
      let pair = byte == 0x0D && next < text.utf8.endIndex && text.utf8[next] == 0x0A
      index = pair ? text.utf8.index(after: next) : next
      start = index
      current += 1
    }
    return current == number ? String(text[start...]) : nil
  }
}
