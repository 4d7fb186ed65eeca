import Diagnostics
import Testing
import YAML

@Suite struct ReaderTests {
  private static func node(
    _ text: String, _ options: YAMLReadOptions = YAMLReadOptions()
  ) throws -> YAMLNode {
    try YAMLReader(file: "recipe.yaml", options: options).document(text)
  }

  @Test func valuesKnowTheirPlaces() throws {
    let root = try Self.node("é: ü\nlist:\n  - \"😀\"  # c\n  - {a: [1, x]}\n")
    let name = try #require(root["é"])
    #expect(name.location == SourceLocation(file: "recipe.yaml", line: 1, column: 4))
    let list = try #require(root["list"]?.sequence)
    #expect(list.items[0].span.end == YAMLMark(line: 3, column: 8))
    #expect(list.items[0].scalar == YAMLScalar("😀", style: .double))
    #expect(list.items[1]["a"]?.sequence?.items[1].span.start == YAMLMark(line: 4, column: 13))
    #expect(list.items[1].mapping?.isFlow == true && !list.isFlow)
    #expect(root.mapping?.pair("list")?.keySpan.start == YAMLMark(line: 2, column: 1))
    #expect(root.mapping?.pairs.map(\.name) == ["é", "list"])
  }

  @Test func stylesAndTagsAreKept() throws {
    let root = try Self.node(
      "- a\n- 'b'\n- \"c\"\n- |\n  d\n- >-\n  e\n- !!int 3\n- !x {}\n- !<y> []\n")
    let items = try #require(root.sequence?.items)
    #expect(
      items.prefix(5).map { $0.scalar?.style } == [.plain, .single, .double, .literal, .folded])
    #expect(items.prefix(5).map { $0.scalar?.text } == ["a", "b", "c", "d\n", "e"])
    #expect(items.suffix(3).map(\.tag) == ["tag:yaml.org,2002:int", "!x", "y"])
  }

  @Test func aliasesStandForTheirAnchors() throws {
    let root = try Self.node("a: &x [1, &y 2]\nb: *x\n*y : *y\n")
    #expect(root["b"]?.span.start == YAMLMark(line: 1, column: 4))
    #expect(root["b"]?.alias == YAMLMark(line: 2, column: 4))
    #expect(root["b"]?.sequence?.items.last?.anchor == "y")
    #expect(root["2"]?.scalar?.text == "2")
    #expect(root.mapping?.pair("2")?.keySpan.start == YAMLMark(line: 3, column: 1))
  }

  @Test func mergedKeysComeFirstAndYieldToOwnOnes() throws {
    let text = "- &a {x: 1, y: 2}\n- &b {x: 3, z: 4}\n- {w: 0, y: 5, <<: [*a, *b]}\n"
    let merged = try #require(try Self.node(text).sequence?.items[2])
    // list(yaml.safe_load(text)[2].items())
    #expect(merged.jsonText(schema: .pyyaml) == #"{"x":1,"z":4,"y":5,"w":0}"#)
    #expect(merged.mapping?.pair("x")?.keySpan.start == YAMLMark(line: 1, column: 7))
    let kept = try #require(try Self.node(text, .base).sequence?.items[2])
    #expect(kept["<<"]?.sequence?.items.count == 2)
    #expect(try Self.node("'<<': {a: 1}")["<<"]?["a"] != nil)
  }

  @Test func severalDocumentsAreRead() throws {
    let stream = YAMLReader(file: "f").read("--- &a 1\n--- \n&a 2\n...\n---\n*a\n")
    #expect(stream.documents.map { $0.scalar?.text } == ["1", "2"])
    #expect(stream.findings.all.map(\.id) == ["unknown-alias"])
    #expect(throws: Diagnostic.self) { try Self.node("--- 1\n--- 2\n") }
  }

  @Test(arguments: ["", "\n\n", "# only this\n", "---\n", "\u{FEFF}"])
  func nothingIsAnEmptyScalar(text: String) throws {
    let node = try Self.node(text)
    #expect(node.scalar == YAMLScalar(""))
    #expect(node.scalar?.resolved(by: .pyyaml) == .null)
  }

  @Test func byteOrderMarkAndCRLFDoNotMatter() throws {
    let root = try Self.node("\u{FEFF}a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 'p\r\n  q'\r\n")
    #expect(root["a"]?.span.start == YAMLMark(line: 1, column: 4))
    #expect(root["b"]?.scalar?.text == "x\ny\n")
    #expect(root["c"]?.scalar?.text == "p q")
    #expect(root["c"]?.span == YAMLSpan(YAMLMark(line: 5, column: 4), YAMLMark(line: 6, column: 5)))
  }

  @Test func lastValueWinsWherePyYAMLReads() throws {
    let root = try Self.node("a: 1\nb: 2\na: 3\n", .pyyaml)
    #expect(root.jsonText(schema: .pyyaml) == #"{"a":3,"b":2}"#)
    let many = (0..<40).map { "k\($0 % 30): \($0)\n" }.joined()
    #expect(try Self.node(many, .pyyaml).mapping?.pairs.count == 30)
    let stream = YAMLReader(file: "f").read(many)
    #expect(stream.findings.all.count == 10)
    #expect(stream.findings.all.first?.location == SourceLocation(file: "f", line: 31))
    #expect(
      stream.findings.all.first?.notes.first?.location == SourceLocation(file: "f", line: 1))
  }

  @Test func bytesAreReadAsText() throws {
    let root = try YAMLReader(file: "f").document(bytes: Array("a: b\n".utf8))
    #expect(root["a"]?.scalar?.text == "b")
  }
}
