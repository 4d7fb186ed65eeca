import Foundation
import Testing

@Suite struct MatrixTests {
  private struct Matrix: Decodable {
    struct Job: Decodable {
      var name, os, recipe, platform, build_platform, config, variant: String
    }
    var include: [Job]
  }

  private let tool: CommandLineTool

  init() throws {
    tool = try CommandLineTool()
    try tool.writeFeedstock()
  }

  @Test func githubGetsOneLineWithARunnerForEachJob() throws {
    try tool.append("build_platform:\n  linux_aarch64: linux_64\n", to: "feedstock/conda-forge.yml")
    let outcome = try tool.run(
      "matrix", "--github", "feedstock", "--pinning", "pinning", "-o", "variants")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 1)
    let matrix = try JSONDecoder().decode(Matrix.self, from: Data(outcome.output.utf8))
    #expect(Set(matrix.include.map(\.platform)) == ["linux-64", "linux-aarch64", "osx-64"])
    for job in matrix.include {
      #expect(job.os == (job.platform == "osx-64" ? "macos-15-intel" : "ubuntu-24.04"))
      #expect(job.variant == "variants/feedstock/\(job.config).yaml")
      #expect(try tool.text(job.variant).contains("target_platform:\n- \(job.platform)\n"))
    }
    let native = try tool.run(
      "matrix", "--github", "feedstock", "--pinning", "pinning", "-o", "variants", "--native",
      "--platform", "linux-aarch64", "--runner", "linux-aarch64=my-board")
    #expect(native.output.contains("\"os\":\"my-board\""))
    #expect(!native.output.contains("ubuntu"))
  }

  @Test func azureGetsAMapping() throws {
    let outcome = try tool.run(
      "matrix", "--azure", "feedstock", "--pinning", "pinning", "-o", "variants")
    let jobs = try JSONDecoder().decode(
      [String: [String: String]].self, from: Data(outcome.output.utf8))
    #expect(jobs.keys.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_]+/) != nil })
    #expect(jobs["linux_64_python3_12_____cpython"]?["VM_IMAGE"] == "ubuntu-24.04")
  }

  @Test func filesThatAreNotThereAreAnError() throws {
    let outcome = try tool.run("matrix", "--json", "feedstock", "--pinning", "pinning")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("run 'gennforge rerender'"))
    _ = try tool.run("rerender", "feedstock", "--pinning", "pinning")
    let again = try tool.run("matrix", "--json", "feedstock", "--pinning", "pinning")
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      again.output.contains(
        "\"variant\": \"feedstock/.ci_support/linux_64_python3.12.____cpython.yaml\""))
    #expect(again.output.contains("\"build_string\": \"py312h"))
  }

  @Test func platformsWithoutMachinesAreLeftOutWithAWarning() throws {
    try tool.write(
      "provider:\n  linux_ppc64le: github_actions\n", to: "feedstock/conda-forge.yml")
    let outcome = try tool.run(
      "matrix", "--github", "feedstock", "--pinning", "pinning", "-o", "variants")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("--runner linux-ppc64le=LABEL"))
    #expect(!outcome.output.contains("ppc64le"))
  }

  @Test func moreThanGitHubTakesIsAnError() throws {
    let many = (0..<300).map { "  - \($0)\n" }.joined()
    try tool.append("\nlibgrid:\n" + many, to: "pinning/conda_build_config.yaml")
    let recipe = try tool.text("feedstock/recipe/meta.yaml")
    try tool.write(
      recipe.replacing("  host:\n", with: "  host:\n    - libgrid\n"),
      to: "feedstock/recipe/meta.yaml")
    let outcome = try tool.run(
      "matrix", "--github", "feedstock", "--pinning", "pinning", "-o", "variants", "--platform",
      "linux-64")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no more than 256"))
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appending(path: "variants").path))
  }
}
