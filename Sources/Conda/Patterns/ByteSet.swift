/// A set of bytes: `[a-z0-9_]`, `\d`, `.`.
struct ByteSet: Hashable, Sendable {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  static let words = ByteSet((0...127).filter { $0.isAlphanumeric || $0 == UInt8(ascii: "_") })
  static let spaces = ByteSet([9, 10, 11, 12, 13, 32])
  static let allButNewline = ByteSet([10]).inverted

  func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(byte & 63)
    return switch byte >> 6 {
    case 0: low.0 & bit != 0
    case 1: low.1 & bit != 0
    case 2: high.0 & bit != 0
    default: high.1 & bit != 0
    }
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low.0 |= bit
    case 1: low.1 |= bit
    case 2: high.0 |= bit
    default: high.1 |= bit
    }
  }

  mutating func formUnion(_ other: ByteSet) {
    low = (low.0 | other.low.0, low.1 | other.low.1)
    high = (high.0 | other.high.0, high.1 | other.high.1)
  }

  var inverted: ByteSet {
    var set = self
    set.low = (~low.0, ~low.1)
    set.high = (~high.0, ~high.1)
    return set
  }

  /// With both cases of every letter that it has in one.
  var ignoringCase: ByteSet {
    var set = self
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      if contains(letter) || contains(letter & ~0x20) {
        set.insert(letter)
        set.insert(letter & ~0x20)
      }
    }
    return set
  }

  static func == (a: Self, b: Self) -> Bool { a.low == b.low && a.high == b.high }

  func hash(into hasher: inout Hasher) {
    for word in [low.0, low.1, high.0, high.1] { hasher.combine(word) }
  }
}
