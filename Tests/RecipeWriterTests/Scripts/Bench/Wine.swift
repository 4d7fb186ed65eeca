import Foundation

/// Windows' command interpreter as Wine has it: made once for all tests of a run.
///
/// `GENNFORGE_WINEPREFIX` names a folder to keep it in, which saves the time to make it.
struct Wine: Sendable {
  static let shared: Wine? = try? Wine()

  private let program: String
  private let prefix: String
  /// Wine takes UTF-8 for the system's encoding in languages that have no older one. With it, batch
  /// files mean what they say; without it, only ASCII can be tested.
  let locale: [String: String]?
  /// Prints its arguments between brackets, a variable's value for `=NAME`.
  let show: String?

  private init?() throws {
    guard let wine = Tool.wine else { return nil }
    program = wine.path
    let kept = ProcessInfo.processInfo.environment["GENNFORGE_WINEPREFIX"]
    prefix = kept ?? FileManager.default.temporaryDirectory.path + "/gennforge-wine-\(getpid())"
    try FileManager.default.createDirectory(atPath: prefix, withIntermediateDirectories: true)
    locale = try Self.makeLocale(below: prefix)
    show = try Self.makeShow(below: prefix)
    if !FileManager.default.fileExists(atPath: "\(prefix)/system.reg") {
      _ = try run(["wineboot", "-i"], in: try Folder("boot"))
    }
    try keepServer(removing: kept == nil)
  }

  private var environment: [String: String] {
    [
      "WINEPREFIX": prefix, "WINEDEBUG": "-all", "HOME": prefix,
      "WINEDLLOVERRIDES": "mscoree,mshtml=",
    ].merging(locale ?? [:]) { $1 }
  }

  /// A path as Windows programs name it.
  static func windows(_ path: String) -> String {
    "Z:" + path.replacingOccurrences(of: "/", with: "\\")
  }

  /// Runs a command line of cmd.
  func cmd(
    _ command: String, in folder: Folder, environment: [String: String] = [:]
  ) throws -> Tool.Outcome {
    try run(["cmd", "/d", "/c", command], in: folder, environment: environment)
  }

  /// In a process without our files: Wine's own services stay behind, and who waits for a call would
  /// wait for all that hold them.
  private func run(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:]
  ) throws -> Tool.Outcome {
    guard let bash = Tool.bash else { throw CocoaError(.fileNoSuchFile) }
    let script = #"for ((n = 3; n < 256; n++)); do eval "exec $n>&-"; done; exec "$0" "$@""#
    return try bash.run(
      ["-c", script, program] + arguments, in: folder,
      environment: self.environment.merging(environment) { $1 })
  }

  private static func makeLocale(below folder: String) throws -> [String: String]? {
    guard let localedef = Tool.localedef else { return nil }
    let name = "hi_IN.UTF-8"
    _ = try localedef.run(
      ["-i", "hi_IN", "-f", "UTF-8", "\(folder)/\(name)"], in: try Folder("locale"))
    guard FileManager.default.fileExists(atPath: "\(folder)/\(name)/LC_CTYPE") else { return nil }
    return ["LOCPATH": folder, "LC_ALL": name]
  }

  private static func makeShow(below folder: String) throws -> String? {
    guard let clang = Tool.clang, let link = Tool.lldLink else { return nil }
    let work = try Folder("show")
    try work.write("show.c", ShowProgram.source)
    try work.write("kernel32.def", ShowProgram.kernel32)
    try work.write("shell32.def", ShowProgram.shell32)
    _ = try clang.run(
      [
        "--target=x86_64-pc-windows-msvc", "-O1", "-ffreestanding", "-c", "show.c", "-o",
        "show.obj",
      ], in: work)
    for library in ["kernel32", "shell32"] {
      _ = try link.run(
        ["/lib", "/def:\(library).def", "/out:\(library).lib", "/machine:x64"], in: work)
    }
    _ = try link.run(
      [
        "/entry:start", "/subsystem:console", "/nodefaultlib", "/out:\(folder)/show.exe",
        "show.obj", "kernel32.lib", "shell32.lib",
      ], in: work)
    let program = "\(folder)/show.exe"
    return FileManager.default.fileExists(atPath: program) ? program : nil
  }

  /// Lets Wine's server stay until the tests end, as otherwise each call would start it anew, and has
  /// the folder removed then.
  private func keepServer(removing: Bool) throws {
    guard let server = Tool.wineserver, let bash = Tool.bash else { return }
    let script = """
      for ((n = 3; n < 256; n++)); do eval "exec $n>&-"; done
      "$0" -p
      {
        while kill -0 "$1"; do sleep 1; done
        "$0" -k
        if [ -n "$2" ]; then rm -rf "$2"; fi
      } >/dev/null 2>&1 &
      """
    _ = try bash.run(
      ["-c", script, server.path, "\(getpid())", removing ? prefix : ""],
      in: try Folder("server"), environment: environment)
  }
}
