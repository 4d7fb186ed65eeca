import Grammars
import Testing

@testable import RecipeReader

/// The grammar and the parser say the same.
@Suite struct ExpressionGrammarTests {
  private let grammar: Grammar

  init() throws { grammar = try Grammar(files: ExpressionTokens.grammarFiles) }

  @Test func everyRuleIsDefinedAndUsed() throws {
    #expect(grammar.undefined.isEmpty)
    let own = try Grammar(files: ["ExpressionV1.ebnf"])
    #expect(Set(own.rules.keys).subtracting(own.used) == [])
    #expect(own.undefined == ["letter", "digit"])
  }

  @Test func filtersAndTestsAreListed() {
    #expect(grammar.terminals(of: "known-filter") == Set(V1.Filter.allCases.map(\.rawValue)))
    #expect(grammar.terminals(of: "known-test") == Set(V1.Test.allCases.map(\.rawValue)))
  }

  private func sentences(seed: UInt64, count: Int) -> [String] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in grammar.sentence(of: "v1-expression", with: &random) }
      .filter { ExpressionTokens.isSentence(ExpressionTokens.tokens(of: $0), grammar) }
  }

  @Test func sentencesAreReadAndPrintedBack() throws {
    let sentences = sentences(seed: 1, count: 1500)
    #expect(sentences.count > 1000)
    for text in sentences {
      #expect(throws: Never.self, "\(text)") {
        let expression = try V1.ExpressionParser.parse(text)
        let printed = "\(expression)"
        let again = try V1.ExpressionParser.parse(printed)
        #expect("\(again)" == printed)
        #expect(Self.structure(again) == Self.structure(expression), "\(text) as \(printed)")
      }
    }
  }

  @Test func mutatedSentencesAreJudgedAlike() throws {
    var random = SplitMix(seed: 2)
    let sentences = sentences(seed: 3, count: 1500).filter { $0.utf8.count < 120 }
    let pool = sentences.flatMap { ExpressionTokens.tokens(of: $0) }
    var accepted = 0
    for text in sentences {
      var tokens = ExpressionTokens.tokens(of: text)
      for _ in 0...random.below(2) { mutate(&tokens, pool, &random) }
      let mutated = tokens.joined(separator: " ")
      // Some tokens run together even so, as 1 . 5 does not.
      let isSentence = ExpressionTokens.isSentence(ExpressionTokens.tokens(of: mutated), grammar)
      let isRead = (try? V1.ExpressionParser.parse(mutated)) != nil
      #expect(isRead == isSentence, "\(mutated)")
      accepted += isRead ? 1 : 0
    }
    #expect(accepted > sentences.count / 10 && accepted < sentences.count * 9 / 10)
  }

  private func mutate(_ tokens: inout [String], _ pool: [String], _ random: inout SplitMix) {
    let index = random.below(tokens.count)
    switch random.below(4) {
    case 0 where tokens.count > 1: tokens.remove(at: index)
    case 1: tokens.insert(random.pick(pool), at: index)
    case 2: tokens.swapAt(index, random.below(tokens.count))
    default: tokens[index] = random.pick(pool)
    }
  }

  /// All of an expression, down to the types.
  private static func structure(_ expression: V1.Expression) -> String {
    var text = ""
    dump(expression, to: &text)
    return text
  }
}
