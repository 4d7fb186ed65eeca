import Diagnostics
import Foundation
import SpikingModels
import Testing

@testable import KernelCompiler

/// `Grammar/GeNNCode.ebnf` is what the parser accepts: its words are the scanner's, and every
/// sentence that it produces is parsed.
@Suite struct GrammarTests {
  private func grammar() throws -> EBNF {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("../../Grammar/GeNNCode.ebnf").standardized
    return try EBNF(String(contentsOf: file, encoding: .utf8))
  }

  private func source(_ text: String) -> SnippetSource {
    SnippetSource(
      MarkedSnippet(text).snippet, title: "test", place: Place(file: "", line: 1, column: 1))
  }

  @Test func itsWordsAreTheScanners() throws {
    let words = try grammar().words
    // Signs that are read only to say what is wrong with them.
    let understood = Sign.allCases.filter {
      $0.isInGeNN && $0 != .leftBracket && $0 != .rightBracket
    }
    let known =
      understood.map(\.rawValue) + TypeWord.allCases.map(\.rawValue)
      + Keyword.allCases.filter(\.isSupported).map(\.rawValue)
    #expect(words == Set(known))
  }

  @Test func everySentenceIsParsed() throws {
    let grammar = try grammar()
    var random = SplitMix(state: 1)
    for _ in 0..<400 {
      let sentence = grammar.sentence("statements", &random)
      let findings = Parser.statements(in: source(sentence)).findings
        // Random numbers may be too large, and random names may be keywords.
        .filter { $0.id != "integer-out-of-range" }
      #expect(findings.isEmpty, "\(sentence)\n\(findings.map(\.message))")
    }
  }

  @Test func brokenSentencesEndInFindingsOrNot() throws {
    let grammar = try grammar()
    var random = SplitMix(state: 2)
    for _ in 0..<400 {
      var words = grammar.sentence("statements", &random).split(separator: " ").map(String.init)
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

/// Reproducible random numbers.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
