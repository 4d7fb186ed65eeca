import Conda

/// The nearest text to a match spec that every tool reads alike: `numpy>= 1.2` → `numpy >=1.2`.
enum MatchSpecRepair {
  /// Spaces only where they belong, and the name in lower case.
  static func tidied(_ text: String) -> String {
    guard !text.contains("[") else { return text }
    let words = text.split(whereSeparator: \.isWhitespace)
    var tidy = words.first.map(String.init) ?? ""
    for word in words.dropFirst() {
      let isGlued =
        tidy.last.map { operators.contains($0) || $0 == "," || $0 == "|" } ?? false
        || word.hasPrefix(",") || word.hasPrefix("|")
      tidy += isGlued ? String(word) : " \(word)"
    }
    let name = tidy.prefix { $0 != " " && !operators.contains($0) }
    var rest = tidy.dropFirst(name.count).drop { $0 == " " }
    if rest.isEmpty { return name.lowercased() }
    while rest.last == "," || rest.last == "|" { rest.removeLast() }
    return "\(name.lowercased()) \(rest)"
  }

  /// Nil where nothing near is valid.
  static func repaired(_ text: String) -> String? {
    let tidy = tidied(String(text.prefix { $0 != "#" }))
    guard let space = tidy.firstIndex(of: " ") else { return isValid(tidy) ? tidy : nil }
    let name = tidy[..<space]
    var (version, build) = split(tidy[tidy.index(after: space)...])
    version = repairedVersion(version, hasBuild: build != nil)
    let candidate = "\(name) \(version)" + (build.map { " \($0)" } ?? "")
    return isValid(candidate) ? candidate : nil
  }

  static func isValid(_ text: String) -> Bool {
    Dialect.both.allSatisfy { (try? MatchSpec(text, dialect: $0)) != nil }
  }

  private static let operators: Set<Character> = ["=", "<", ">", "!", "~"]

  /// `1.2 py*` and conda's `=1.2=py*`.
  private static func split(_ rest: Substring) -> (version: Substring, build: Substring?) {
    if let space = rest.firstIndex(of: " ") {
      return (rest[..<space], rest[rest.index(after: space)...])
    }
    let body = rest.drop { $0 == "=" }
    let signs = rest.count - body.count
    if (1...2).contains(signs), let sign = body.firstIndex(of: "="), !body.contains(",") {
      return (body[..<sign], body[body.index(after: sign)...])
    }
    return (rest, nil)
  }

  private static func repairedVersion(_ text: Substring, hasBuild: Bool) -> Substring {
    var repaired = ""
    var piece = ""
    func flush() {
      if !piece.isEmpty { repaired += repairedConstraint(piece, hasBuild: hasBuild) }
      piece = ""
    }
    var previous: Character?
    for character in text {
      if character == "," || character == "|" {
        flush()
        repaired.append(character)
      } else if operators.contains(character), let previous, !operators.contains(previous),
        !piece.isEmpty, previous != "^"
      {
        // `>=1<2` lacks its comma.
        flush()
        repaired += ","
        piece.append(character)
      } else {
        piece.append(character)
      }
      previous = character
    }
    flush()
    return repaired[...]
  }

  private static func repairedConstraint(_ text: String, hasBuild: Bool) -> String {
    let sign = text.prefix { operators.contains($0) || $0 == "^" }
    let version = text.dropFirst(sign.count)
    let plain = version.hasSuffix(".*") ? version.dropLast(2) : version
    if version.isEmpty || version == "*" { return text }
    switch sign {
    case "" where version.contains("*"): return text
    case "": return hasBuild ? "==\(version)" : "\(version).*"
    case "=": return "\(plain).*"
    case "==" where version.hasSuffix(".*"): return "\(plain).*"
    case "===": return "==\(version)"
    case "=>": return ">=\(plain)"
    case "=<": return "<=\(plain)"
    case "<", "<=", ">", ">=": return "\(sign)\(plain)"
    case "~": return "~=\(plain)"
    case "^":
      let major = plain.prefix { $0 != "." }
      return Int(major).map { ">=\(plain),<\($0 + 1)" } ?? text
    default: return text
    }
  }
}
