import Diagnostics
import Testing
import YAML

@Suite struct FindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let id: String
    let line: Int
    let column: Int
    var options = YAMLReadOptions()
    var testDescription: String { "\(id): \(text.debugDescription)" }

    init(
      _ text: String, _ id: String, _ line: Int, _ column: Int,
      _ options: YAMLReadOptions = YAMLReadOptions()
    ) {
      (self.text, self.id, self.line, self.column) = (text, id, line, column)
      self.options = options
    }
  }

  /// The places are where a person has to look, not always where libyaml gave up.
  @Test(arguments: [
    Case("a: b: c\n", "unexpected-colon", 1, 5),
    Case("a: 1\nbc\nd: 2\n", "missing-colon", 2, 1),
    Case("a: - b\n", "unexpected-dash", 1, 4),
    Case("a: ? b\n", "unexpected-key", 1, 4),
    Case("a:\n\tb: 1\n", "tab-in-indentation", 2, 1),
    Case("a: @b\n", "reserved-character", 1, 4),
    Case("a: `b`\n", "reserved-character", 1, 4),
    Case("a: \"b\nc: d\n", "unclosed-quote", 1, 4),
    Case("a: 'é\n", "unclosed-quote", 1, 4),
    Case("a: \"\\q\"\n", "unknown-escape", 1, 5),
    Case("a: \"\\xZZ\"\n", "unknown-escape", 1, 7),
    Case("a: [b, c\nd: e\n", "unclosed-bracket", 2, 2),
    Case("a: {b: c\nd: e\n", "unclosed-bracket", 2, 2),
    Case("a: b\n c: d\n", "unexpected-colon", 2, 3),
    Case("a: 'b' c\n", "stray-in-mapping", 1, 8),
    Case("- a\nb: c\n", "stray-in-sequence", 2, 1),
    Case("a: *.so\n", "malformed-alias", 1, 4),
    Case("a: & b\n", "malformed-alias", 1, 4),
    Case("a: !<x\n", "malformed-tag", 1, 4),
    Case("a: !e!x y\n", "malformed-tag", 1, 4),
    Case("a: |x\n", "malformed-block-header", 1, 4),
    Case("%YAML 3.0\n---\na\n", "malformed-directive", 1, 1),
    Case("'a' 'b'\n", "text-after-document", 1, 5),
    Case("a: 1\na: 2\n", "duplicate-key", 2, 1),
    Case("[a]: 1\n", "key-not-text", 1, 1),
    Case("{{ x }}: 1\n", "key-not-text", 1, 1),
    Case("a: {{ x }}\n", "key-not-text", 1, 5),
    Case("a: &x 1\n*x : 1\n? *x\n: 2\n", "duplicate-key", 3, 3),
    Case("a: &x []\n*x : 1\n", "key-not-text", 2, 1),
    Case("<<: 1\n", "merges-no-mapping", 1, 5),
    Case("<<: [{}, 1]\n", "merges-no-mapping", 1, 10),
    Case("a: *x\n", "unknown-alias", 1, 4),
    Case("a: &x [*x]\n", "recursive-alias", 1, 8),
    Case("- &x 1\n- &x 2\n", "duplicate-anchor", 2, 3),
    Case("a: &x 1\n", "anchor-not-allowed", 1, 4, .rattler),
    Case("a: !!int 1\n", "tag-not-allowed", 1, 4, .rattler),
    Case("\u{FEFF}a: 1\n", "byte-order-mark", 1, 1, .rattler),
    Case("a: 1\n--- \nb: 2\n", "several-documents", 3, 1),
    Case("a: \u{7}\n", "control-character", 1, 4),
    Case("é: \u{0}\n", "control-character", 1, 4),
  ])
  func isPlacedAndNamed(_ test: Case) {
    let finding = #expect(throws: Diagnostic.self) {
      try YAMLReader(file: "f", options: test.options).document(test.text)
    }
    #expect(finding?.id == test.id)
    #expect(finding?.location == SourceLocation(file: "f", line: test.line, column: test.column))
    #expect(finding?.remedy != nil)
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 1, 4), ([0x61, 0x0A, 0xC3, 0xA9, 0xC3], 2, 2),
      ([0xFF, 0xFE, 0x61, 0x00], 1, 1), ([0x0D, 0x0A, 0xED, 0xA0, 0x80], 2, 1),
    ] as [([UInt8], Int, Int)])
  func badUTF8IsPlaced(bytes: [UInt8], line: Int, column: Int) {
    let finding = #expect(throws: Diagnostic.self) {
      try YAMLReader(file: "f").document(bytes: bytes)
    }
    #expect(finding?.id == "bad-encoding")
    #expect(finding?.location == SourceLocation(file: "f", line: line, column: column))
  }

  /// Where the last value counts, only others than the first are worth a word.
  @Test func laterValuesAreTold() throws {
    var warnings: [Diagnostic] = []
    let node = try YAMLReader(file: "a.yaml", options: .pyyaml)
      .document(bytes: Array("skip: 1\nskip: 1\nnumber: 0\nnumber: 1\n".utf8), warnings: &warnings)
    #expect(node["number"]?.scalar?.text == "1")
    #expect(warnings.map(\.id) == ["duplicate-key"])
    #expect(warnings.first?.severity == .warning)
    #expect(warnings.first?.location == SourceLocation(file: "a.yaml", line: 4, column: 1))
  }
}
