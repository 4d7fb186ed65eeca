import Diagnostics
import Foundation
import Testing
import YAML

@Suite struct JSONTests {
  @Test func valuesBecomeJSON() throws {
    let text =
      "b: 3.10\na: [on, ~, 'x\"\\\n\n\ty', 2001-12-14, .inf, 99999999999999999999]\nc: {}\n"
    let node = try YAMLReader(file: "f").document(text)
    #expect(
      node.jsonText(schema: .pyyaml)
        == #"{"b":3.1,"a":[true,null,"x\"\\\ny","2001-12-14",null,99999999999999999999],"c":{}}"#)
    #expect(
      node.jsonText(schema: .core12, keys: .sorted).hasPrefix(#"{"a":["on","~","x\"\\\ny","2001"#))
    #expect(node.jsonText(schema: .base).hasPrefix(#"{"b":"3.10""#))
  }

  @Test func jsonIsReadWithPlaces() throws {
    let node = try JSONReader(file: "f").document(
      #" {"é": [1, -2.5e3, true, null], "b": "\u00e9\ud83d\ude00\n\/"}"# + "\n")
    #expect(
      node.jsonText(schema: .core12Extra)
        == #"{"é":[1,-2500.0,true,null],"b":"é😀\n/"}"#)
    #expect(node["b"]?.span.start == YAMLMark(line: 1, column: 38))
    #expect(node["b"]?.scalar?.style == .double)
  }

  @Test(arguments: [
    "", "{", "[1,]", "[1 2]", "{\"a\" 1}", "{a: 1}", "01", "1.", "+1", "nul", "\"\\x\"",
    "\"\\ud8\"",
    "\"a\nb\"", "\"", "[]]", "tru e", "{\"a\":}", "-", "[", "\"\\", "1e", ".5", "NaN",
  ])
  func brokenJSONIsAFinding(text: String) {
    let finding = #expect(throws: Diagnostic.self) { try JSONReader(file: "f").document(text) }
    #expect(finding?.id == "malformed-json")
    #expect(finding?.location != nil)
  }

  @Test func depthAndSizeAreLimited() {
    let deep = String(repeating: "[", count: 1_000_000)
    let finding = #expect(throws: Diagnostic.self) { try JSONReader(file: "f").document(deep) }
    #expect(finding?.id == "too-deep")
  }

  @Test func foundationReadsTheSame() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let tree = YAMLBlock.mapping([.init("v", random.tree(depth: 4))])
      let node = try YAMLReader(file: "f").document(YAMLWriter(.config).text(of: tree))
      let json = node.jsonText(schema: .core12)
      let theirs = try JSONDecoder().decode(AnyJSON.self, from: Data(json.utf8))
      let ours = AnyJSON(try JSONReader(file: "f").document(json))
      #expect(ours == theirs, "\(json)")
    }
  }
}
