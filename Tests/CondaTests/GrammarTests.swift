import Conda
import Grammars
import Testing

/// The grammars and the parsers say the same: each sentence that a grammar makes is one to the
/// parser.
@Suite struct GrammarTests {
  private static let files = ["Version.ebnf", "VersionSpec.ebnf", "MatchSpec.ebnf"]

  @Test func everyRuleIsDefinedAndUsed() throws {
    let grammar = try Grammar(files: Self.files)
    #expect(grammar.undefined.isEmpty)
    let starts: Set = [
      "version", "version-spec", "match-spec", "strict-version-spec", "strict-match-spec",
    ]
    #expect(Set(grammar.rules.keys).subtracting(grammar.used).isSubset(of: starts))
  }

  private func sentences(_ rule: String, seed: UInt64 = 11, count: Int = 2000) throws -> [String] {
    let grammar = try Grammar(files: Self.files)
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in grammar.sentence(of: rule, with: &random) }
  }

  @Test func versions() throws {
    for text in try sentences("version") {
      for dialect in Dialect.allCases {
        #expect(throws: Never.self, "\(dialect): \(text)") {
          let version = try Version(text, dialect: dialect)
          #expect(try Version(version.canonical(dialect), dialect: dialect) == version)
        }
      }
    }
  }

  @Test func versionSpecs() throws {
    for text in try sentences("version-spec") {
      for dialect in [Dialect.conda, .rattler] {
        #expect(throws: Never.self, "\(dialect): \(text)") {
          try VersionSpec(text, dialect: dialect)
        }
      }
    }
    for text in try sentences("strict-version-spec") {
      #expect(throws: Never.self, "\(text)") { try VersionSpec(text, dialect: .rattlerStrict) }
    }
  }

  @Test func matchSpecs() throws {
    for text in try sentences("match-spec") {
      for dialect in [Dialect.conda, .rattler] {
        #expect(throws: Never.self, "\(dialect): \(text)") {
          try MatchSpec(text, dialect: dialect)
        }
      }
    }
    for text in try sentences("strict-match-spec") {
      for dialect in Dialect.allCases {
        #expect(throws: Never.self, "\(dialect): \(text)") {
          try MatchSpec(text, dialect: dialect)
        }
      }
    }
  }

  /// What rattler prints of a strict spec it reads again, and means the same.
  @Test func canonicalSpecsAreSpecs() throws {
    for text in try sentences("strict-match-spec") {
      let spec = try MatchSpec(text, dialect: .rattlerStrict)
      let again = try MatchSpec(spec.canonical, dialect: .rattlerStrict)
      #expect(again.canonical == spec.canonical, "\(text)")
    }
  }
}
