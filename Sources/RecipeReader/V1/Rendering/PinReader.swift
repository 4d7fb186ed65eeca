extension V1 {
  /// Reads pins back from the JSON that `pin_subpackage` and `pin_compatible` print.
  struct PinReader {
    private var rest: ArraySlice<UInt8>

    /// Nil when the text is anything else.
    static func pin(in text: String) -> Pin? {
      var reader = PinReader(rest: Array(text.utf8)[...])
      guard let pin = reader.pin(), reader.take() == nil else { return nil }
      return pin
    }

    private mutating func pin() -> Pin? {
      guard take() == UInt8(ascii: "{"), let word = string(), let kind = Pin.Kind(rawValue: word),
        take() == UInt8(ascii: ":"), take() == UInt8(ascii: "{")
      else { return nil }
      var texts: [String: String] = [:]
      var isExact = false
      var next = UInt8(ascii: ",")
      while next == UInt8(ascii: ",") {
        guard let key = string(), take() == UInt8(ascii: ":") else { return nil }
        if key == "exact" {
          guard let flag = flag() else { return nil }
          isExact = flag
        } else {
          guard let value = string() else { return nil }
          texts[key] = value
        }
        guard let mark = take() else { return nil }
        next = mark
      }
      guard next == UInt8(ascii: "}"), take() == UInt8(ascii: "}"), let name = texts["name"],
        PackageNameRule.accepts(name)
      else { return nil }
      return Pin(
        kind: kind, name: name, lowerBound: texts["lower_bound"],
        upperBound: texts["upper_bound"], isExact: isExact, build: texts["build"])
    }

    private mutating func take() -> UInt8? {
      rest = rest.drop(while: \.isSpace)
      return rest.popFirst()
    }

    private mutating func string() -> String? {
      guard take() == UInt8(ascii: "\"") else { return nil }
      var content: [UInt8] = []
      while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
        content.append(byte)
        if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() { content.append(escaped) }
      }
      return StringUnescaper.text(of: content[...])
    }

    private mutating func flag() -> Bool? {
      rest = rest.drop(while: \.isSpace)
      for (word, flag) in [("true", true), ("false", false)] where rest.starts(with: word.utf8) {
        rest = rest.dropFirst(word.utf8.count)
        return flag
      }
      return nil
    }
  }
}
