/// One line and what conda-build's patterns find around a variable's name in it.
struct V0UsageLine {
  let bytes: ArraySlice<UInt8>
  private let patterns: V0UsagePatterns

  init(_ bytes: ArraySlice<UInt8>, _ patterns: V0UsagePatterns = .newest) {
    self.bytes = bytes
    self.patterns = patterns
  }

  func occurrences(of text: String) -> [Int] {
    let part = Array(text.utf8)
    guard bytes.count >= part.count else { return [] }
    return (bytes.startIndex...(bytes.endIndex - part.count)).filter {
      bytes[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  private func skipBack(_ end: Int) -> Int { PythonText.startOfSpace(in: bytes, before: end) }

  private func ends(_ end: Int, with text: String) -> Int? {
    let start = end - text.utf8.count
    guard start >= bytes.startIndex, bytes[start..<end].elementsEqual(text.utf8) else { return nil }
    return start
  }

  private func has(_ text: String, from start: Int) -> Bool {
    start <= bytes.endIndex && occurrences(of: text).contains { $0 >= start }
  }

  private static func isIdentifierPart(_ byte: UInt8) -> Bool {
    byte < 0x80 && JinjaScanner.isNamePart(byte)
  }

  /// `{{ name … }}`, also inside `pin_…('name`.
  func isPrinted(_ name: Range<Int>) -> Bool {
    guard opens(before: name.lowerBound) else { return false }
    let rest = bytes[name.upperBound...]
    if patterns < .since24_11 {
      let part = rest.prefix { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
      return !V0UsageLine(part).occurrences(of: "}}").isEmpty
    }
    if rest.starts(with: "}}".utf8), patterns >= .since26_7 { return true }
    guard let next = rest.first, !Self.isIdentifierPart(next) else { return false }
    return has("}}", from: name.upperBound + scalarWidth(next))
  }

  private func scalarWidth(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private func opens(before start: Int) -> Bool {
    if ends(skipBack(start), with: "{") != nil { return true }
    guard start > bytes.startIndex,
      bytes[start - 1] == UInt8(ascii: "'") || bytes[start - 1] == UInt8(ascii: "\""),
      let call = ends(skipBack(start - 1), with: "(")
    else { return false }
    var index = call
    while index > bytes.startIndex, bytes[index - 1] >= UInt8(ascii: "a"),
      bytes[index - 1] <= UInt8(ascii: "z")
    {
      index -= 1
    }
    guard index < call, let pin = ends(index, with: "pin_") else { return false }
    return ends(skipBack(pin), with: "{") != nil
  }

  /// `{% if … name … %}`
  func isInCondition(_ name: Range<Int>) -> Bool {
    closesTag(name.upperBound)
      && tagStarts.contains { start in
        var word = start
        if bytes[word...].starts(with: "el".utf8) { word += 2 }
        return bytes[word...].starts(with: "if".utf8) && word + 2 <= name.lowerBound
      }
  }

  /// `{% for … in name … %}`
  func isIterated(_ name: Range<Int>) -> Bool {
    guard patterns >= .since24_9, isWordEnd(name.upperBound), closesTag(name.upperBound),
      let preposition = ends(skipBack(name.lowerBound), with: "in")
    else { return false }
    return tagStarts.contains {
      bytes[$0...].starts(with: "for".utf8) && $0 + 3 <= preposition
    }
  }

  /// `{% set … = … name … %}`
  func isAssigned(_ name: Range<Int>) -> Bool {
    guard patterns >= .since24_9, isWordStart(name.lowerBound), isWordEnd(name.upperBound),
      closesTag(name.upperBound)
    else { return false }
    return tagStarts.contains { start in
      bytes[start...].starts(with: "set".utf8) && start + 3 <= name.lowerBound
        && bytes[(start + 3)..<name.lowerBound].contains(UInt8(ascii: "="))
    }
  }

  private func isWordStart(_ start: Int) -> Bool {
    patterns < .since25_11 || start == bytes.startIndex || !Self.isIdentifierPart(bytes[start - 1])
  }

  private func isWordEnd(_ end: Int) -> Bool {
    patterns < .since24_11 || end >= bytes.endIndex || !Self.isIdentifierPart(bytes[end])
  }

  /// The next percent sign ends the tag.
  private func closesTag(_ start: Int) -> Bool {
    guard let percent = bytes[start...].firstIndex(of: UInt8(ascii: "%")) else { return false }
    return percent + 1 < bytes.endIndex && bytes[percent + 1] == UInt8(ascii: "}")
  }

  /// Where the first words of tags begin.
  private var tagStarts: [Int] {
    occurrences(of: "{%").compactMap { open in
      if open > bytes.startIndex, bytes[open - 1] == UInt8(ascii: "{") { return nil }
      return PythonText.endOfSpace(in: bytes, from: open + 2)
    }
  }

  /// `- name` and nothing else but a comment or selector.
  func isRequirement(_ name: [UInt8]) -> Bool {
    var index = PythonText.endOfSpace(in: bytes, from: bytes.startIndex)
    guard index > bytes.startIndex, index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") else {
      return false
    }
    let start = PythonText.endOfSpace(in: bytes, from: index + 1)
    guard start > index + 1, bytes.endIndex - start >= name.count else { return false }
    index = start + name.count
    for (given, wanted) in zip(bytes[start..<index], name) where given != wanted {
      guard wanted == UInt8(ascii: "_"), given == UInt8(ascii: "-") else { return false }
    }
    let end = PythonText.endOfSpace(in: bytes, from: index)
    if end == bytes.endIndex { return true }
    return end > index && (bytes[end] == UInt8(ascii: "[") || bytes[end] == UInt8(ascii: "#"))
  }

  /// In the first bracket of the line, as a word of its own.
  func isInSelector(_ name: Range<Int>) -> Bool {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), open < name.lowerBound else {
      return false
    }
    let space = lastScalarStart(before: open)
    guard space < open, PythonText.endOfSpace(in: bytes[..<open], from: space) == open else {
      return false
    }
    let mark = bytes[..<space].firstIndex(of: UInt8(ascii: "#"))
    guard mark == nil || mark == space - 1 else { return false }
    guard !bytes[(open + 1)..<name.lowerBound].contains(UInt8(ascii: "]")) else { return false }
    let before = bytes[name.lowerBound - 1]
    guard !Self.isIdentifierPart(before), before < 0x80 else { return false }
    guard name.upperBound < bytes.endIndex else { return false }
    let after = bytes[name.upperBound]
    return "=<>!]".utf8.contains(after)
      || PythonText.endOfSpace(in: bytes, from: name.upperBound) > name.upperBound
  }

  private func lastScalarStart(before end: Int) -> Int {
    var index = end - 1
    while index > bytes.startIndex, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return max(index, bytes.startIndex)
  }
}
