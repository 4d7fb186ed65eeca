/// A match spec in one spelling: `Box>= 01.2, <2` is `box >=1.2,<2`, and `box =1.2` is `box 1.2.*`.
struct ComparableSpec {
  let text: String

  init(_ spec: String) {
    let name = spec.prefix { $0.isLetter || $0.isNumber || "._-:/".contains($0) }
    let rest = Self.joined(spec.dropFirst(name.count))
    let words = rest.split(separator: " ", maxSplits: 1)
    guard let first = words.first else {
      text = name.lowercased()
      return
    }
    var version = Self.withoutLeadingZeros(first)
    let plain = version.drop { $0 == "=" }
    let isPlain = plain.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    if version.hasPrefix("="), !version.hasPrefix("=="), isPlain { version = "\(plain).*" }
    if version.hasPrefix("=="), version.hasSuffix(".*") { version = String(plain) }
    if version == "*.*" { version = "*" }
    if version.hasPrefix("=*=") {
      text = "\(name.lowercased()) * \(version.dropFirst(3))"
    } else {
      text = ([name.lowercased(), version] + words.dropFirst().map(String.init)).joined(
        separator: " ")
    }
  }

  /// Without blanks beside operators.
  private static func joined(_ text: Substring) -> String {
    let signs: Set<Character> = ["<", ">", "=", "!", "~", ",", "|"]
    var result = ""
    for character in text {
      if signs.contains(character), result.last == " " { result.removeLast() }
      if character == " ", result.last.map({ $0 == " " || signs.contains($0) }) ?? true { continue }
      result.append(character)
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  private static func withoutLeadingZeros(_ version: Substring) -> String {
    var result = ""
    var rest = version
    while let character = rest.popFirst() {
      let continues = result.last.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      if character == "0", !continues, rest.first?.isNumber == true { continue }
      result.append(character)
    }
    return result
  }
}
