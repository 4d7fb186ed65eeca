import Foundation
import Testing

@Suite struct CompileTests {
  @Test func bothFormatsAreCompleteAndStable() throws {
    let tool = try CommandLineTool()
    #expect(try tool.run("compile", "--format", "both", "-o", "o").status == 0)
    let files = Set(try tool.files(below: "o"))
    let expected = [
      "v1/pygenn/conda-forge.yml", "v1/pygenn/variants.yaml", "v1/pygenn/recipe/recipe.yaml",
      "v1/pygenn/recipe/build-pygenn.sh", "v1/pygenn/recipe/build-pygenn.bat",
      "v1/pygenn/recipe/test_kernels.py", "v0/pygenn/conda_build_config.yaml",
      "v0/pygenn/recipe/meta.yaml", "v0/pygenn/recipe/bld-pygenn.bat",
      "v0/pygenn/recipe/link-scripts/pygenn/post-link.sh", "v0/pygenn-legacy/recipe/meta.yaml",
    ]
    #expect(expected.filter { !files.contains($0) } == [])
    // conda-forge decides Pythons and toolkits: a file in recipe/ would freeze them.
    #expect(!files.contains("v1/pygenn/recipe/variants.yaml"))
    #expect(files.contains { $0.hasSuffix(".new-") } == false)
    for file in files where file.hasSuffix(".bat") {
      let lines = try tool.text("o/\(file)").split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.dropLast().allSatisfy { $0.hasSuffix("\r") } || lines.count == 1, "\(file)")
    }
    let again = try tool.run("compile", "--format", "both", "-o", "o", "--check")
    #expect(again.status == 0 && again.output == "")
  }

  @Test func driftIsADiffAndExitStatusOne() throws {
    let tool = try CommandLineTool()
    _ = try tool.run("compile", "pygenn", "-o", "o")
    try tool.append("# note\n", to: "o/pygenn/recipe/recipe.yaml")
    let check = try tool.run("compile", "pygenn", "-o", "o", "--check")
    #expect(check.status == 1)
    #expect(check.output.contains("\n-# note\n"))
    #expect(try tool.text("o/pygenn/recipe/recipe.yaml").hasSuffix("# note\n"))
  }

  @Test func handEditsStayUnlessForced() throws {
    let tool = try CommandLineTool()
    let file = "o/pygenn/recipe/build-pygenn.sh"
    _ = try tool.run("compile", "pygenn", "-o", "o")
    let written = try tool.text(file)
    try tool.append("echo mine\n", to: file)
    let refused = try tool.run("compile", "pygenn", "-o", "o")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("[edited-by-hand]") && refused.errors.contains("--force"))
    #expect(try tool.text(file).hasSuffix("echo mine\n"))
    #expect(try tool.run("compile", "pygenn", "-o", "o", "--force").status == 0)
    #expect(try tool.text(file) == written)
  }

  @Test func filesThatWereThereBeforeStay() throws {
    let tool = try CommandLineTool()
    let file = tool.folder.appending(path: "o/pygenn/conda-forge.yml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("mine: yes\n".utf8).write(to: file)
    #expect(try tool.run("compile", "pygenn", "-o", "o").status == 1)
    // Nothing at all was written: no half folder.
    #expect(try tool.files(below: "o") == ["pygenn", "pygenn/conda-forge.yml"])
    #expect(try tool.text("o/pygenn/conda-forge.yml") == "mine: yes\n")
  }

  @Test func aFolderThatCannotBeWrittenIsAnError() throws {
    let tool = try CommandLineTool()
    try Data().write(to: tool.folder.appending(path: "o"))
    let outcome = try tool.run("compile", "pygenn", "-o", "o")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("can't"))
  }

  @Test func aMisspeltRecipeIsSuggested() throws {
    let outcome = try CommandLineTool().run("compile", "pygen")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("did you mean 'pygenn'?"))
  }
}
