import Diagnostics
import Testing

@Suite struct MachineFormatTests {
  private static let findings: Findings = {
    var findings = Findings()
    findings.add(Diagnostic(.note, at: nil, "100% done", id: "allDone"))
    findings.add(
      Diagnostic(
        .error, at: SourceLocation(file: "my recipe/a,b:1.yaml", line: 3, column: 5),
        "no variant is named \"cuad\"\nat all", remedy: "write 'cuda'",
        notes: [
          .init("declared here", at: SourceLocation(file: "/abs/é.yaml", line: 1, column: 2)),
          .init("names are case-sensitive"),
        ], id: "unknownVariant"))
    findings.add(
      Diagnostic(.warning, at: SourceLocation(file: "z", line: 0, column: 0), "odd", id: "odd"))
    return findings
  }()

  @Test func json() {
    #expect(
      Self.findings.rendered(as: .json, toolVersion: "1") == #"""
        [
          {
            "id": "unknown-variant",
            "severity": "error",
            "message": "no variant is named \"cuad\"\nat all",
            "remedy": "write 'cuda'",
            "location": {
              "file": "my recipe/a,b:1.yaml",
              "line": 3,
              "column": 5
            },
            "notes": [
              {
                "message": "declared here",
                "location": {
                  "file": "/abs/é.yaml",
                  "line": 1,
                  "column": 2
                }
              },
              {
                "message": "names are case-sensitive",
                "location": null
              }
            ]
          },
          {
            "id": "odd",
            "severity": "warning",
            "message": "odd",
            "remedy": null,
            "location": {
              "file": "z",
              "line": 0,
              "column": 0
            },
            "notes": []
          },
          {
            "id": "all-done",
            "severity": "note",
            "message": "100% done",
            "remedy": null,
            "location": null,
            "notes": []
          }
        ]

        """#)
  }

  @Test func github() {
    #expect(
      Self.findings.rendered(as: .github, toolVersion: "1") == """
        ::error file=my recipe/a%2Cb%3A1.yaml,line=3,col=5,title=unknown-variant::no variant is \
        named "cuad"%0Aat all%0Aremedy: write 'cuda'%0Anote: declared here (/abs/é.yaml:1:2)%0A\
        note: names are case-sensitive
        ::warning file=z,title=odd::odd
        ::notice title=all-done::100%25 done

        """)
  }

  @Test func noFindings() {
    #expect(Findings().rendered(as: .json, toolVersion: "1") == "[]\n")
    #expect(Findings().rendered(as: .text, toolVersion: "1") == "")
    #expect(Findings().rendered(as: .github, toolVersion: "1") == "")
  }

  @Test func summary() {
    #expect(Self.findings.summary == "1 error, 1 warning, 1 note")
    #expect(Findings().summary == "no findings")
  }
}
