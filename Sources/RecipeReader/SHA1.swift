/// The checksum in conda's build strings. It protects nothing, so its weakness does not matter.
enum SHA1 {
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    var message = bytes + [0x80]
    message.append(contentsOf: repeatElement(0, count: (120 - message.count % 64) % 64))
    let bits = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    var state = State()
    var words = [UInt32](repeating: 0, count: 80)
    for start in stride(from: 0, to: message.count, by: 64) {
      for index in 0..<16 {
        let at = start + index * 4
        words[index] =
          UInt32(message[at]) << 24 | UInt32(message[at + 1]) << 16
          | UInt32(message[at + 2]) << 8 | UInt32(message[at + 3])
      }
      for index in 16..<80 {
        words[index] = rotated(
          words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1)
      }
      state.mix(words)
    }
    return state.hexadecimal
  }

  private struct State {
    var a: UInt32 = 0x6745_2301
    var b: UInt32 = 0xEFCD_AB89
    var c: UInt32 = 0x98BA_DCFE
    var d: UInt32 = 0x1032_5476
    var e: UInt32 = 0xC3D2_E1F0

    mutating func mix(_ words: [UInt32]) {
      var next = self
      for index in 0..<20 {
        next.step(words[index], (next.b & next.c) | (~next.b & next.d), 0x5A82_7999)
      }
      for index in 20..<40 { next.step(words[index], next.b ^ next.c ^ next.d, 0x6ED9_EBA1) }
      for index in 40..<60 {
        next.step(
          words[index], (next.b & next.c) | (next.b & next.d) | (next.c & next.d), 0x8F1B_BCDC)
      }
      for index in 60..<80 { next.step(words[index], next.b ^ next.c ^ next.d, 0xCA62_C1D6) }
      a &+= next.a
      b &+= next.b
      c &+= next.c
      d &+= next.d
      e &+= next.e
    }

    private mutating func step(_ word: UInt32, _ function: UInt32, _ constant: UInt32) {
      let next = rotated(a, 5) &+ function &+ e &+ constant &+ word
      (e, d, c, b, a) = (d, c, rotated(b, 30), a, next)
    }

    var hexadecimal: String {
      let digits = Array("0123456789abcdef".utf8)
      var text: [UInt8] = []
      for word in [a, b, c, d, e] {
        for shift in stride(from: 28, through: 0, by: -4) {
          text.append(digits[Int(word >> UInt32(shift) & 15)])
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
