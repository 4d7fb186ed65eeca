import Diagnostics
import Testing

@Suite struct SourceTextsTests {
  private let sources = SourceTexts(["f": "one\ntwo\r\nthree\rfour\n", "empty": ""])

  @Test(arguments: [(1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "")])
  func lineEndsOfAllKinds(number: Int, line: String) {
    #expect(sources.line(number, of: "f") == line)
  }

  @Test(arguments: [(0, "f"), (-1, "f"), (6, "f"), (1, "unknown"), (2, "empty")])
  func placesThatAreNot(number: Int, file: String) {
    #expect(sources.line(number, of: file) == nil)
  }

  @Test func textsCanBeAdded() {
    var sources = SourceTexts()
    sources.add("x", as: "new")
    #expect(sources.line(1, of: "new") == "x")
  }
}
