import Grammars
import Testing

@testable import RecipeReader

/// The grammar of templates with statements and the parser say the same.
@Suite struct TemplateGrammarTests {
  private let grammar: Grammar

  init() throws { grammar = try Grammar(files: TemplateTokens.grammarFiles) }

  @Test func everyRuleIsDefinedAndUsed() throws {
    #expect(grammar.undefined.isEmpty)
    let own = try Grammar(files: ["TemplateV1.ebnf"])
    #expect(Set(own.rules.keys).subtracting(own.used) == [])
  }

  /// Blocks are left out: that each has a name of its own no grammar says.
  private func sentences(seed: UInt64, count: Int) -> [[String]] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in
      TemplateTokens.tokens(
        of: grammar.tokens(
          of: "v1-template", lexicalRules: ExpressionTokens.lexicalRules, depth: 20, with: &random))
    }
    .filter { (3..<120).contains($0.count) && !$0.contains("block") }
    .filter { TemplateTokens.isSentence($0, grammar) }
  }

  @Test func sentencesAreRead() {
    let sentences = sentences(seed: 1, count: 3000)
    #expect(sentences.count > 500)
    for tokens in sentences {
      let text = tokens.joined(separator: " ")
      #expect(throws: Never.self, "\(text)") { try V1.Template(text) }
    }
    let words = Set(sentences.joined())
    let statements = [
      "if", "elif", "for", "recursive", "with", "set", "endset", "filter", "macro", "call", "do",
      "include", "import", "from", "extends", "raw",
    ]
    #expect(words.isSuperset(of: statements))
  }

  @Test func mutatedSentencesAreJudgedAlike() {
    var random = SplitMix(seed: 2)
    let sentences = sentences(seed: 3, count: 4000).filter { $0.count < 60 }
    let pool = sentences.joined().filter { !TemplateTokens.delimiters.contains($0) }
    var accepted = 0
    var refused = 0
    for sentence in sentences {
      var tokens = sentence
      for _ in 0...random.below(2) { mutate(&tokens, pool, &random) }
      tokens = TemplateTokens.tokens(of: tokens)
      // What stands in raw text is no statement, and what a block is called no grammar says.
      if tokens.contains("raw") || tokens.contains("block") { continue }
      let text = tokens.joined(separator: " ")
      let isRead = (try? V1.Template(text)) != nil
      #expect(isRead == TemplateTokens.isSentence(tokens, grammar), "\(text)")
      if isRead { accepted += 1 } else { refused += 1 }
    }
    #expect(accepted > 30 && refused > 100, "\(accepted) \(refused)")
  }

  private func mutate(_ tokens: inout [String], _ pool: [String], _ random: inout SplitMix) {
    let places = TemplateTokens.placesInTags(tokens)
    guard !places.isEmpty else { return }
    let index = random.pick(places)
    switch random.below(5) {
    case 0: tokens.remove(at: index)
    case 1: tokens.insert(random.pick(pool), at: index)
    case 2: tokens.swapAt(index, random.pick(places))
    case 3:
      // A whole tag.
      let start = tokens[...index].lastIndex { TemplateTokens.opening.contains($0) }
      let end = tokens[index...].firstIndex { TemplateTokens.closing.contains($0) }
      if let start, let end { tokens.removeSubrange(start...end) }
    default: tokens[index] = random.pick(pool)
    }
  }
}
