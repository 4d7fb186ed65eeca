/// Which styles a text allows outside of flow collections (`analyze_scalar`).
struct PyYAMLAnalysis {
  private(set) var isMultiline = false
  private(set) var allowsPlain = true
  private(set) var allowsSingleQuotes = true

  init(_ text: [Unicode.Scalar]) {
    guard let first = text.first, let last = text.last else { return }
    var hasIndicators =
      text.starts(with: "---".unicodeScalars)
      || text.starts(with: "...".unicodeScalars)
    var hasSpecials = false
    var breakThenSpace = false
    var spaceThenBreak = false
    var previous: Unicode.Scalar?
    for (index, character) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : nil
      if index == 0 {
        hasIndicators = hasIndicators || Self.isLeadingIndicator(character, before: next)
      } else if character == ":" {
        hasIndicators = hasIndicators || Self.isSpace(next)
      } else if character == "#" {
        hasIndicators = hasIndicators || Self.isSpace(previous)
      }
      if character.isYAMLBreak, character != "\r" { isMultiline = true }
      // Characters beyond ASCII count as special without `allow_unicode`.
      if character != "\n", !(0x20...0x7E).contains(character.value) { hasSpecials = true }
      if character == " ", previous == "\n" { breakThenSpace = true }
      if character == "\n", previous == " " { spaceThenBreak = true }
      previous = character
    }
    let hasEdges = first == " " || first == "\n" || last == " " || last == "\n"
    allowsSingleQuotes = !(breakThenSpace || spaceThenBreak || hasSpecials)
    allowsPlain = allowsSingleQuotes && !hasEdges && !isMultiline && !hasIndicators
  }

  private static func isLeadingIndicator(
    _ character: Unicode.Scalar, before next: Unicode.Scalar?
  ) -> Bool {
    switch character {
    case "#", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`": true
    case "?", ":", "-": isSpace(next)
    default: false
    }
  }

  /// The end counts as white space.
  private static func isSpace(_ character: Unicode.Scalar?) -> Bool {
    guard let character else { return true }
    return character == " " || character == "\t" || character == "\0" || character.isYAMLBreak
  }
}
