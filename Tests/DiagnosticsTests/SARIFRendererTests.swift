import Diagnostics
import Testing

@Suite struct SARIFRendererTests {
  @Test func oneRun() {
    let findings = [
      Diagnostic(
        .error, at: SourceLocation(file: "my recipe/a:1.yaml", line: 3, column: 5),
        "no variant is named 'cuad'", remedy: "write 'cuda'",
        notes: [
          .init("declared here", at: SourceLocation(file: "/é.yaml", line: 1, column: 2)),
          .init("names are case-sensitive"),
        ], id: "unknownVariant"),
      Diagnostic(.note, at: nil, "done", id: "allDone"),
    ]
    #expect(
      SARIFRenderer(toolVersion: "0.1.0").render(findings) == #"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "gennforge",
                  "version": "0.1.0",
                  "rules": [
                    {
                      "id": "all-done"
                    },
                    {
                      "id": "unknown-variant"
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "unknown-variant",
                  "ruleIndex": 1,
                  "level": "error",
                  "message": {
                    "text": "no variant is named 'cuad'\nremedy: write 'cuda'\nnote: names are case-sensitive"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "my%20recipe/a%3A1.yaml"
                        },
                        "region": {
                          "startLine": 3,
                          "startColumn": 5
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "file:///%C3%A9.yaml"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 2
                        }
                      },
                      "message": {
                        "text": "declared here"
                      }
                    }
                  ]
                },
                {
                  "ruleId": "all-done",
                  "ruleIndex": 0,
                  "level": "note",
                  "message": {
                    "text": "done"
                  }
                }
              ]
            }
          ]
        }

        """#)
  }

  @Test func placesWithoutALineHaveNoRegion() {
    let finding = Diagnostic(.warning, at: SourceLocation(file: "z", line: 0), "odd", id: "odd")
    let text = SARIFRenderer(toolVersion: "1").render([finding])
    #expect(!text.contains("region"))
    #expect(text.contains(#""uri": "z""#))
  }
}
