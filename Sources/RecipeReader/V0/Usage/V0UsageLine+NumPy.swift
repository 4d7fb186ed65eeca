/// conda-build's special patterns for NumPy.
extension V0UsageLine {
  private func isQuote(_ index: Int) -> Bool {
    index >= bytes.startIndex && index < bytes.endIndex
      && (bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "\""))
  }

  /// Where `pin_…("numpy"` ends.
  private var numpyPins: [Int] {
    occurrences(of: "numpy").compactMap { start in
      let end = start + "numpy".utf8.count
      guard isQuote(start - 1), isQuote(end), start - 2 > bytes.startIndex,
        bytes[start - 2] == UInt8(ascii: "(")
      else { return nil }
      var index = start - 2
      while index > bytes.startIndex, JinjaScanner.isNamePart(bytes[index - 1]) { index -= 1 }
      let function = String(decoding: bytes[index..<(start - 2)], as: UTF8.self)
      guard function.utf8.count > "pin_".utf8.count, function.contains("pin_") else { return nil }
      return end + 1
    }
  }

  var pinsNumPyCompatible: Bool { !numpyPins.isEmpty }

  /// How many places the first pin's `min_pin` or `max_pin` has; the last one on the line counts.
  var numpyPinLength: Int? {
    guard let first = numpyPins.first else { return nil }
    for start in occurrences(of: "x_pin=").reversed() where start >= first {
      let open = start + "x_pin=".utf8.count
      guard isQuote(open) else { continue }
      let pin = bytes[(open + 1)...].prefix { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: ".") }
      if isQuote(pin.endIndex) { return pin.count { $0 == UInt8(ascii: "x") } }
    }
    return nil
  }

  /// `numpy x.x` or `pin_compatible("numpy…max_pin="x.x"`.
  var pinsNumPy: Bool {
    let isPlain = occurrences(of: "numpy").contains { start in
      let end = PythonText.endOfSpace(in: bytes, from: start + "numpy".utf8.count)
      return bytes[end...].starts(with: "x.x".utf8)
    }
    if isPlain { return true }
    return occurrences(of: "pin_compatible(").contains { start in
      let name = start + "pin_compatible(".utf8.count
      guard isQuote(name), bytes[(name + 1)...].starts(with: "numpy".utf8) else { return false }
      return occurrences(of: "max_pin=").contains { pin in
        let value = pin + "max_pin=".utf8.count
        return pin > name && isQuote(value) && isQuote(value + 4)
          && bytes[(value + 1)..<(value + 4)].elementsEqual("x.x".utf8)
      }
    }
  }

  /// Whether `{{ call(…) }}` stands here, where `start` is its name.
  func isTagged(_ start: Int) -> Bool {
    let open = PythonText.startOfSpace(in: bytes, before: start)
    guard open >= bytes.startIndex + 2, bytes[open - 1] == UInt8(ascii: "{"),
      bytes[open - 2] == UInt8(ascii: "{")
    else { return false }
    return occurrences(of: ")").contains { close in
      close > start
        && bytes[PythonText.endOfSpace(in: bytes, from: close + 1)...].starts(with: "}}".utf8)
    }
  }
}
