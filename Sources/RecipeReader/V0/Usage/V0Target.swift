/// A variant key that belongs to a function: `cxx_compiler_version` to `compiler("cxx")`.
struct V0Target {
  let language: String
  let kind: String

  init?(_ key: String) {
    var rest = Substring(key)
    if rest.hasSuffix("_version") { rest = rest.dropLast("_version".count) }
    for kind in ["compiler", "stdlib"] where rest.hasSuffix("_\(kind)") {
      language = String(rest.dropLast(kind.count + 1))
      self.kind = kind
      return
    }
    return nil
  }
}

/// Which pairs of neighbouring bytes a text has: a quick no for most keys.
struct V0BytePairs {
  private var bits: [UInt64] = Array(repeating: 0, count: 1024)

  init(_ text: [UInt8]) {
    for (a, b) in zip(text, text.dropFirst()) {
      let pair = Int(Self.joined(a)) << 8 | Int(Self.joined(b))
      bits[pair >> 6] |= 1 << UInt64(pair & 63)
    }
  }

  func mayContain(_ word: [UInt8]) -> Bool {
    zip(word, word.dropFirst()).allSatisfy { a, b in
      let pair = Int(Self.joined(a)) << 8 | Int(Self.joined(b))
      return bits[pair >> 6] & (1 << UInt64(pair & 63)) != 0
    }
  }

  private static func joined(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
  }
}
