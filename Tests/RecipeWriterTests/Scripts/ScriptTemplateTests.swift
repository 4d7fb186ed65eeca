import Diagnostics
import RecipeModel
import RecipeWriter
import Templates
import Testing

/// A user's own skeletons take the place of the built-in ones.
struct ScriptTemplateTests {
  @Test func ownSkeletonsAreUsed() {
    let templates = TemplateSet(overriding: [
      "build.sh.mustache": "#!/bin/bash\r\n# ours\r\n{{steps}}\r\n",
      "build.bat.mustache": "@echo on\n{{steps}}\n",
    ])
    var findings = Findings()
    let script = BuildScript([
      .when(.platform(.unix), [.run("a", "<b>")], else: [.run("c", "\"d\"")])
    ])
    #expect(
      script.bash(templates: templates, findings: &findings) == "#!/bin/bash\n# ours\na '<b>'\n")
    #expect(
      script.batch(templates: templates, findings: &findings)
        == "@echo on\r\nc \"\\\"d\\\"\"\r\nif %ERRORLEVEL% neq 0 exit 1\r\n")
    #expect(findings.all.isEmpty && templates.unknownNames.isEmpty)
  }

  @Test(arguments: ["{{step}}", "{{#steps}}", "x\n{{steps", "{{/steps}}"])
  func mistakesInThemAreFound(_ text: String) {
    var findings = Findings()
    let templates = TemplateSet(overriding: ["build.sh.mustache": text])
    _ = BuildScript([.run("x")]).bash(templates: templates, findings: &findings)
    #expect(findings.all.map(\.id) == ["template-not-usable"])
    #expect(findings.all.first?.location?.file == "build.sh.mustache")
  }

  @Test func misspeltNamesAreKnown() {
    let templates = TemplateSet(overriding: ["biuld.sh.mustache": "", "link.sh.mustache": "x"])
    #expect(templates.unknownNames == ["biuld.sh.mustache"])
  }
}
