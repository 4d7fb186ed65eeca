/// The checksum of a source, as hexadecimal digits.
package struct Digest: Hashable, Sendable {
  package enum Algorithm: String, Hashable, Sendable, CaseIterable {
    case md5, sha1, sha256

    /// How many digits it has.
    package var length: Int {
      switch self {
      case .md5: 32
      case .sha1: 40
      case .sha256: 64
      }
    }
  }

  package let algorithm: Algorithm
  /// In lower case.
  package let text: String

  package init(_ text: String, _ algorithm: Algorithm) throws(DigestError) {
    for (offset, byte) in text.utf8.enumerated() where !byte.isHexadecimal {
      let character = text.character(at: offset) ?? "?"
      throw DigestError(cause: .character(character), algorithm: algorithm, offset: offset)
    }
    let count = text.utf8.count
    guard count == algorithm.length else {
      let offset = min(count, algorithm.length)
      throw DigestError(cause: .length(count), algorithm: algorithm, offset: offset)
    }
    self.algorithm = algorithm
    self.text = text.lowercased()
  }
}

extension Digest: CustomStringConvertible {
  package var description: String { text }
}
