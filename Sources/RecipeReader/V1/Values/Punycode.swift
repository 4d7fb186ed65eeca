extension V1 {
  /// Names beyond ASCII in letters that domain names can hold (RFC 3492).
  enum Punycode {
    static func encoded(_ label: String) -> String? {
      let scalars = label.unicodeScalars.map(\.value)
      guard scalars.count < 64 else { return nil }
      var output = scalars.filter { $0 < 0x80 }.compactMap { UInt8(exactly: $0) }
      var handled = output.count
      let basic = handled
      if basic > 0 { output.append(UInt8(ascii: "-")) }
      var (code, delta, bias) = (UInt32(0x80), 0, 72)
      while handled < scalars.count {
        guard let next = scalars.filter({ $0 >= code }).min() else { return nil }
        delta += Int(next - code) * (handled + 1)
        code = next
        for scalar in scalars {
          if scalar < code { delta += 1 }
          guard scalar == code else { continue }
          append(delta, bias: bias, to: &output)
          bias = adapted(delta, points: handled + 1, isFirst: handled == basic)
          delta = 0
          handled += 1
        }
        delta += 1
        code += 1
      }
      return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
      var rest = delta
      var step = 36
      while true {
        let threshold = max(1, min(26, step - bias))
        guard rest >= threshold else { break }
        output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
        rest = (rest - threshold) / (36 - threshold)
        step += 36
      }
      output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
      UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
    }

    private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
      var delta = isFirst ? delta / 700 : delta / 2
      delta += delta / points
      var bias = 0
      while delta > 455 {
        delta /= 35
        bias += 36
      }
      return bias + 36 * delta / (delta + 38)
    }
  }
}
