/// Specs as rattler-build takes them: conda-build reads `box 1.2` as `box 1.2.*`.
struct V0LiftedSpec {
  /// Variables of the recipe that are plain texts.
  var literals: [String: String]

  func completed(_ spec: String) -> String {
    let words = spec.split(separator: " ", maxSplits: 1).map { part in
      String(decoding: Array(part.utf8)[...].trimmed(\.isSpace), as: UTF8.self)
    }
    guard words.count == 2 else { return spec }
    // Signs that rattler-build won't have.
    if words[1].hasPrefix("=*=") { return "\(words[0]) * \(words[1].dropFirst(3))" }
    if words[1].hasPrefix("=="), words[1].hasSuffix(".*") {
      return "\(words[0]) \(words[1].dropFirst(2))"
    }
    return isVersion(words[1][...]) ? "\(words[0]) \(words[1]).*" : spec
  }

  func completed(version: String) -> String { isVersion(version[...]) ? version + ".*" : version }

  /// Letters, digits and dots, some of which variables may stand for.
  private func isVersion(_ text: Substring) -> Bool {
    var plain = ""
    var rest = text
    while let open = rest.firstRange(of: "${{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { return false }
      let inner = Array(rest[open.upperBound..<close.lowerBound].utf8)[...].trimmed(\.isSpace)
      let name = String(decoding: inner, as: UTF8.self)
      guard name.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: ".") }) else { return false }
      // What is no variable of the recipe's is the variant's.
      plain += rest[..<open.lowerBound] + (literals[name] ?? "0")
      rest = rest[close.upperBound...]
    }
    plain += rest
    return !plain.isEmpty
      && plain.utf8.allSatisfy {
        $0.isNameByte || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }
}
