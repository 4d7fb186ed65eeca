import Diagnostics
import Grammars
import SpikingModels
import Testing

@testable import KernelCompiler

/// `Grammar/GeNNCode.ebnf` is what the parser accepts: its words are the scanner's, and every
/// sentence that it produces is parsed.
@Suite struct GrammarTests {
  private let grammar: Grammar
  /// Rules in capitals are words.
  private let lexicalRules: Set<String>

  init() throws {
    grammar = try Grammar(files: ["GeNNCode.ebnf"])
    lexicalRules = Set(grammar.rules.keys.filter { $0 == $0.uppercased() })
  }

  private func sentence(_ random: inout SplitMix) -> [String] {
    // A name that is also a keyword would change the sentence.
    grammar.replacing(["NAME": ["v", "alpha_", "V2", "I_syn"]])
      .tokens(of: "statements", lexicalRules: lexicalRules, depth: 60, with: &random)
  }

  private func source(_ text: String) -> SnippetSource {
    SnippetSource(
      MarkedSnippet(text).snippet, title: "test", place: Place(file: "", line: 1, column: 1))
  }

  @Test func itsWordsAreTheScanners() throws {
    let words = grammar.terminals(besides: lexicalRules)
    // Signs that are read only to say what is wrong with them.
    let understood = Sign.allCases.filter(\.isInGeNN)
    let known =
      understood.map(\.rawValue) + TypeWord.allCases.map(\.rawValue)
      + Keyword.allCases.map(\.rawValue)
    #expect(words == Set(known))
  }

  @Test func everySentenceIsParsed() throws {
    var random = SplitMix(seed: 1)
    for _ in 0..<400 {
      let sentence = sentence(&random).joined(separator: " ")
      let findings = Parser.statements(in: source(sentence)).findings
        // Random numbers may be too large, and random names may be keywords.
        .filter { $0.id != "integer-out-of-range" }
      #expect(findings.isEmpty, "\(sentence)\n\(findings.map(\.message))")
    }
  }

  /// Sentences with a word too few, too many or another one: the parser takes those that the grammar
  /// recognises, and no others.
  @Test func theParserTakesWhatTheGrammarRecognises() throws {
    var random = SplitMix(seed: 3)
    let names = grammar.replacing(["NAME": ["v", "alpha_", "V2", "I_syn"]])
    let types = Set(TypeWord.allCases.map(\.rawValue)).union(["const"])
    // Words of types may stand in any order, which the grammar doesn't say.
    let words =
      grammar.terminals(besides: lexicalRules).subtracting(types).sorted() + ["v", "3", "1.5"]
    var counts = [true: 0, false: 0]
    for _ in 0..<6000 {
      var tokens = names.tokens(
        of: "block_item", lexicalRules: lexicalRules, depth: 22, with: &random)
      guard (2..<30).contains(tokens.count) else { continue }
      let index = random.below(tokens.count)
      guard !types.contains(tokens[index]) else { continue }
      switch random.below(4) {
      case 0: tokens.remove(at: index)
      case 1: tokens.insert(random.pick(words), at: index)
      case 2: tokens[index] = random.pick(words)
      default: break
      }
      let pairs = zip(tokens, tokens.dropFirst())
      let isOrdered = !pairs.contains { types.contains($0) && types.contains($1) }
      guard isOrdered else { continue }
      var recogniser = GrammarRecogniser(
        names, tokens: tokens, lexicalRules: lexicalRules, tokenize: { [$0] })
      let isSentence = recogniser.recognises(as: "statements")
      let findings = Parser.statements(in: source(tokens.joined(separator: " "))).findings
        .filter { $0.id != "integer-out-of-range" }
      counts[isSentence, default: 0] += 1
      #expect(
        isSentence == findings.isEmpty,
        "\(tokens.joined(separator: " "))\n\(findings.map(\.message))")
    }
    #expect(counts[true, default: 0] > 300 && counts[false, default: 0] > 300, "\(counts)")
  }

  @Test func brokenSentencesEndInFindingsOrNot() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<400 {
      var words = sentence(&random)
      guard !words.isEmpty else { continue }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: words.remove(at: Int.random(in: 0..<words.count, using: &random))
      case 1: words.swapAt(0, Int.random(in: 0..<words.count, using: &random))
      default:
        words.insert(
          ["(", "}", "else", "=", "é", "\"", "1e", ">>", "$"].randomElement(using: &random) ?? "",
          at: Int.random(in: 0...words.count, using: &random))
      }
      // Nothing to expect but that it returns: the whole compiler must stand any text.
      _ = NetworkCompiler.compile(
        oneNeuron(simulation: MarkedSnippet(words.joined(separator: " ")).snippet))
    }
  }
}
