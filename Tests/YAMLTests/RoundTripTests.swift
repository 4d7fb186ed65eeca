import Diagnostics
import Testing
import YAML

@Suite struct RoundTripTests {
  @Test(arguments: YAMLWriter.Style.allCases)
  func whatIsWrittenIsReadBack(style: YAMLWriter.Style) throws {
    var random = SeededGenerator(seed: 51)
    for _ in 0..<800 {
      let tree = random.tree(depth: 4)
      let text = YAMLWriter(style).text(of: random.decorated(tree))
      let node = try YAMLReader(file: "f").document(text)
      #expect(Tree(node, .pyyaml) == Tree(tree), "\(text)")
    }
  }

  /// Text stays text for every reader.
  @Test(arguments: YAMLWriter.Style.allCases.filter { $0 != .pyyaml })
  func textIsTextInEverySchema(style: YAMLWriter.Style) throws {
    var random = SeededGenerator(seed: 52)
    for _ in 0..<800 {
      let tree = random.tree(depth: 3, typed: false)
      let node = try YAMLReader(file: "f", options: .rattler).document(
        YAMLWriter(style).text(of: tree))
      for schema in [YAMLSchema.pyyaml, .core12, .base] {
        #expect(Tree(node, schema) == Tree(tree))
      }
    }
  }

  @Test func writingTwiceGivesTheSameBytes() {
    var random = SeededGenerator(seed: 53)
    for style in YAMLWriter.Style.allCases {
      let tree = random.decorated(random.tree(depth: 5))
      #expect(YAMLWriter(style).text(of: tree) == YAMLWriter(style).text(of: tree))
    }
  }
}
