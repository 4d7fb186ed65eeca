/// Texts that lie near what YAML could take for something else.
extension SeededGenerator {
  private static let numberPieces = [
    "0", "1", "7", "8", "9", "12", "60", "59", "3.10", ".", "-", "+", "_", ":", "e", "E", "x", "o",
    "b", "0x", "0o", "0b", "e+3", "e-2", "1e3", ".inf", ".nan", ".5", "5.", "2001", "-01", "-1",
    "T", "t", " ", "Z", "12:30:45", ":30", "00", "99999999999", "a", "f", "A", "\t",
  ]
  /// `d` is any digit.
  private static let numbers = [
    "d", "dd", "-ddd", "+d", "d.d", "dd.", ".dd", "-d.dd", "d_d", "d_ddd.d_", "0d", "0ddd", "-0_d",
    "0xdd", "0xAd_f", "+0xd", "0bdd", "-0b1_d", "0odd", "d:dd", "dd:dd:dd", "-d:d", "dd:d.d",
    "d:dd.",
    "d.de+d", ".de-dd", "d.e+d", "de+d", "d.ded", "dded", "ddddddddddddddddddd",
    "-dddddddddddddddddddd",
    "0xddddddddddddddddd", "d.dddddddddddddddddddddd", "d.de+ddd", "dddd-dd-dd", "dddd-d-dd",
  ]
  private static let digits = Array("0123456789")
  private static let words = [
    "yes", "no", "on", "off", "true", "false", "null", "~", "y", "n", "=", "<<", "nan", "inf",
    "Yes", "NO", "On", "OFF", "True", "FALSE", "Null", "NULL", "tRUE", ".NaN", ".Inf", "-.INF",
    "Infinity", "none", "None", "",
  ]
  private static let dates = [
    "2001-12-14", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5",
    "2001-12-15 2:59:43.10", "2002-1-4", "2002-01-4 1:02:03Z", "2001-12-14T21:59:43",
    "2001-12-14 21:59", "2001-12-14  21:59:43.", "2001-12-14T21:59:43 +05", "20011214",
  ]
  private static let pieces = [
    "a", "b", "python", "numpy >=1.21", ": ", ":", " #", "#", "- ", "-", "? ", "[", "]", "{", "}",
    ",", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", " ", "  ", "{{ x }}", "${{ x }}", "\\",
    "---", "...", "é", "日本", "😀", "\u{A0}", "word", "longer words in a row ", "=", "<", "~",
    "# [win]", "http://x.org/a#b", "\t", "1", ".",
  ]
  private static let breaks = ["\n", "\n", "\n", "\n\n", "\n  ", " \n", "\n\t"]
  private static let specials = [
    "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\r",
    "\r\n", "\u{9F}", "\u{FFFE}", "\u{10FFFF}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}",
  ]

  /// Near numbers, words and dates.
  mutating func scalarText() -> String {
    switch Int.random(in: 0..<10, using: &self) {
    case 0: return pick(Self.words, else: "")
    case 1: return mutated(pick(Self.dates, else: ""))
    case 2...5:
      let number = pick(Self.numbers, else: "").map {
        $0 == "d" ? pick(Self.digits, else: "0") : $0
      }
      return chance(70) ? String(number) : mutated(String(number))
    default:
      return (0..<Int.random(in: 1...4, using: &self)).map { _ in
        pick(Self.numberPieces, else: "")
      }.joined()
    }
  }

  /// Anything that can stand in a string.
  mutating func text() -> String {
    switch Int.random(in: 0..<10, using: &self) {
    case 0, 1: return scalarText()
    case 2: return pick(["python", "numpy", "3.10.*", "gcc", "cuda-version"], else: "")
    default:
      let long = chance(15)
      let multiline = chance(25)
      let special = chance(8)
      return (0..<Int.random(in: 1...(long ? 40 : 6), using: &self)).map { _ in
        if multiline, chance(30) { return pick(Self.breaks, else: "") }
        if special, chance(30) { return pick(Self.specials, else: "") }
        return pick(Self.pieces, else: "")
      }.joined()
    }
  }

  private mutating func mutated(_ text: String) -> String {
    guard chance(60), let index = text.indices.randomElement(using: &self) else { return text }
    var text = text
    text.replaceSubrange(index...index, with: pick(["", "0", "9", "-", " ", ":", "."], else: ""))
    return text
  }
}
