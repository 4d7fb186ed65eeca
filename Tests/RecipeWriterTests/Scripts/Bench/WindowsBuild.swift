import Conda
import Diagnostics
import Foundation
import RecipeModel
import RecipeWriter
import Testing

/// A build's folders as Windows sees them, in which printed batch files run.
struct WindowsBuild {
  let folder: Folder
  let wine: Wine

  /// Named so that each unquoted use shows.
  static let prefix = "pre fix & (x) ^ 'q' !"

  init() throws {
    wine = try #require(Wine.shared)
    folder = try Folder("windows")
    for name in [Self.prefix, "build env", "work", "recipe dir"] { try folder.makeFolder(name) }
    if let show = wine.show {
      try FileManager.default.copyItem(atPath: show, toPath: "\(folder.path)/work/show.exe")
    }
  }

  var variables: [String: String] {
    let prefix = Wine.windows("\(folder.path)/\(Self.prefix)")
    return [
      "PREFIX": prefix, "LIBRARY_PREFIX": prefix + "\\Library",
      "BUILD_PREFIX": Wine.windows("\(folder.path)/build env"),
      "SRC_DIR": Wine.windows("\(folder.path)/work"),
      "RECIPE_DIR": Wine.windows("\(folder.path)/recipe dir"),
      "SP_DIR": prefix + "\\Lib\\site-packages", "PYTHON": prefix + "\\python.exe",
      "PKG_NAME": "pygenn", "PKG_VERSION": "5.4.0", "CPU_COUNT": "2", "PY_VER": "3.12",
      "target_platform": "win-64", "build_platform": "win-64",
    ]
  }

  func run(_ steps: [ScriptStep], variables: [String: String] = [:]) throws -> Tool.Outcome {
    var findings = Findings()
    let text = BuildScript(steps).batch(findings: &findings)
    #expect(findings.all.filter { $0.severity == .error }.isEmpty)
    return try run(text, variables: variables)
  }

  /// In the work folder, which is where builds run.
  func run(_ text: String, variables: [String: String] = [:]) throws -> Tool.Outcome {
    try folder.write("work/build.bat", text)
    let outcome = try wine.cmd(
      "cd /d %SRC_DIR%&& build.bat", in: folder,
      environment: self.variables.merging(variables) { $1 })
    return Tool.Outcome(
      status: outcome.status, out: outcome.out.replacingOccurrences(of: "\r\n", with: "\n"),
      err: outcome.err.replacingOccurrences(of: "\r\n", with: "\n"))
  }
}
