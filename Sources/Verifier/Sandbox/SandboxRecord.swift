package import Diagnostics
import Disk
import YAML

/// How a script was run, kept so that somebody can look around where it failed.
package struct SandboxRecord: Sendable {
  package var sandbox: Sandbox
  package var environment: [String: String]
  package var directory: String
  /// What comes before the program: activation, in an installed environment.
  package var prelude: [String] = []

  /// The files of these records, by what ran there.
  package enum Kind: String, CaseIterable, Sendable {
    case build, run

    var file: String { "shell-\(rawValue).json" }
  }

  init(
    _ sandbox: Sandbox, environment: [String: String], directory: String, prelude: [String] = []
  ) {
    self.sandbox = sandbox
    self.environment = environment
    self.directory = directory
    self.prelude = prelude
  }

  /// What starts a program there with the caller's terminal; a shell by default.
  package func command(_ words: [String]) async -> [String] {
    await sandbox.handOver()
    return sandbox.command(
      prelude + (words.isEmpty ? ["bash", "--norc", "-i"] : words), environment: environment,
      in: directory, isInteractive: true)
  }

  func write(_ kind: Kind, in area: String) {
    let limits = sandbox.limits
    var user: JSONText = .null
    if case .bubblewrap(let number?) = sandbox.isolation { user = .integer(number) }
    let record: JSONText = [
      "isolated": .bool(sandbox.isolation.isComplete), "user": user,
      "root": .string(sandbox.root.path), "packages": .strings(sandbox.root.packages),
      "writable": .strings(sandbox.writable), "readable": .strings(sandbox.readable),
      "memory": .integer(limits.memory), "processes": .integer(limits.processes),
      "disk": .integer(limits.disk), "directory": .string(directory), "prelude": .strings(prelude),
      "environment": .object(
        environment.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
    ]
    // Without it there is no shell, which the shell's command says.
    try? DiskFile("\(area)/\(kind.file)").write(record.text() + "\n")
  }

  /// The latest record below an area, or the latest of a kind.
  ///
  /// - Parameter area: of a package, of a variant, or of a recipe.
  package init(below area: String, kind: Kind?) throws(Diagnostic) {
    func age(of file: String) -> (Int, Int) {
      FolderTree.state(ofFile: file).map { ($0.seconds, $0.nanoseconds) } ?? (0, 0)
    }
    let names = Set((kind.map { [$0] } ?? Kind.allCases).map(\.file))
    let found = FolderListing.files(below: area, depth: 3).filter { file in
      names.contains(String(file.split(separator: "/").last ?? ""))
    }
    let latest = found.max { age(of: "\(area)/\($0)") < age(of: "\(area)/\($1)") }
    guard let latest else { throw .noShell(area) }
    let file = "\(area)/\(latest)"
    guard let bytes = try? DiskFile(file).bytes() else { throw .noShell(area) }
    let node = try JSONReader(file: file).document(bytes: bytes)
    func text(_ name: String) -> String { node[name]?.scalar?.text ?? "" }
    var limits = SandboxLimits()
    limits.memory = Int(text("memory")) ?? limits.memory
    limits.processes = Int(text("processes")) ?? limits.processes
    limits.disk = Int(text("disk")) ?? limits.disk
    let isolation: Isolation =
      text("isolated") == "true"
      ? .bubblewrap(user: Int(text("user"))) : .searchPath(reason: "it was not there for the build")
    var environment: [String: String] = [:]
    for pair in node["environment"]?.mapping?.pairs ?? [] {
      environment[pair.name] = pair.value.scalar?.text
    }
    self.init(
      Sandbox(
        isolation: isolation,
        root: HostRoot(path: text("root"), packages: node["packages"]?.texts ?? []),
        writable: node["writable"]?.texts ?? [], readable: node["readable"]?.texts ?? [],
        limits: limits),
      environment: environment, directory: text("directory"),
      prelude: node["prelude"]?.texts ?? [])
    for folder in [directory, sandbox.root.path] where DiskEntry(folder).kind != .folder {
      throw .shellFolderAbsent(folder)
    }
  }
}

extension Diagnostic {
  static func noShell(_ area: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "no build or test was run in '\(area)'",
      remedy: "name the area that 'gennforge verify' prints, of a build that failed or of --keep")
  }

  static func shellFolderAbsent(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the folder '\(folder)' is gone: only failed builds stay",
      remedy: "verify again with --keep")
  }
}
