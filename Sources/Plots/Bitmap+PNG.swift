/// Source: W3C, Portable Network Graphics (2003); RFC 1950 (zlib) and RFC 1951 (deflate).
extension Bitmap {
  /// The bytes of a PNG file with a palette.
  var png: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((width + 1) * height)
    for row in 0..<height {
      // No filter.
      rows.append(0)
      rows += pixels[row * width..<(row + 1) * width]
    }
    let header = Self.bytes(UInt32(width)) + Self.bytes(UInt32(height)) + [8, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", header)
      + Self.chunk("PLTE", colors.flatMap { [$0.red, $0.green, $0.blue] })
      + Self.chunk("IDAT", Deflate.zlib(rows)) + Self.chunk("IEND", [])
  }

  private static func bytes(_ word: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return bytes(UInt32(content.count)) + body + bytes(checksum(body))
  }

  /// CRC-32 with the polynomial of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = (0..<256).map { byte -> UInt32 in
      var word = UInt32(byte)
      for _ in 0..<8 { word = word & 1 == 0 ? word >> 1 : word >> 1 ^ 0xEDB8_8320 }
      return word
    }
    var sum = ~UInt32(0)
    for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    return ~sum
  }
}
