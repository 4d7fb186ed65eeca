import YAML

extension SeededGenerator {
  private static let fragments = [
    "a: 1\n", "- x\n", "  - y\n", "  b: 'c d'\n", "c: [1, 2, {d: e}]\n", "f: {g: h, i: }\n",
    "? j\n: k\n", "l: &m [n]\no: *m\n", "p: |\n  q\n   r\n\n", "s: >-\n  t\n  u\n\n  v\n",
    "w: \"x\\ty\\\n  z\"\n", "<<: {a: 2, aa: 3}\n", "bb: &cc {dd: 1}\nee: {<<: *cc, ff: 2}\n",
    "# comment\n", "gg: hh # ii\n", "---\n", "...\n", "jj:\n", "kk: !!str 12\n", "ll: !!int '12'\n",
    "mm:\n- nn\n- oo\n", "\"pp\": 'it''s'\n", "- - qq\n  - rr\n", "- ss: tt\n  uu: vv\n", "\n",
    "ww: xx\n  yy\n", "zz:\t1\n", "\u{FEFF}", "é: 日本\n", "k: 2001-01-01\n", "n: 010\n",
  ]
  private static let noise = [
    "", " ", "\t", "\n", ":", ": ", "-", "- ", "?", "#", "'", "\"", "[", "]", "{", "}", ",", "&a",
    "*a", "!", "|", ">", "%", "@", "\\", "a", "1", "\r\n", "  ", "\u{85}", "<<: ", "\u{0}",
  ]

  /// A text that is YAML, or nearly.
  mutating func document() -> String {
    var text =
      chance(50)
      ? (0..<Int.random(in: 1...6, using: &self)).map { _ in pick(Self.fragments, else: "") }
        .joined()
      : YAMLWriter(pick(YAMLWriter.Style.allCases, else: .recipe)).text(of: tree(depth: 3))
    for _ in 0..<(chance(50) ? 0 : Int.random(in: 1...4, using: &self)) {
      var scalars = Array(text.unicodeScalars)
      guard let place = scalars.indices.randomElement(using: &self) else { break }
      let end = min(scalars.count, place + Int.random(in: 0...2, using: &self))
      scalars.replaceSubrange(place..<end, with: pick(Self.noise, else: "").unicodeScalars)
      text = String(String.UnicodeScalarView(scalars))
    }
    return text
  }
}
