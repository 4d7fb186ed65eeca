import Foundation
import Testing

struct RerenderTests {
  private let tool: CommandLineTool

  init() throws {
    tool = try CommandLineTool()
    try write("", to: "feedstock/conda-forge.yml")
    try write(
      """
      package:
        name: grid
        version: 1.0
      requirements:
        host:
          - python
        run:
          - python
      """, to: "feedstock/recipe/meta.yaml")
    try write("stale", to: "feedstock/.ci_support/linux_64_python3.8.yaml")
    try write("python:\n  - 3.12.* *_cpython\n  - 3.13.* *_cp313\n", to: "pinning.yaml")
  }

  private func write(_ text: String, to path: String) throws {
    let file = tool.folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test func writesTheVariantsAndRemovesOldOnes() throws {
    let check = try tool.run("rerender", "feedstock", "--pinning", "pinning.yaml", "--check")
    #expect(check.status == 1)
    #expect(check.output.contains("+- 3.13.* *_cp313"))
    let outcome = try tool.run("rerender", "feedstock", "--pinning", "pinning.yaml")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Pinning: pinning.yaml, changed "))
    #expect(outcome.output.hasSuffix("\nfeedstock/.ci_support: 6 new, 1 removed\n"))
    let names = try tool.files(below: "feedstock/.ci_support")
    #expect(names.count == 6)
    #expect(names.contains("osx_64_python3.12.____cpython.yaml"))
    let again = try tool.run("rerender", "feedstock", "--pinning", "pinning.yaml", "--check")
    #expect(again.status == 0)
    #expect(again.output.isEmpty)
  }

  /// The snapshot is for looking at recipes of GeNN, not for files that feedstocks live by.
  @Test func needsMoreThanTheSnapshot() throws {
    let outcome = try tool.run(["rerender", "feedstock"], ["XDG_CACHE_HOME": "/nowhere"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("run 'gennforge pinning update'"))
    #expect(try tool.files(below: "feedstock/.ci_support") == ["linux_64_python3.8.yaml"])
  }

  @Test(arguments: [
    ("<!DOCTYPE html>", "pinning.yaml:1:1: error: the pinning is a web page"),
    (
      "a:\n  - 1\n  - 2\nb:\n  - 1\nzip_keys:\n  -\n    - a\n    - b\n",
      "pinning.yaml:4:1: error: 'a' and 'b' are zipped"
    ),
    ("python: [3.12", "pinning.yaml:"),
  ])
  func refusesABadPinning(_ text: String, _ message: String) throws {
    try write(text, to: "pinning.yaml")
    let outcome = try tool.run("rerender", "feedstock", "--pinning", "pinning.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try tool.files(below: "feedstock/.ci_support") == ["linux_64_python3.8.yaml"])
  }
}
