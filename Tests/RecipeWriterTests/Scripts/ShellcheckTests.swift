import Conda
import Diagnostics
import RecipeModel
import RecipeWriter
import Testing

/// The scripts as a reviewer's tool sees them.
@Suite(.enabled(if: Tool.shellcheck != nil, "install shellcheck"))
struct ShellcheckTests {
  private static let steps: [ScriptStep] = [
    .environment("CUDA_PATH", .buildLibraryPrefix), .prependPath(.prefix / "bin"),
    .prependPath("CPATH", .prefix / "include"), .unset("HIP_PATH"),
    .when(
      .version(.cudaCompilerVersion, .atLeast, "13") || !.value(.python, is: "3.12"),
      [.run("cmake", "-DX=\(.cpuCount)", "a b")], else: [.makeDirectory("build")]),
    .when(.platform(.osx), [.copyTree("a", to: .prefix / "b")]), .pipInstall(),
    .copyFile("x", to: .sitePackages / "x"), .move("x", to: "y/z"), .remove("y"),
    .writeFile(.prefix / "etc/x", "a\n\(.packageName)\n"),
    .require(.fileExists(.sitePackages / "pygenn/x.so")), .require(.nonEmptyVariable("PATH")),
    .require(.programExists("make"), message: "make is needed"),
  ]

  private func check(_ text: String, _ shell: String) throws {
    let folder = try Folder("shellcheck")
    try folder.write("script.sh", text)
    let outcome = try #require(Tool.shellcheck).run(["-s", shell, "script.sh"], in: folder)
    #expect(outcome.status == 0, "\(outcome.out)")
  }

  @Test func buildScripts() throws {
    var findings = Findings()
    try check(BuildScript(Self.steps).bash(findings: &findings), "bash")
    #expect(findings.all.isEmpty)
  }

  @Test func linkScripts() throws {
    var findings = Findings()
    let script = LinkScript(
      .postLink,
      [
        .message("a", "b \(.prefix)"), .copyFile(.prefix / "a", to: .prefix / "b"),
        .run("ldconfig"),
        .when(.platform(.linux), [.message("c")]),
      ])
    try check(script.file(package: "x", on: .unix, findings: &findings).text, "bash")
    #expect(findings.all.isEmpty)
  }

  @Test(arguments: ["bash", "dash"]) func activationScripts(_ shell: String) throws {
    var findings = Findings()
    for file in ActivationScripts(ActivationTests.changes).files(
      package: "x", on: .unix, findings: &findings) where file.path.hasSuffix(".sh")
    {
      try check(file.text, shell)
    }
  }
}
