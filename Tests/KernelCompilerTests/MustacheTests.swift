import Templates
import Testing

@Suite struct MustacheTests {
  private func render(_ text: String, _ context: MustacheContext = [:]) throws -> String {
    try MustacheTemplate(text).render(context)
  }

  @Test func valuesGoInAsTheyAre() throws {
    #expect(try render("a {{ x }} b", ["x": "<&\">"]) == "a <&\"> b")
    #expect(try render("{{x}}{{y}}", ["x": "1", "y": "2"]) == "12")
  }

  @Test func sectionsRepeatAndSeeOuterValues() throws {
    let context: MustacheContext = [
      "name": "n", "items": .list([["i": "1"], ["i": "2"]]), "none": .list([]),
    ]
    #expect(try render("{{#items}}{{name}}{{i}} {{/items}}", context) == "n1 n2 ")
    #expect(try render("{{^none}}empty{{/none}}{{^items}}no{{/items}}", context) == "empty")
    #expect(
      try render("{{#a}}x{{/a}}{{^a}}y{{/a}}{{#b}}z{{/b}}", ["a": .flag(false), "b": .flag(true)])
        == "yz")
  }

  @Test func tagsAloneOnTheirLineLeaveNone() throws {
    let text =
      "a\n  {{#items}}\n- {{i}}\n  {{/items}}\n{{! a comment }}\nb {{#items}}{{i}}{{/items}}\n"
    #expect(
      try render(text, ["items": .list([["i": "1"], ["i": "2"]])]) == "a\n- 1\n- 2\nb 12\n")
  }

  @Test(arguments: [
    ("a\n{{x}}", 2, "nothing is named 'x'"), ("\n\n{{#a}}\n", 3, "'a' is never closed"),
    ("{{/a}}", 1, "not open"), ("{{a", 1, "never closed"), ("{{}}", 1, "no name"),
    (String(repeating: "{{#a}}", count: 100), 1, "too deep"), ("{{#f}}{{/g}}", 1, "'g' is closed"),
  ])
  func mistakesHaveALine(_ text: String, _ line: Int, _ words: String) throws {
    let error = #expect(throws: MustacheError.self) { try render(text, ["f": .flag(true)]) }
    #expect(error?.line == line)
    #expect(error?.message.contains(words) == true)
  }

  @Test func aListIsNoText() {
    #expect(throws: MustacheError.self) { try render("{{x}}", ["x": .list([])]) }
  }
}
