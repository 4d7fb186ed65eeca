extension V1 {
  /// The host of a URL in its canonical spelling.
  enum WebHost {
    /// Nil when no such host can exist.
    static func canonical(_ bytes: ArraySlice<UInt8>, isSpecial: Bool) -> String? {
      let text = String(decoding: bytes, as: UTF8.self)
      if bytes.first == UInt8(ascii: "[") {
        let isAddress = bytes.last == UInt8(ascii: "]") && bytes.count > 3
        let digits = bytes.dropFirst().dropLast()
        return isAddress
          && digits.allSatisfy { $0.isDigit || $0.isLetter || ":.".utf8.contains($0) }
          ? text.lowercased() : nil
      }
      guard isSpecial else { return bytes.contains(where: isForbidden) ? nil : text }
      guard let decoded = decoded(bytes), !decoded.isEmpty else { return nil }
      var labels: [String] = []
      for label in decoded.lowercased().parts(separator: ".", splits: nil) {
        guard let ascii = ascii(label) else { return nil }
        labels.append(ascii)
      }
      let name = labels.joined(separator: ".")
      guard !name.utf8.contains(where: isForbidden), !name.utf8.contains(UInt8(ascii: "%")) else {
        return nil
      }
      return endsInNumber(labels) ? address(labels) : name
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == 0x7F || "#/:<>?@[\\]^|".utf8.contains(byte)
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
      var result: [UInt8] = []
      var index = bytes.startIndex
      while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
          let byte = UInt8(
            String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
        {
          result.append(byte)
          index += 3
        } else {
          result.append(bytes[index])
          index += 1
        }
      }
      return String(validating: result, as: UTF8.self)
    }

    /// A label beyond ASCII in Punycode.
    private static func ascii(_ label: String) -> String? {
      guard label.utf8.contains(where: { $0 > 0x7F }) else {
        return label.hasPrefix("xn--") && label.utf8.count < 6 ? nil : label
      }
      return Punycode.encoded(label).map { "xn--" + $0 }
    }

    private static func endsInNumber(_ labels: [String]) -> Bool {
      let last = labels.last { !$0.isEmpty } ?? ""
      return number(last) != nil && last.utf8.first?.isDigit ?? false
    }

    private static func number(_ label: String) -> UInt32? {
      if label.hasPrefix("0x") { return UInt32(label.dropFirst(2), radix: 16) }
      if label.hasPrefix("0"), label.utf8.count > 1 { return UInt32(label, radix: 8) }
      return UInt32(label)
    }

    /// `1.2` is `1.0.0.2`: the last number fills what is left.
    private static func address(_ labels: [String]) -> String? {
      let labels = labels.last == "" ? labels.dropLast() : labels[...]
      let numbers = labels.compactMap(number)
      guard numbers.count == labels.count, numbers.count <= 4, let last = numbers.last,
        numbers.dropLast().allSatisfy({ $0 < 256 })
      else { return nil }
      let limit = UInt64(1) << (8 * (5 - UInt64(numbers.count)))
      guard UInt64(last) < limit else { return nil }
      var bits = last
      for (index, number) in numbers.dropLast().enumerated() { bits |= number << (24 - 8 * index) }
      return [24, 16, 8, 0].map { String(bits >> $0 & 255) }.joined(separator: ".")
    }
  }
}
