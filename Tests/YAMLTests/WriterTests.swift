import Testing
import YAML

@Suite struct WriterTests {
  private static func lines(
    _ block: YAMLBlock, _ style: YAMLWriter.Style = .recipe, header: [YAMLLine] = [],
    footer: [YAMLLine] = []
  ) -> [String] {
    let text = YAMLWriter(style).text(of: block, header: header, footer: footer)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      String($0)
    }
  }

  @Test func sectionsStandApartAndListsBelowTheirKey() {
    let recipe: YAMLBlock = [
      "schema_version": 1,
      "package": ["name": "genn", "version": "5.10"],
      "requirements": ["host": ["python", "numpy >=1.21"], "run": []],
      "extra": [:],
    ]
    #expect(
      Self.lines(recipe) == [
        "schema_version: 1", "", "package:", "  name: genn", "  version: \"5.10\"", "",
        "requirements:", "  host:", "    - python", "    - numpy >=1.21", "  run: []", "",
        "extra: {}",
      ])
  }

  @Test func variantFilesHaveNoBlankLines() {
    #expect(
      Self.lines(["python": ["3.12"], "numpy": ["2"]], .config)
        == ["python:", "  - \"3.12\"", "numpy:", "  - \"2\""])
  }

  /// Selectors count for the line that they stand on.
  @Test func aListWithACommentDoesNotStartOnTheDash() {
    let inner = YAMLBlock.sequence([
      .init("a", trivia: YAMLTrivia(comment: "[unix]")), .init("b"),
    ])
    #expect(
      Self.lines(.sequence([.init(inner)])) == ["-", "  - a  # [unix]", "  - b"])
    #expect(
      Self.lines(.sequence([.init([["a"]], trivia: YAMLTrivia(comment: "[win]"))]))
        == ["-  # [win]", "  - - a"])
  }

  @Test func collectionsInItemsStartOnTheDash() {
    let tree: YAMLBlock = [["if": "win", "then": ["a", "b"]], [["x"], "z"], [[:], []]]
    #expect(
      Self.lines(tree) == [
        "- if: win", "  then:", "    - a", "    - b", "- - - x", "  - z", "- - {}", "  - []",
      ])
  }

  @Test func commentsStandOnAnyLine() {
    let tree = YAMLBlock.mapping([
      .init(
        "requirements",
        .sequence([
          .init("python", trivia: .init(comment: "[win]")),
          .init(
            .mapping([
              .init("if", "unix", trivia: .init(above: [.comment("why")], comment: "inner")),
              .init("then", "gcc"),
            ]), trivia: .init(comment: "outer")),
          .init([], trivia: .init(above: [.blank, .comment("two\nlines")], comment: "none")),
        ]), trivia: .init(above: [.comment("top")], comment: "[linux]")),
      .init(
        "script", .string("a\nb\n"),
        trivia: .init(comment: "block", below: [.verbatim("{% endif %}")])),
    ])
    #expect(
      Self.lines(
        tree, .config, header: [.verbatim("{% set x = 1 %}"), .blank], footer: [.comment("end")])
        == [
          "{% set x = 1 %}", "", "# top", "requirements:  # [linux]", "  - python  # [win]",
          "  # why", "  - if: unix  # outer inner", "    then: gcc", "", "  # two", "  # lines",
          "  - []  # none", "script: |  # block", "  a", "  b", "{% endif %}", "# end",
        ])
  }

  @Test func aCommentCannotBecomeData() {
    let entry = YAMLBlock.Entry(
      "a", "b", trivia: .init(above: [.comment("x\r\nkey: 1\u{2028}y")], comment: "z\nkey: 2\u{7}"))
    #expect(
      Self.lines(.mapping([entry]))
        == ["# x", "#", "# key: 1", "# y", "a: b  # z key: 2\u{FFFD}"])
  }

  @Test func blankLinesAreNotDoubled() {
    let tree = YAMLBlock.mapping([
      .init("a", 1, trivia: .init(below: [.blank])),
      .init("b", 2, trivia: .init(above: [.comment("c")])),
      .init("c", 3, trivia: .init(above: [.blank, .comment("d")])),
    ])
    #expect(Self.lines(tree) == ["a: 1", "", "# c", "b: 2", "", "# d", "c: 3"])
  }

  @Test func nothingFollowsAnEmptyValue() {
    let tree = YAMLBlock.mapping([
      .init("a", .empty), .init("b", .sequence([.init(.empty), .init(.null)])),
    ])
    #expect(Self.lines(tree, .config) == ["a:", "b:", "  -", "  - null"])
  }

  @Test func linesOfAScriptBecomeALiteralBlock() {
    let tree = YAMLBlock.mapping([
      .init("one", .string("a\n\n  b: #c\n")), .init("two", .string("a\nb")),
      .init("indented", .string("  a\nb\n")), .init("blankEnd", .string("a\n\n")),
      .init("asked", .string("a", style: .literal)),
      .init("quoted", .string("a\nb", style: .double)),
    ])
    #expect(
      Self.lines(tree, .config) == [
        "one: |", "  a", "", "    b: #c", "two: |-", "  a", "  b", "indented: |2", "    a", "  b",
        "blankEnd: \"a\\n\\n\"", "asked: |-", "  a", "quoted: \"a\\nb\"",
      ])
  }

  @Test func keysCanBeSorted() {
    let tree: YAMLBlock = ["b": ["z": 1, "Z": 2, "é": 3, "a": []], "a": [["d": 1, "c": 2]]]
    #expect(
      Self.lines(tree.sortedByKey(), .pyyaml) == [
        "a:", "- c: 2", "  d: 1", "b:", "  Z: 2", "  a: []", "  z: 1", "  \"\\xE9\": 3",
      ])
  }

  @Test func longKeysAreMarked() {
    let key = String(repeating: "k", count: 1200)
    #expect(
      Self.lines(.mapping([.init(YAMLText(key), ["a"])])) == ["? \(key)", ":", "  - a"])
  }

  @Test func deepTreesEndInTextAndNotInACrash() {
    var tree: YAMLBlock = "x"
    for _ in 0..<3000 { tree = [tree] }
    for style in YAMLWriter.Style.allCases {
      #expect(YAMLWriter(style).text(of: tree).hasSuffix("[]\n"))
    }
  }
}
