import Grammars

@testable import RecipeReader

/// The tokens of expressions for the grammar's recogniser, cut apart without the scanner's help.
enum ExpressionTokens {
  static let grammarFiles = ["ExpressionV1.ebnf", "Version.ebnf"]
  static let lexicalRules: Set<String> = [
    "word", "name", "new-name", "index", "numeral", "string", "constant", "plain",
  ]

  static func isSentence(
    _ tokens: [String], _ grammar: Grammar, as rule: String = "v1-expression"
  ) -> Bool {
    var recogniser = GrammarRecogniser(
      grammar, tokens: tokens, lexicalRules: lexicalRules,
      tokenize: { TemplateTokens.delimiters.contains($0) ? [$0] : Self.tokens(of: $0) }
    ) { condition, tokens, index in
      if condition == " no parenthesis follows " {
        return index >= tokens.count || tokens[index] != "("
      }
      // Whether no argument of a test begins here.
      guard index < tokens.count, let first = tokens[index].first else { return true }
      if first.isLetter || first == "_" {
        return ["and", "or", "else", "is"].contains(tokens[index])
      }
      return !first.isNumber && !"'\"-+[{(".contains(first)
    }
    return recogniser.recognises(as: rule)
  }

  private static let pairs = ["**", "//", "==", "!=", "<=", ">="]

  static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      var token = Substring(String(first))
      if first == " " {
        rest = rest.dropFirst()
        continue
      } else if first.isLetter || first == "_" {
        token = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      } else if first.isNumber {
        token = number(rest)
      } else if first == "'" || first == "\"" {
        token = string(rest, first)
      } else if let pair = pairs.first(where: { rest.hasPrefix($0) }) {
        token = Substring(pair)
      }
      tokens.append(String(token))
      rest = rest.dropFirst(token.count)
    }
    return tokens
  }

  private static func number(_ text: Substring) -> Substring {
    var end = text.startIndex
    func skip(_ isPart: (Character) -> Bool) {
      while end < text.endIndex, isPart(text[end]) { end = text.index(after: end) }
    }
    skip { $0.isLetter || $0.isNumber || $0 == "_" }
    if text[end...].hasPrefix("."), text[end...].dropFirst().first?.isNumber ?? false {
      end = text.index(after: end)
      skip { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    if text[..<end].hasSuffix("e"), text[end...].hasPrefix("-") {
      end = text.index(after: end)
      skip(\.isNumber)
    }
    return text[..<end]
  }

  private static func string(_ text: Substring, _ quote: Character) -> Substring {
    var end = text.index(after: text.startIndex)
    while end < text.endIndex, text[end] != quote {
      if text[end] == "\\" { end = text.index(after: end) }
      if end < text.endIndex { end = text.index(after: end) }
    }
    return text[..<(end < text.endIndex ? text.index(after: end) : end)]
  }
}
