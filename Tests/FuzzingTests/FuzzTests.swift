import Fuzzing
import Testing

/// Whatever a parser is fed with, it ends in a value or in a finding with its place.
///
/// `make fuzz` does the same eleven million times.
@Suite struct FuzzTests {
  @Test(arguments: FuzzTarget.allCases)
  func seedsAreRead(_ target: FuzzTarget) throws {
    for seed in target.seeds { try target.run(Array(seed.utf8)) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func brokenTextsEndInFindings(_ target: FuzzTarget) throws {
    var mutation = Mutation(of: target, seed: 42)
    let clock = ContinuousClock()
    for number in 0..<1500 {
      let text = mutation.text(UInt64(number))
      var outcome = ""
      let time = clock.measure {
        do throws(FuzzTarget.Defect) { try target.run(text) } catch { outcome = error.description }
      }
      #expect(outcome.isEmpty, "\(String(decoding: text, as: UTF8.self))")
      #expect(time < .seconds(20), "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func nothingAndAnythingAreRead(_ target: FuzzTarget) throws {
    let texts: [[UInt8]] = [
      [], [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xFE, 0xFF, 0, 0x61],
      Array((0...255).map { UInt8($0) }),
      [0xE2, 0x82], Array(String(repeating: "a: ", count: 20_000).utf8),
    ]
    for text in texts { try target.run(text) }
    for piece in ["(", "[", "{", "{{", "{%", "- ", "not ", "-", "*", "&a ", "${{", "'", "\"", "|"] {
      try target.run(Array(String(repeating: piece, count: 20_000).utf8))
    }
  }

  /// The same number is the same text, however one gets there.
  @Test func aRunCanBeRepeatedFromTheMiddle() {
    var (a, b) = (Mutation(of: .jinja, seed: 3), Mutation(of: .jinja, seed: 3))
    for number in 0..<50 as Range<UInt64> { _ = a.text(number) }
    #expect(a.text(50) == b.text(50))
    #expect(a.text(50) != a.text(51))
  }
}
