/// What tells the builds of one version apart: `py312h1234567_0`.
package struct BuildString: Hashable, Sendable {
  package let text: String

  package static let longest = 64

  package init(_ text: String) throws(BuildStringError) {
    if text.isEmpty { throw BuildStringError(cause: .empty, offset: 0) }
    for (offset, byte) in text.utf8.enumerated() where !Self.isAllowed(byte) {
      let character = text.character(at: offset) ?? "?"
      throw BuildStringError(cause: .character(character), offset: offset)
    }
    guard text.utf8.count <= Self.longest else {
      throw BuildStringError(cause: .tooLong(text.utf8.count), offset: Self.longest)
    }
    self.text = text
  }

  /// CEP 26: letters, digits, `_`, `.` and `+`. A dash would end the build in a file name.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "+")
  }

  /// The number behind the last underscore, which conda-build and rattler-build put there.
  package var number: Int? {
    let digits = text.utf8.reversed().prefix { $0.isDigit }
    let before = text.utf8.dropLast(digits.count).last
    guard !digits.isEmpty, before == nil || before == UInt8(ascii: "_") else { return nil }
    return Int(String(decoding: digits.reversed(), as: UTF8.self))
  }
}

extension BuildString: CustomStringConvertible {
  package var description: String { text }
}
