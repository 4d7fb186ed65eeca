/// Why a text is not a checksum.
package struct DigestError: NotationError {
  package enum Cause: Hashable, Sendable {
    case character(Character)
    case length(Int)
  }

  package let cause: Cause
  package let algorithm: Digest.Algorithm
  package let offset: Int

  private var name: String { algorithm.rawValue }

  package var message: String {
    switch cause {
    case .character(let character): "'\(character)' is not a hexadecimal digit of a \(name)"
    case .length(let count): "a \(name) has \(algorithm.length) digits, this has \(count)"
    }
  }

  package var remedy: String? {
    if case .length(let count) = cause,
      let other = Digest.Algorithm.allCases.first(where: { $0.length == count })
    {
      return "give it as \(other.rawValue)"
    }
    return "copy what the release page or '\(name)sum' says of the file"
  }
}
