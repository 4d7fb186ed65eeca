import Conda
import Grammars
import Testing

/// Thousands of questions whose answers nobody recorded, asked of the tools themselves.
@Suite struct OracleTests {
  private static let counts = (
    orders: 9000, versions: 9000, matches: 7000, canonicals: 3000, pins: 3000, licenses: 1500
  )

  private static func questions(for dialects: [Dialect]) -> [OracleQuestion] {
    var generator = SpecGenerator(seed: Oracle.seed)
    var questions: [OracleQuestion] = []
    for _ in 0..<counts.orders {
      let texts = [generator.version(), generator.version()]
      questions.append(OracleQuestion(generator.random.pick(dialects), .order, texts))
    }
    for _ in 0..<counts.versions {
      let texts = [generator.versionSpec(), generator.plainVersion()]
      questions.append(OracleQuestion(generator.random.pick(dialects), .version, texts))
    }
    for _ in 0..<counts.matches {
      let texts = [
        generator.matchSpec(), "box", generator.plainVersion(), generator.plainBuild(),
        generator.random.pick(["0", "1", "2"]),
      ]
      questions.append(OracleQuestion(generator.random.pick(dialects), .match, texts))
    }
    for _ in 0..<counts.canonicals {
      questions.append(
        OracleQuestion(generator.random.pick(dialects), .canonical, [generator.matchSpec()]))
    }
    return questions
  }

  private static func questions(tool: String, release: String) -> [OracleQuestion] {
    switch tool {
    case "conda": return questions(for: [.conda])
    case "conda-build": return pins(.conda)
    case "rattler-build":
      var generator = SpecGenerator(seed: Oracle.seed)
      return (0..<counts.licenses).map { _ in
        OracleQuestion(.rattlerStrict, .license, [generator.license()])
      }
    default:
      let all = questions(for: [.rattler, .rattlerStrict]) + pins(.rattler)
      return release.hasPrefix("0.25.") ? all : all.filter(\.isOlderThanItsTool)
    }
  }

  private static func pins(_ dialect: Dialect) -> [OracleQuestion] {
    var generator = SpecGenerator(seed: Oracle.seed)
    return (0..<counts.pins).map { _ in
      let places = [generator.random.below(4) + 1, generator.random.below(4) + 1]
      return OracleQuestion(dialect, .pin, [generator.version()] + places.map(String.init))
    }
  }

  /// Where we say at once what a tool says late or never: `~=1` means nothing to conda, but it
  /// finds out when a version gets that far; rattler counts the largest number up to 0.
  private static func isOurs(_ answer: String) -> Bool {
    answer.contains("leaves no segment to compare") || answer.contains("too large to count up")
  }

  @Test(.enabled(if: Oracle.python != nil, Oracle.howToEnable))
  func everyAnswerIsTheTools() throws {
    let oracle = try Oracle(python: try #require(Oracle.python), Self.questions(tool:release:))
    try #require(oracle.tools["rattler"] != nil, Oracle.howToEnable)
    let asked = oracle.tools.sorted { $0.key < $1.key }.flatMap(Self.questions(tool:release:))
    #expect(asked.count == oracle.answers.count)
    var differences: [String] = []
    var accepted = 0
    for (question, theirs) in zip(asked, oracle.answers) {
      let ours = try question.ourAnswer()
      if !theirs.hasPrefix("error") { accepted += 1 }
      let agree = ours == theirs || ours.hasPrefix("error") && theirs.hasPrefix("error")
      if !agree && !Self.isOurs(ours) { differences.append("\(question): \(theirs), not \(ours)") }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.joined(separator: "\n"))")
    // Questions that are refused say little.
    #expect(accepted * 2 > asked.count)
  }
}
