import Conda
import Grammars
import Testing

/// Whatever is read ends in a value or an error.
@Suite struct RobustnessTests {
  private static func parseAll(_ text: String) {
    for dialect in Dialect.allCases {
      let version = try? Version(text, dialect: dialect)
      _ = version?.canonical(dialect)
      if let version {
        _ = try? Pin().spec(for: version, dialect: dialect)
        _ = version.starts(with: version, dialect: dialect)
      }
      if let spec = try? VersionSpec(text, dialect: dialect) {
        _ = spec.canonical
        if let version { _ = spec.matches(version) }
      }
      _ = (try? MatchSpec(text, dialect: dialect))?.canonical
    }
    _ = try? SPDXExpression(text)
    _ = try? SourceURL(text)
    _ = try? PackageName(text)
    _ = try? BuildString(text)
  }

  @Test func anyBytes() {
    var random = SplitMix(seed: 7)
    let pieces = Array("[]()'\"=<>!~.,|*_-+:;#@ ^$\\\t\n/") + Array("019azZéß中\u{0}")
    for _ in 0..<4000 {
      Self.parseAll(String((0..<random.below(14)).map { _ in random.pick(pieces) }))
    }
  }

  @Test(arguments: ["(", "[", "^(", ".", "*", "1.", "1|", "9", "a=", ">=", "1,(", "[a="])
  func longTexts(_ piece: String) {
    let text = String(repeating: piece, count: 2000)
    Self.parseAll(text)
    Self.parseAll("box " + text)
    Self.parseAll("box[version='" + text + "']")
    Self.parseAll(">=" + text)
  }

  @Test func nestingHasALimit() {
    for dialect in Dialect.allCases {
      func nested(_ depth: Int) -> String {
        String(repeating: "(", count: depth) + ">=1" + String(repeating: ")", count: depth)
      }
      #expect(throws: Never.self) { try VersionSpec(nested(50), dialect: dialect) }
      let error = #expect(throws: VersionSpecError.self) {
        try VersionSpec(nested(5000), dialect: dialect)
      }
      #expect(error?.cause == .tooDeep)
    }
  }

  @Test func patternsDoNotExplode() throws {
    let spec = try VersionSpec("^(1*)*(1*)*(1*)*2$")
    #expect(!spec.matches(try Version(String(repeating: "1", count: 2000))))
    #expect(throws: VersionSpecError.self) { try VersionSpec("^(((1{900}){900}){900}){900}$") }
  }
}
