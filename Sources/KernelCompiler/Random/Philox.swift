/// Philox4x32-10: four random words from a counter and a key, without any state. The same counter
/// gives the same words in every engine and thread.
///
/// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC'11 (2011).
enum Philox {
  typealias Words = SIMD4<UInt32>

  static func words(counter: Words, key: SIMD2<UInt32>) -> Words {
    var counter = counter
    var key = key
    for _ in 0..<10 {
      let a = counter.x.multipliedFullWidth(by: 0xD251_1F53)
      let b = counter.z.multipliedFullWidth(by: 0xCD9E_8D57)
      counter = Words(b.high ^ counter.y ^ key.x, b.low, a.high ^ counter.w ^ key.y, a.low)
      key = key &+ SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return counter
  }
}
