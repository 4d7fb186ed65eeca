import Diagnostics
import Testing
import YAML

@Suite(.enabled(if: Oracle.isThere, Oracle.whyNot))
struct ReaderOracleTests {
  private static func documents(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<3000).map { _ in random.document() }
  }

  @Test func structureIsThatOfPyYAML() throws {
    let texts = Self.documents(seed: 31)
    let answers = try Oracle.answers(to: texts.map { .base($0) })
    var refused = 0
    for (text, answer) in zip(texts, answers) {
      let stream = YAMLReader(file: "f", options: .base).read(text)
      if case .error(let reason) = answer {
        refused += 1
        #expect(stream.findings.hasErrors, "\(reason)\n\(text.debugDescription)")
      } else {
        let trees = stream.documents.map { Tree($0, .base) }
        #expect(.list(trees) == answer, "\(stream.findings)\n\(text.debugDescription)")
      }
    }
    #expect(refused > 100 && refused < texts.count / 2)
  }

  /// Python's own parser takes a byte order mark within a text for a letter and reads `[a:]`;
  /// libyaml does neither.
  @Test func valuesAreThoseOfSafeLoader() throws {
    let texts = Self.documents(seed: 32).filter {
      !$0.unicodeScalars.dropFirst().contains("\u{FEFF}") && !$0.contains(":]")
    }
    let answers = try Oracle.answers(to: texts.map { .load($0) })
    for (text, answer) in zip(texts, answers) {
      let stream = YAMLReader(file: "f", options: .pyyaml).read(text)
      if case .error = answer { continue }
      #expect(
        .list(stream.documents.map { Tree($0, .pyyaml) }) == answer,
        "\(stream.findings)\n\(text.debugDescription)")
    }
  }
}
