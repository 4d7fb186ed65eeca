import Foundation
import Testing

/// What `gennforge kernels` makes of its options.
@Suite struct KernelCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  /// Engines run programs in folders of their own; a path is one from where the user is.
  @Test func programsAreFoundFromHere() throws {
    let script = "#!/bin/sh\necho \"$0 has no cudafe++\" >&2\nexit 2\n"
    let file = tool.folder.appending(path: "bin/nvcc")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(script.utf8).write(to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file.path(percentEncoded: false))
    let options = ["adam", "--nvcc", "bin/nvcc"]
    for arguments in [["compile"] + options, ["run", "--engine", "cuda"] + options] {
      let outcome = try tool.run(["kernels"] + arguments)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("[nvcc-fails]"), "\(outcome.errors)")
    }
    let python = try tool.run("kernels", "run", "adam", "--engine", "genn", "--python", "bin/nvcc")
    #expect(python.errors.contains("[simulation-fails]"), "\(python.errors)")
  }

  @Test func architectures() throws {
    let help = try tool.run("kernels", "compile", "--help").output.filter { !$0.isWhitespace }
    #expect(help.contains("sm_75,sm_80,sm_90,sm_100,sm_120ifnotgiven"))
    #expect(try tool.run("kernels", "compile", "adam", "--arch", "sm_80,hopper").status == 64)
    // A run is on one GPU.
    let two = try tool.run("kernels", "run", "adam", "--engine", "cuda", "--arch", "sm_80,sm_90")
    #expect(two.status == 64 && two.errors.contains("'sm_80,sm_90' is no GPU architecture"))
  }
}
