import Diagnostics
import GeNNForge
import Testing

/// Texts that shells, YAML or Jinja would take apart end in a finding wherever they become more
/// than text.
struct HostileTextTests {
  static let texts = [
    "a; rm -rf /", "- [x]", "a: b", "$(id)", "`id`", "{{ x }}", "${{ x }}", "a && b", "\"", "'a' b",
    "a\nb", "%PATH%", "!important", "&anchor", "a #b", "*", "a\tb", "\u{202E}gnp.exe", "../a",
  ]

  private func expectError(
    _ recipe: Recipe, at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let all = findings(in: recipe)
    #expect(all.contains { $0.severity == .error }, "\(described(all))", sourceLocation: place)
    #expect(all.allSatisfy { $0.location != nil && $0.remedy != nil }, sourceLocation: place)
  }

  @Test(arguments: texts) func names(text: String) {
    expectError(Recipe(text, version: "1.2.0") { note() })
    expectError(Recipe("note", version: text) { note() })
    expectError(
      Recipe("note", version: "1.2.0") {
        FeedstockName(text)
        note()
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        Output(text) { leaf("note") }
        facts()
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        Maintainers(text)
        note()
      })
  }

  @Test(arguments: texts) func requirements(text: String) {
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        RunRequirements { RecipeText(text) }
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        IgnoreRunExports(byName: [text])
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        BuildString("\(text)_h\(.hash)_\(.buildNumber)")
      })
  }

  @Test(arguments: texts) func variants(text: String) {
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        Variants { Axis(VersionKey(text), ["1"]) }
        VariantUse(use: [text])
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        RunRequirements { when(VersionKey(text) >= "1") { "numpy" } }
      })
  }

  @Test(arguments: texts) func modulesAndVariables(text: String) {
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        Tests { Imports(text) }
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        EntryPoints("\(text) = a:b")
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        EnvironmentVariables([text: "1"])
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        Source(url: "https://example.org/\(.version).zip", sha256: text)
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        About(homepage: text, license: "MIT", licenseFiles: ["L"], summary: "Notes")
      })
    expectError(
      Recipe("note", version: "1.2.0") {
        note()
        About(homepage: "https://a.org", license: text, licenseFiles: ["L"], summary: "Notes")
      })
  }

  /// Plain text, which writers quote.
  @Test(arguments: texts) func harmless(text: String) {
    expectNone(
      in: Recipe("note", version: "1.2.0") {
        Maintainers("someone")
        Script {
          WriteFile(.prefix / "note.txt", ScriptText(text))
          Environment("TEXT", ScriptText(text))
        }
        Tests { PackageContents(files: ["note.txt"]) }
        PostLink { Message(ScriptText(text)) }
        File("note.txt", text: text)
        DynamicLinking(missing: [text])
        About(
          homepage: "https://a.org", license: "MIT", licenseFiles: ["L"], summary: text,
          description: text)
      })
  }
}
