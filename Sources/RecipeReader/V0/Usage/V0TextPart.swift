#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes to look things up by: hashed at once, where arrays are hashed byte by byte.
struct V0TextPart: Hashable {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  static func == (a: Self, b: Self) -> Bool {
    guard a.bytes.count == b.bytes.count else { return false }
    return a.bytes.withUnsafeBytes { a in
      b.bytes.withUnsafeBytes { b in
        guard let first = a.baseAddress, let second = b.baseAddress else { return true }
        return memcmp(first, second, a.count) == 0
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.withUnsafeBytes(Self.mixed))
  }

  /// Eight bytes at a time: texts of many kilobytes are looked up for each variant, which the standard hash is
  /// too slow for. The key differs from run to run, so that nobody can make texts that collide.
  private static func mixed(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = key ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      state = folded(state ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return folded(state ^ rest)
  }

  private static func folded(_ value: UInt64) -> UInt64 {
    let product = (value ^ key).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private static let key = UInt64.random(in: .min ... .max)
}
