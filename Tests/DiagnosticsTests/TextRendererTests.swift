import Diagnostics
import Testing

@Suite struct TextRendererTests {
  private static let file = "Recipes/PyGeNN.swift"
  private static let source = "let a = 1\r\n    Variant(\"cuad\")\n\tTabbed\t(x)\n"

  private func finding(
    line: Int = 2, column: Int = 5, remedy: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: Self.file, line: line, column: column),
      "no variant is named 'cuad'", remedy: remedy, notes: notes, id: "unknownVariant")
  }

  private func render(_ finding: Diagnostic, source: String = source) -> String {
    TextRenderer(sources: SourceTexts([Self.file: source])).render(finding)
  }

  @Test func sourceLineCaretRemedyAndNotes() {
    let note = Diagnostic.Note(
      "variants are declared here", at: SourceLocation(file: Self.file, line: 1, column: 5))
    let elsewhere = Diagnostic.Note("names are case-sensitive")
    #expect(
      render(finding(remedy: "write 'cuda'", notes: [note, elsewhere])) == """
        Recipes/PyGeNN.swift:2:5: error: no variant is named 'cuad' [unknown-variant]
            Variant("cuad")
            ^
        remedy: write 'cuda'
        Recipes/PyGeNN.swift:1:5: note: variants are declared here
        let a = 1
            ^
        note: names are case-sensitive

        """)
  }

  @Test func tabsInFrontOfTheCaretStayTabs() {
    #expect(
      render(finding(line: 3, column: 9))
        == "Recipes/PyGeNN.swift:3:9: error: no variant is named 'cuad' [unknown-variant]\n"
        + "\tTabbed\t(x)\n" + "\t      \t^\n")
  }

  /// Columns count scalars; cells are what a terminal shows for them (2 for each of these, but for
  /// the accented letter, whose two scalars take one cell).
  @Test(arguments: [
    ("名前: x", 5, 6), ("👩‍👩‍👧 x", 7, 3), ("e\u{301} x", 4, 2), ("❤️ x", 4, 3), ("ｆｗ x", 4, 5),
    ("가 x", 3, 3),
  ])
  func caretStandsBelowTheCellOfWideText(line: String, column: Int, cells: Int) {
    let lines = render(finding(line: 1, column: column), source: line).split(separator: "\n")
    #expect(lines.last.map(String.init) == String(repeating: " ", count: cells) + "^")
  }

  @Test func placesOutsideTheTextAreShownWithoutCrash() {
    let headline = "error: no variant is named 'cuad' [unknown-variant]\n"
    #expect(render(finding(line: 9, column: 1)) == "\(Self.file):9:1: " + headline)
    #expect(render(finding(line: 0, column: 1)) == "\(Self.file):0:1: " + headline)
    #expect(
      render(finding(line: 1, column: 0)) == "\(Self.file):1:0: " + headline + "let a = 1\n")
    #expect(
      render(finding(line: 1, column: 99))
        == "\(Self.file):1:99: " + headline + "let a = 1\n" + "         ^\n")
    #expect(
      render(finding(line: .max, column: .min), source: "x")
        == "\(Self.file):\(Int.max):\(Int.min): " + headline)
  }

  @Test func findingWithoutAPlace() {
    let finding = Diagnostic(.warning, at: nil, "nothing to do", id: "emptyRecipe")
    #expect(TextRenderer().render(finding) == "warning: nothing to do [empty-recipe]\n")
  }

  @Test func longLinesAreCutAroundTheCaret() {
    let line = String(repeating: "a", count: 200) + "X" + String(repeating: "b", count: 200)
    let lines = render(finding(line: 1, column: 201), source: line).split(separator: "\n")
    #expect(
      lines.dropFirst().map(String.init) == [
        "…" + String(repeating: "a", count: 80) + "X" + String(repeating: "b", count: 79) + "…",
        String(repeating: " ", count: 81) + "^",
      ])
  }

  @Test func controlsAndBidiMarksOfSourceAndMessageDoNotReachTheTerminal() {
    let finding = Diagnostic(
      .error, at: SourceLocation(file: "f", line: 1, column: 3), "bad\u{1B}[2J\nname",
      id: "badName")
    #expect(
      TextRenderer(sources: SourceTexts(["f": "a\u{1B}b\u{202E}c\u{0}"])).render(finding) == """
        f:1:3: error: bad\u{FFFD}[2J
          name [bad-name]
        a\u{FFFD}b\u{FFFD}c\u{FFFD}
          ^

        """)
  }

  @Test func colours() {
    let renderer = TextRenderer(sources: SourceTexts(["f": "x"]), coloured: true)
    let finding = Diagnostic(
      .error, at: SourceLocation(file: "f", line: 1), "no", remedy: "fix", id: "wrong")
    #expect(
      renderer.render(finding)
        == "\u{1B}[1mf:1:1:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mno\u{1B}[0m [wrong]\n"
        + "x\n\u{1B}[1;32m^\u{1B}[0m\n" + "\u{1B}[1mremedy: \u{1B}[0mfix\n")
  }
}
