/// Compresses pictures with large even areas: runs of one byte become references to the byte before,
/// everything else is a literal; in one block with the fixed codes of RFC 1951, section 3.2.6.
struct Deflate {
  private var output: [UInt8] = []
  private var bits: UInt64 = 0
  private var count = 0

  /// In the frame of RFC 1950.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var deflate = Deflate()
    deflate.add(bytes)
    let sum = adler(bytes)
    return [0x78, 0x01] + deflate.output
      + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
  }

  private mutating func add(_ bytes: [UInt8]) {
    // The last block, with fixed codes.
    put(0b011, 3)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      put(literal: Int(byte))
      index += 1
      var run = 0
      while index + run < bytes.count, bytes[index + run] == byte { run += 1 }
      index += run
      while run > 0 {
        // Runs have 3 to 258 bytes.
        let length = min(run, run > 258 && run < 261 ? 255 : 258)
        if length < 3 {
          for _ in 0..<length { put(literal: Int(byte)) }
        } else {
          put(run: length)
        }
        run -= length
      }
    }
    put(literal: 256)
    if count > 0 { output.append(UInt8(truncatingIfNeeded: bits)) }
  }

  /// A length, and the distance 1, whose code is five zeros.
  private mutating func put(run length: Int) {
    if length == 258 {
      put(literal: 285)
    } else if length < 11 {
      put(literal: 254 + length)
    } else {
      // Four codes for each number of further bits.
      let further = (length - 3).bitWidth - (length - 3).leadingZeroBitCount - 3
      let code = 261 + 4 * (further - 1) + ((length - 3) >> further)
      put(literal: code)
      put(UInt64(length - 3) & (1 << UInt64(further) - 1), further)
    }
    put(0, 5)
  }

  /// The fixed code of a literal, an end or a length; its highest bit comes first.
  private mutating func put(literal symbol: Int) {
    let (code, length) =
      switch symbol {
      case ..<144: (0x30 + symbol, 8)
      case ..<256: (0x190 + symbol - 144, 9)
      case ..<280: (symbol - 256, 7)
      default: (0xC0 + symbol - 280, 8)
      }
    var mirrored = 0
    for bit in 0..<length where code >> bit & 1 == 1 { mirrored |= 1 << (length - 1 - bit) }
    put(UInt64(mirrored), length)
  }

  /// Bits from the lowest on.
  private mutating func put(_ value: UInt64, _ length: Int) {
    bits |= value << UInt64(count)
    count += length
    while count >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
  }

  private static func adler(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }
}
