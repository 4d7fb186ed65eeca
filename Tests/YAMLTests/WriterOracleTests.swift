import Testing
import YAML

@Suite(.enabled(if: Oracle.isThere, Oracle.whyNot))
struct WriterOracleTests {
  private static func trees(_ count: Int, seed: UInt64, typed: Bool = true) -> [YAMLBlock] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in random.tree(depth: 4, typed: typed) }
  }

  @Test func dumpIsPyYAMLsLetterForLetter() throws {
    let trees = Self.trees(3000, seed: 1)
    let answers = try Oracle.answers(to: trees.map { .dump(Tree($0)) })
    for (tree, answer) in zip(trees, answers) {
      #expect(.string(YAMLWriter(.pyyaml).text(of: tree)) == answer)
    }
  }

  @Test(arguments: YAMLWriter.Style.allCases)
  func pyYAMLReadsBackWhatWasWritten(style: YAMLWriter.Style) throws {
    var random = SeededGenerator(seed: 2)
    let trees = Self.trees(1200, seed: 3).map { random.decorated($0) }
    let texts = trees.map { YAMLWriter(style).text(of: $0) }
    let answers = try Oracle.answers(to: texts.map { .load($0) })
    for ((tree, text), answer) in zip(zip(trees, texts), answers) {
      #expect(answer == .list([Tree(tree)]), "\(text)")
    }
  }
}
