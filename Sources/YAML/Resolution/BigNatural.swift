/// A natural number of any size, as far as reading one needs it.
struct BigNatural {
  /// Nine decimal digits each, least first.
  private var limbs: [UInt32] = [0]
  private static let limbBase: UInt64 = 1_000_000_000

  mutating func multiply(by factor: UInt32, adding digit: UInt32) {
    var carry = UInt64(digit)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(product % Self.limbBase)
      carry = product / Self.limbBase
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  func value(isNegative: Bool) -> YAMLValue {
    var digits = String(limbs[limbs.count - 1])
    for limb in limbs.dropLast().reversed() {
      let part = String(limb)
      digits += String(repeating: "0", count: 9 - part.utf8.count) + part
    }
    if isNegative, digits != "0" { digits = "-" + digits }
    return Int(digits).map(YAMLValue.int) ?? .bigInt(digits)
  }
}
