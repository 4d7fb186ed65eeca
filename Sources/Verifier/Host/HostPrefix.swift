import Diagnostics
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that takes a conda environment's place: a virtual environment of this machine's Python, and
/// records of what stands in for what.
package struct HostPrefix: Hashable, Sendable {
  package var path: String
  package var python: HostPython?

  package init(path: String, python: HostPython?) {
    self.path = path
    self.python = python
  }

  package var sitePackages: String { path + "/" + (python?.sitePackages ?? "site-packages") }

  /// Makes it anew: programs and modules of what is required, from wheels that were downloaded before.
  func make(
    _ requirements: HostRequirements, wheels: String?, tools: PythonTools, log: String
  ) async throws(Diagnostic) {
    FolderTree(path).remove()
    do throws(DiskFile.Failure) {
      for folder in ["bin", "lib", "include", "share", "etc", "conda-meta"] {
        try FolderTree("\(path)/\(folder)").make()
      }
      try DiskFile("\(path)/conda-meta/history").write("")
    } catch {
      throw .prefixNotMade(error.description)
    }
    guard let python else { return }
    try await tools.run(
      python.program, ["-I", "-m", "venv", "--without-pip", path], log: log, doing: "make a venv")
    guard !requirements.distributions.isEmpty, let wheels else { return }
    try await tools.pip(
      [
        "--python", "\(path)/bin/python", "install", "--no-index", "--find-links", wheels,
        "--no-compile", "--no-warn-script-location",
      ] + requirements.distributions,
      log: log, doing: "install \(requirements.distributions.joined(separator: " "))")
  }

  /// Who brings which library, as conda's own records say it.
  func record(
    _ requirements: HostRequirements, standIns: StandIns, debian: DebianPackages
  ) async throws(Diagnostic) {
    var files: [String: [String]] = [:]
    for package in requirements.debian {
      let libraries = try await debian.files(of: [package]).filter {
        $0.contains("/lib") && ($0.hasSuffix(".so") || $0.contains(".so."))
      }
      let owner = requirements.lines.first { line in
        let standIn = standIns[line.name]
        return line.name != "python"
          && (standIn?.development.contains(package) == true
            || standIn?.runtime.contains(package) == true)
      }
      let name = owner?.name ?? standIns.name(forDebian: package) ?? "python"
      files[name, default: []] += libraries.map {
        "lib/" + ($0.split(separator: "/").last.map(String.init) ?? $0)
      }
    }
    for part in requirements.toolkit {
      files[part.package, default: []] += part.files.map(\.target).filter { $0.contains(".so") }
    }
    for line in requirements.lines where files[line.name] == nil { files[line.name] = [] }
    do throws(DiskFile.Failure) {
      for (name, files) in files.sorted(by: { $0.key < $1.key }) {
        let record: JSONText = [
          "name": .string(name), "version": "0", "build": "host", "files": .strings(files.sorted()),
        ]
        try DiskFile("\(path)/conda-meta/\(name)-0-host.json").write(record.text() + "\n")
      }
    } catch {
      throw .prefixNotMade(error.description)
    }
  }
}

/// pip of a virtual environment of its own, so that prefixes hold it only where a recipe names it.
struct PythonTools: Sendable {
  let python: HostPython
  let cache: String
  let clock: ChildClock

  private var folder: String { "\(cache)/tools/python-\(Fingerprint.of(python.program).prefix(8))" }

  func pip(_ arguments: [String], log: String, doing what: String) async throws(Diagnostic) {
    if DiskEntry("\(folder)/bin/python").kind == .absent {
      let partial = "\(folder).new-\(UInt64.random(in: .min ... .max))"
      try await run(python.program, ["-I", "-m", "venv", partial], log: log, doing: "make a venv")
      try take(partial, as: folder)
    }
    try await run(
      "\(folder)/bin/python",
      ["-I", "-m", "pip", "--disable-pip-version-check", "--no-input"] + arguments, log: log,
      doing: what)
  }

  /// What `pip check` says about a prefix; nil if all is well.
  func check(_ prefix: String) async -> String? {
    let run = await Command(
      "\(folder)/bin/python",
      [
        "-I", "-m", "pip", "--disable-pip-version-check", "--python", "\(prefix)/bin/python",
        "check",
      ],
      in: "/", timeLimit: .seconds(60), outputLimit: 1 << 20
    ).run()
    clock.add(run.duration)
    if run.end == .exited(0) { return nil }
    let text = String(decoding: run.output + run.errors, as: UTF8.self)
    return text.isEmpty ? "\(run.end)" : text
  }

  /// The folder with wheels of these distributions and all that they need; downloaded once.
  func wheels(_ distributions: [String], log: String) async throws(Diagnostic) -> String? {
    guard !distributions.isEmpty else { return nil }
    let key = Fingerprint.of(([python.version] + distributions.sorted()).joined(separator: "\n"))
    let folder = "\(cache)/wheels/\(key)"
    if DiskEntry(folder).kind == .folder { return folder }
    let partial = "\(folder).new-\(UInt64.random(in: .min ... .max))"
    try await pip(
      ["download", "--only-binary", ":all:", "--dest", partial, "--quiet"] + distributions,
      log: log, doing: "download \(distributions.joined(separator: " "))")
    try take(partial, as: folder)
    return folder
  }

  /// Gives a folder its name, unless somebody else was faster.
  func take(_ partial: String, as folder: String) throws(Diagnostic) {
    if rename(partial, folder) == 0 { return }
    FolderTree(partial).remove()
    guard DiskEntry(folder).kind == .folder else {
      throw .prefixNotMade("can't rename \(partial)")
    }
  }

  func run(
    _ program: String, _ arguments: [String], log: String, doing what: String
  ) async throws(Diagnostic) {
    let run = await Command(
      program, arguments, in: "/", timeLimit: .seconds(1200), outputLimit: 16 << 20
    ).run(loggingTo: log, watching: [], upTo: .max)
    clock.add(run.duration)
    guard run.isSuccess else { throw .pythonToolFails(what, LogText(log).lastLines(6)) }
  }
}

extension Diagnostic {
  static func prefixNotMade(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the environment could not be made: \(reason)",
      remedy: "make space, or name another folder with --work")
  }

  static func pythonToolFails(_ what: String, _ lines: [String]) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "this machine's Python could not \(what)",
      remedy: "look at the messages; PyPI must be reachable for the first run",
      notes: lines.map { Note($0) })
  }
}
