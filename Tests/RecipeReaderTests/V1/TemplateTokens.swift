import Grammars

/// The tokens of templates: text outside of tags, tags' delimiters, and expressions' tokens between.
enum TemplateTokens {
  static let grammarFiles = ["TemplateV1.ebnf"] + ExpressionTokens.grammarFiles
  static let opening: Set = ["${{", "{{", "{%"]
  static let closing: Set = ["}}", "%}"]
  static let delimiters = opening.union(closing)

  /// Of a derivation, or of what mutation left of one: some tokens run together.
  static func tokens(of words: [String]) -> [String] {
    var tokens: [String] = []
    var inside: [String]?
    for word in words {
      if delimiters.contains(word) {
        tokens += inside.map { ExpressionTokens.tokens(of: $0.joined(separator: " ")) } ?? []
        inside = opening.contains(word) ? [] : nil
        tokens.append(word)
      } else if inside == nil {
        tokens.append(word)
      } else {
        inside?.append(word)
      }
    }
    return tokens
  }

  static func isSentence(_ tokens: [String], _ grammar: Grammar) -> Bool {
    ExpressionTokens.isSentence(tokens, grammar, as: "v1-template")
  }

  /// Where something inside of a tag stands.
  static func placesInTags(_ tokens: [String]) -> [Int] {
    var isInside = false
    return tokens.indices.filter { index in
      if delimiters.contains(tokens[index]) {
        isInside = opening.contains(tokens[index])
        return false
      }
      return isInside
    }
  }
}
