import Foundation

/// A program that tests run when the machine has it.
struct Tool: Sendable {
  let path: String

  init?(_ names: String...) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      let candidates = name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" }
      if let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) {
        path = found
        return
      }
    }
    return nil
  }

  static let bash = Tool("bash")
  static let dash = Tool("dash")
  static let zsh = Tool("zsh")
  static let fish = Tool("fish")
  static let powerShell = Tool("pwsh")
  static let python = Tool("python3")
  static let shellcheck = Tool("shellcheck")
  static let wine = Tool("wine64", "wine", "/usr/lib/wine/wine64")
  static let wineserver = Tool(
    "wineserver", "/usr/lib/wine/wineserver64", "/usr/lib/wine/wineserver")
  static let clang = Tool("clang")
  /// The one that belongs to clang: older ones make no import libraries.
  static let lldLink =
    clang.flatMap { Tool("\($0.path.dropLast("clang".count))lld-link") } ?? Tool("lld-link")
  static let localedef = Tool("localedef")

  struct Outcome: Sendable {
    var status: Int32
    var out: String
    var err: String
  }

  /// Runs it with nothing but the given environment and a search path.
  func run(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let inherited = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    process.environment = inherited.merging(environment) { $1 }
    // Files, as pipes would have to be read while the process runs.
    let files = try Folder("output")
    let (out, err) = (try files.handle("out"), try files.handle("err"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = out
    process.standardError = err
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, out: try files.read("out"), err: try files.read("err"))
  }
}
