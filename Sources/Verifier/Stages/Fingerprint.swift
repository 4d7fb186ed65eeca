/// A short name for a content, by which results are kept. It tells accidents apart; nothing is trusted
/// because of it.
package enum Fingerprint {
  package static func of(_ text: String) -> String { of(text.utf8) }

  /// FNV-1a with 128 bits.
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in bytes { hash = (hash ^ UInt128(byte)) &* 0x100_0000_0000_0000_0000_013b }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
