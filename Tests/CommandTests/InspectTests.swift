import Foundation
import Testing

struct InspectTests {
  private let tool: CommandLineTool

  init() throws {
    tool = try CommandLineTool()
    let index = """
      {"name": "box", "version": "1.2", "build": "h0_0", "subdir": "noarch", "license": "MIT",
       "depends": ["python >=3.10"]}
      """
    try write(index, to: "box/info/index.json")
    try write("MIT", to: "box/info/licenses/LICENSE")
    try write("hello\n", to: "box/share/box.txt")
  }

  private func write(_ text: String, to path: String) throws {
    let file = tool.folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Packs `box` as conda does.
  private func pack(_ program: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = tool.folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func aRightPackage() throws {
    let outcome = try tool.run("inspect", "box")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "box 1.2 h0_0 (noarch): ok; files: 1, binaries: 0\n")
  }

  @Test func whatIsWrongIsSaid() throws {
    try write("CC=/b/box_1/_build_env/bin/cc\n", to: "box/share/box.txt")
    let outcome = try tool.run("inspect", "box", "--json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("'share/box.txt' holds '/b/box_1/_build_env/bin/cc'"))
    #expect(outcome.output.contains("\"right\": false"))
  }

  @Test(.enabled(if: access("/usr/bin/bsdtar", X_OK) == 0, "install libarchive-tools"))
  func archives() throws {
    try pack("bsdtar", "-cjf", "box.tar.bz2", "-C", "box", "info", "share")
    try pack("bsdtar", "--zstd", "-cf", "info-box.tar.zst", "-C", "box", "info")
    try pack("bsdtar", "--zstd", "-cf", "pkg-box.tar.zst", "-C", "box", "share")
    try write("{\"conda_pkg_format_version\": 2}", to: "metadata.json")
    try pack(
      "bsdtar", "--format=zip", "-cf", "box.conda", "metadata.json", "info-box.tar.zst",
      "pkg-box.tar.zst")
    for name in ["box.tar.bz2", "box.conda"] {
      let outcome = try tool.run("inspect", name)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == "box 1.2 h0_0 (noarch): ok; files: 1, binaries: 0\n")
    }
    try write("no archive", to: "box.conda")
    let broken = try tool.run("inspect", "box.conda")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("'box.conda' could not be unpacked"))
  }

  @Test func whatIsNoPackage() throws {
    for path in ["nothing", "box/share"] {
      let outcome = try tool.run("inspect", path)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("'\(path)' is no package"))
    }
    let outcome = try tool.run("inspect", "box", "--environment", "box")
    #expect(outcome.errors.contains("'box' is no conda environment"))
  }
}
