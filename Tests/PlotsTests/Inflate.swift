/// Reads one block with fixed codes and the distance 1, which is all that `Deflate` writes; written
/// from RFC 1951's tables, the other way round.
struct Inflate {
  private let bytes: [UInt8]
  private var position = 0

  static func zlib(_ bytes: [UInt8]) -> [UInt8]? {
    var inflate = Inflate(bytes: Array(bytes.dropFirst(2).dropLast(4)))
    return inflate.block()
  }

  private mutating func bit() -> Int {
    defer { position += 1 }
    guard position / 8 < bytes.count else { return 0 }
    return Int(bytes[position / 8] >> UInt8(position % 8)) & 1
  }

  private mutating func number(_ bits: Int) -> Int {
    (0..<bits).reduce(0) { number, place in number | bit() << place }
  }

  private mutating func code(_ bits: Int, after start: Int = 0) -> Int {
    (0..<bits).reduce(start) { code, _ in code << 1 | bit() }
  }

  private mutating func symbol() -> Int {
    let seven = code(7)
    if seven <= 0b0010111 { return 256 + seven }
    let eight = code(1, after: seven)
    if (0b0011_0000...0b1011_1111).contains(eight) { return eight - 0b0011_0000 }
    if (0b1100_0000...0b1100_0111).contains(eight) { return 280 + eight - 0b1100_0000 }
    return 144 + code(1, after: eight) - 0b1_1001_0000
  }

  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let furtherBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]

  private mutating func block() -> [UInt8]? {
    guard bit() == 1, number(2) == 1 else { return nil }
    var output: [UInt8] = []
    while position < bytes.count * 8 {
      let symbol = symbol()
      switch symbol {
      case ..<256: output.append(UInt8(symbol))
      case 256: return output
      default:
        guard let last = output.last, symbol < 286 else { return nil }
        let length = Self.lengths[symbol - 257] + number(Self.furtherBits[symbol - 257])
        guard code(5) == 0 else { return nil }
        output += Array(repeating: last, count: length)
      }
    }
    return nil
  }
}
