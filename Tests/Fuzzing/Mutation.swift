/// Breaks texts: bytes and words change, parts are repeated, cut out or taken from elsewhere.
package struct Mutation {
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private var state: UInt64

  package init(of target: FuzzTarget, seed: UInt64) {
    seeds = target.seeds.map { Array($0.utf8) }
    words = (Self.words + target.seeds.flatMap { Self.parts(of: $0) }).map { Array($0.utf8) }
    state = seed
  }

  /// Of one number always the same text, so that a run can be repeated from the middle.
  package mutating func text(_ number: UInt64) -> [UInt8] {
    let start = state
    defer { state = start }
    state = start &+ number &* 0xD134_2543_DE82_EF95
    var bytes = pick(seeds)
    for _ in 0...below(6) { mutate(&bytes) }
    if bytes.count > Self.longest { bytes.removeLast(bytes.count - Self.longest) }
    return bytes
  }

  private static let longest = 4096

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = below(bytes.count + 1)
    switch below(11) {
    case 0: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: next()) }
    case 1: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
    case 2: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(8)))
    case 4: bytes.removeSubrange(place...)
    case 5:
      // Repetition finds what is quadratic or too deep.
      let part = bytes[place..<min(bytes.count, place + 1 + below(12))]
      for _ in 0..<(1 << below(8)) where bytes.count < Self.longest {
        bytes.insert(contentsOf: part, at: place)
      }
    case 6:
      let other = pick(seeds)
      let start = below(other.count)
      bytes.insert(contentsOf: other[start..<min(other.count, start + below(40))], at: place)
    case 7:
      let end = min(bytes.count, place + below(10))
      bytes.replaceSubrange(place..<end, with: pick(words))
    default: bytes.insert(contentsOf: pick(words), at: place)
    }
  }

  /// Words and signs of a text.
  private static func parts(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  private static let words = [
    "\n", "\r\n", "\t", "  ", "\n  - ", ": ", "# ", " # [linux]\n", " # [", "]", "{{ ", " }}",
    "{% ",
    " %}", "{#", "#}", "${{", "(", ")", "[", "{", "}", "'", "\"", "\\", "\\x", "\\u0000", "|",
    "|-\n",
    ">", "&a ", "*a", "!!", "<<: ", "---\n", "...", "~", "null", "true", "None", "0", "-1", "1e999",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "99999999999999999999999999",
    "0x", "0o8", "1_0", ".", "..", ",", "=", "==", "!=", "~=", ">=", "<", "*", "**", "//", "%", "+",
    "-", " and ", " or ", "not ", " in ", " is ", " if ", " else ", "endif", "endfor",
    "{% endfor %}",
    "{% for i in range(99) %}", "{% if 1 %}", ".split('.')", "[0]", "[::-1]", " | list", " | int",
    "name: ", "if: ", "then: ", "é", "\u{FEFF}", "\u{0}", "\u{2028}", "\u{1F600}", "İ", "ß", "٣",
  ]

  // MARK: - Chance (SplitMix64)

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  private mutating func pick(_ texts: [[UInt8]]) -> [UInt8] { texts[below(texts.count)] }
}
