/// The families that `about/license_family` may name.
enum V0LicenseFamily {
  private static let known: Set<String> = [
    "AGPL", "LGPL", "GPL3", "GPL2", "GPL", "BSD", "MIT", "APACHE", "PSF", "CC", "MOZILLA",
    "PUBLICDOMAIN", "PROPRIETARY", "OTHER", "NONE",
  ]

  /// Case, punctuation and white space don't matter.
  static func isKnown(_ text: String) -> Bool {
    var name = text.uppercased()
    name = replaced(name, "GENERAL PUBLIC LICENSE", by: "GPL", eatsSpaces: false)
    name = replaced(name, "LESSER", by: "L", eatsSpaces: true)
    name = replaced(name, "AFFERO", by: "A", eatsSpaces: true)
    let letters = name.unicodeScalars.filter { scalar in
      !PythonText.isSpace(scalar)
        && !"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars.contains(scalar)
    }
    return known.contains(String(String.UnicodeScalarView(letters)))
  }

  private static func replaced(
    _ text: String, _ word: String, by short: String, eatsSpaces: Bool
  ) -> String {
    let (bytes, part) = (Array(text.utf8), Array(word.utf8))
    var result: [UInt8] = []
    var start = 0
    while let found = PythonText.find(part, in: bytes, from: start) {
      result += bytes[start..<found]
      result += short.utf8
      start = found + part.count
      while eatsSpaces, start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }
}
