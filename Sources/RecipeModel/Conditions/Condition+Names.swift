extension Condition {
  /// The names in an expression: what stands in quotes or behind a dot is none, and words of the
  /// language name nothing.
  static func names(in expression: String) -> Set<VariantKey> {
    var names: Set<VariantKey> = []
    var rest = Array(expression.utf8)[...]
    var before: UInt8 = 0
    while let byte = rest.first {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        rest = rest.dropFirst().drop { $0 != byte }.dropFirst()
      } else if byte.isNameByte {
        let word = rest.prefix { $0.isNameByte }
        rest = rest.dropFirst(word.count)
        let name = String(decoding: word, as: UTF8.self)
        let isCall = rest.first == UInt8(ascii: "(")
        let isNumber = byte <= UInt8(ascii: "9")
        if before != UInt8(ascii: "."), !isCall, !isNumber, !words.contains(name) {
          names.insert(VariantKey(name))
        }
      } else {
        rest = rest.dropFirst()
      }
      before = byte
    }
    return names
  }

  private static let words: Set<String> = [
    "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None",
    "unix", "linux", "osx", "win", "linux64", "osx64", "win64", "aarch64", "arm64", "ppc64le",
    "x86_64", "target_platform", "build_platform", "host_platform", "defined", "undefined",
  ]
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
