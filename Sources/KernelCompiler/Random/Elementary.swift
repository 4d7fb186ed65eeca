/// Elementary functions in double precision from additions, multiplications, divisions and roots
/// alone, in a fixed order: the same bits on every machine and in every engine, within 2 units in
/// the last place of the true value.
enum Elementary {
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// Of a positive normal number: ln m by the series of the inverse hyperbolic tangent, for m
  /// between √½ and √2, and the exponent times ln 2.
  static func log(_ x: Double) -> Double {
    var bits = x.bitPattern
    // How far the exponent lies from that of √½, rounded down.
    let shifted = bits &- 0x3FE6_A09E_667F_3BCD
    let exponent = Int64(bitPattern: shifted) >> 52
    bits = bits &- UInt64(bitPattern: exponent << 52)
    let f = Double(bitPattern: bits) - 1
    let s = f / (2 + f)
    let z = s * s
    var sum = 1.0 / 21.0
    sum = sum * z + 1.0 / 19.0
    sum = sum * z + 1.0 / 17.0
    sum = sum * z + 1.0 / 15.0
    sum = sum * z + 1.0 / 13.0
    sum = sum * z + 1.0 / 11.0
    sum = sum * z + 1.0 / 9.0
    sum = sum * z + 1.0 / 7.0
    sum = sum * z + 1.0 / 5.0
    sum = sum * z + 1.0 / 3.0
    let series = 2 * s + 2 * s * (z * sum)
    let k = Double(exponent)
    return k * ln2High + (series + k * ln2Low)
  }

  /// By e^(k ln 2 + r) = 2^k e^r with |r| ≤ ½ ln 2, and the power series; results that are not
  /// normal numbers become 0 or infinity.
  static func exp(_ x: Double) -> Double {
    if x > 709.7 { return .infinity }
    if x < -708.3 { return 0 }
    let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    let r = (x - k * ln2High) - k * ln2Low
    var sum = 1.0 / 6227020800.0
    sum = sum * r + 1.0 / 479001600.0
    sum = sum * r + 1.0 / 39916800.0
    sum = sum * r + 1.0 / 3628800.0
    sum = sum * r + 1.0 / 362880.0
    sum = sum * r + 1.0 / 40320.0
    sum = sum * r + 1.0 / 5040.0
    sum = sum * r + 1.0 / 720.0
    sum = sum * r + 1.0 / 120.0
    sum = sum * r + 1.0 / 24.0
    sum = sum * r + 1.0 / 6.0
    sum = sum * r + 0.5
    let power = 1 + (r + r * r * sum)
    let scale = Double(bitPattern: UInt64(bitPattern: (Int64(k) + 1023) << 52))
    return power * scale
  }

  /// cos 2πu for u between 0 and 1.
  static func cosineOfTurns(_ u: Double) -> Double {
    let quarter = (u * 4).rounded(.toNearestOrEven)
    let r = (u - quarter * 0.25) * 6.283185307179586
    let z = r * r
    let value: Double
    if quarter == 1 || quarter == 3 {
      var sum = 1.0 / 355687428096000.0
      sum = sum * z - 1.0 / 1307674368000.0
      sum = sum * z + 1.0 / 6227020800.0
      sum = sum * z - 1.0 / 39916800.0
      sum = sum * z + 1.0 / 362880.0
      sum = sum * z - 1.0 / 5040.0
      sum = sum * z + 1.0 / 120.0
      sum = sum * z - 1.0 / 6.0
      let sine = r + r * (z * sum)
      value = quarter == 1 ? -sine : sine
    } else {
      var sum = 1.0 / 20922789888000.0
      sum = sum * z - 1.0 / 87178291200.0
      sum = sum * z + 1.0 / 479001600.0
      sum = sum * z - 1.0 / 3628800.0
      sum = sum * z + 1.0 / 40320.0
      sum = sum * z - 1.0 / 720.0
      sum = sum * z + 1.0 / 24.0
      let cosine = 1 - 0.5 * z + z * (z * sum)
      value = quarter == 2 ? -cosine : cosine
    }
    return value
  }
}
