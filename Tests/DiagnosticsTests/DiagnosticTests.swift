import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private static func unknownVariant(_ name: String) -> Diagnostic {
    Diagnostic(.error, at: SourceLocation(file: "a", line: 1), name)
  }

  @Test func idComesFromTheMemberThatWordsIt() {
    #expect(Self.unknownVariant("x").id == "unknown-variant")
  }

  @Test func findingsAreOrderedByPlaceThoseWithoutLast() {
    func at(_ line: Int?) -> Diagnostic {
      Diagnostic(.note, at: line.map { SourceLocation(file: "f", line: $0) }, "")
    }
    var findings = Findings()
    findings.add(contentsOf: [at(nil), at(9), at(2)])
    #expect(findings.sorted.map { $0.location?.line } == [2, 9, nil])
    #expect(!findings.hasErrors)
  }
}
