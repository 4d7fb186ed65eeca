/// Python's `str.splitlines`: more characters end a line than `\n`.
enum PythonLines {
  /// The lines without their ends.
  static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    bytes.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let width = text[index] < 0x20 || text[index] >= 0x80 ? endWidth(at: index, in: text) : 0
        if width == 0 {
          index += 1
          continue
        }
        lines.append(bytes[start..<index])
        index += width
        start = index
      }
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func endWidth(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch bytes[index] {
    case 0x0A, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E: return 1
    case 0x0D: return byte(1) == 0x0A ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}
