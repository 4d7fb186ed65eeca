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
