import Conda
import Diagnostics
import RecipeModel
import RecipeWriter
import Testing

/// A build's folders on Unix, in which printed scripts run.
struct UnixBuild {
  let folder: Folder

  /// Named so that each unquoted use shows.
  static let prefix = "pre fix $(x) 'q\" `b` *"

  init() throws {
    folder = try Folder("unix")
    for name in [Self.prefix, "build env", "work", "recipe dir"] { try folder.makeFolder(name) }
  }

  var variables: [String: String] {
    [
      "PREFIX": "\(folder.path)/\(Self.prefix)", "BUILD_PREFIX": "\(folder.path)/build env",
      "SRC_DIR": "\(folder.path)/work", "RECIPE_DIR": "\(folder.path)/recipe dir",
      "SP_DIR": "\(folder.path)/\(Self.prefix)/lib/python3.12/site-packages",
      "PYTHON": "\(folder.path)/\(Self.prefix)/bin/python", "PKG_NAME": "pygenn",
      "PKG_VERSION": "5.4.0", "CPU_COUNT": "2", "PY_VER": "3.12",
      "target_platform": "linux-64", "build_platform": "linux-64",
    ]
  }

  /// Prints the steps, has bash read the script without running it, and runs it in the work folder.
  func run(
    _ steps: [ScriptStep], variables: [String: String] = [:]
  ) throws -> Tool.Outcome {
    var findings = Findings()
    let text = BuildScript(steps).bash(findings: &findings)
    #expect(findings.all.isEmpty)
    return try run(text, variables: variables)
  }

  func run(_ text: String, variables: [String: String] = [:]) throws -> Tool.Outcome {
    let bash = try #require(Tool.bash)
    let script = "\(folder.path)/build.sh"
    try folder.write("build.sh", text)
    let work = try Folder("work")
    let check = try bash.run(["-n", script], in: work)
    #expect(check.status == 0 && check.err.isEmpty, "\(check.err)\n\(text)")
    return try bash.run(
      ["-c", "cd \"$SRC_DIR\" && exec bash \"$0\"", script], in: work,
      environment: self.variables.merging(variables) { $1 })
  }
}
