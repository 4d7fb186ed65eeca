import Diagnostics
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Brings one source of a recipe into a folder.
struct SourceFetcher {
  var source: PlannedSource
  var place: SourceLocation
  var cache: String
  var recipeFolder: String
  var log: String
  var clock: ChildClock

  /// From where the recipe says.
  func fetch(into folder: String, _ report: inout StageReport) async throws(Diagnostic) {
    switch source.origin {
    case .path(let path):
      let path = path.hasPrefix("/") ? path : "\(recipeFolder)/\(path)"
      guard DiskEntry(path).kind != .absent else { throw .sourceAbsent(path, at: place) }
      try await place(path, in: folder)
    case .git(let address, let revision):
      try await run(
        "git", ["clone", "--quiet", "--no-checkout", address, folder], "clone \(address)")
      try await run(
        "git", ["-C", folder, "checkout", "--quiet", revision ?? "HEAD"],
        "check out \(revision ?? "HEAD")")
    case .addresses(let addresses):
      let archive = try await download(addresses, &report)
      try await check(archive, isOwn: true, &report)
      try await unpack(archive, named: addresses[0], into: folder)
    }
  }

  /// From a file or folder in its place.
  func take(
    _ local: String, into folder: String, _ report: inout StageReport
  ) async throws(Diagnostic) {
    report.facts["source"] = local
    switch DiskEntry(local).kind {
    case .folder: try await place(local, in: folder)
    case .file:
      try await check(local, isOwn: false, &report)
      try await unpack(local, named: local, into: folder)
    default: throw .sourceAbsent(local, at: nil)
    }
  }

  func apply(_ patch: String, in folder: String) async throws(Diagnostic) {
    let file = "\(recipeFolder)/\(patch)"
    guard DiskEntry(file).kind == .file else { throw .patchAbsent(patch, at: place) }
    let command = Command(
      "patch", ["-p1", "--batch", "--input", file], in: folder, timeLimit: .seconds(60),
      outputLimit: 1 << 20)
    let run = await command.run(loggingTo: log, watching: [], upTo: .max)
    guard run.isSuccess else { throw .patchFails(patch, LogText(log).lastLines(6), at: place) }
  }

  private func download(
    _ addresses: [String], _ report: inout StageReport
  ) async throws(Diagnostic) -> String {
    let name = source.sha256 ?? Fingerprint.of(addresses[0])
    let file = "\(cache)/\(name)"
    if DiskEntry(file).kind == .file { return file }
    do throws(DiskFile.Failure) {
      try FolderTree(cache).make()
    } catch {
      throw .prefixNotMade(error.description)
    }
    // Several variants may want it at one time.
    let partial = "\(file).new-\(UInt64.random(in: .min ... .max))"
    for address in addresses {
      let run = await Command(
        "curl",
        [
          "--fail", "--location", "--silent", "--show-error", "--retry", "2", "--max-time", "1200",
          "--output", partial, address,
        ],
        in: "/", timeLimit: .seconds(1300), outputLimit: 1 << 20
      ).run(loggingTo: log, watching: [], upTo: .max)
      clock.add(run.duration)
      if run.isSuccess, rename(partial, file) == 0 {
        report.facts["source"] = address
        return file
      }
    }
    unlink(partial)
    throw .sourceNotDownloaded(addresses[0], LogText(log).lastLines(4), at: place)
  }

  /// A local archive may be another one than the recipe's, which is worth a word.
  private func check(
    _ archive: String, isOwn: Bool, _ report: inout StageReport
  ) async throws(Diagnostic) {
    for (name, program, expected) in [
      ("sha256", "sha256sum", source.sha256), ("md5", "md5sum", source.md5),
    ] {
      guard let expected else { continue }
      let found = try await FileDigest.of([archive], by: program).first ?? ""
      report.facts[name] = found
      if found == expected.lowercased() { continue }
      if isOwn {
        // So that it is downloaded again.
        unlink(archive)
        throw .sourceDiffers(name, expected: expected, found: found, at: place)
      }
      report.findings.append(.localSourceDiffers(name, expected: expected, found: found, at: place))
    }
  }

  private static let archives = [
    ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".tar.zst", ".zip",
    ".whl", ".conda", ".tar.lzma", ".7z",
  ]

  private func unpack(
    _ archive: String, named name: String, into folder: String
  ) async throws(Diagnostic) {
    let plain = String(name.prefix { $0 != "?" && $0 != "#" })
    guard source.fileName == nil,
      Self.archives.contains(where: { plain.lowercased().hasSuffix($0) })
    else {
      let name = source.fileName ?? plain.split(separator: "/").last.map(String.init) ?? "source"
      try await run("cp", [archive, "\(folder)/\(name)"], "copy \(archive)")
      return
    }
    let before = Set(FolderListing.names(in: folder))
    #if canImport(Darwin)
      let tar = "tar"
    #else
      let tar = "bsdtar"
    #endif
    try await run(tar, ["-x", "-f", archive, "-C", folder], "unpack \(archive)")
    // A folder around everything goes away, as conda-build does it.
    let new = FolderListing.names(in: folder).filter { !before.contains($0) }
    guard new.count == 1, FolderListing.isFolder("\(folder)/\(new[0])") else { return }
    let wrapper = "\(folder)/.gennforge-unpacked"
    guard rename("\(folder)/\(new[0])", wrapper) == 0 else { return }
    for name in FolderListing.names(in: wrapper) {
      guard rename("\(wrapper)/\(name)", "\(folder)/\(name)") == 0 else {
        throw .sourceToolFails("unpack \(archive)", ["can't move \(name)"], at: place)
      }
    }
    rmdir(wrapper)
  }

  /// A file, or a folder's content.
  private func place(_ path: String, in folder: String) async throws(Diagnostic) {
    let from = DiskEntry(path).kind == .folder ? "\(path)/." : path
    if DiskEntry(path).kind == .file, Self.archives.contains(where: { path.hasSuffix($0) }) {
      try await unpack(path, named: path, into: folder)
    } else {
      try await run("cp", ["-R", "-P", "-p", from, folder + "/"], "copy \(path)")
    }
  }

  private func run(
    _ program: String, _ arguments: [String], _ what: String
  ) async throws(Diagnostic) {
    let run = await Command(
      program, arguments, in: "/", timeLimit: .seconds(1200), outputLimit: 1 << 20
    ).run(loggingTo: log, watching: [], upTo: .max)
    if run.end == .notFound { throw .sourceToolMissing(program, at: place) }
    guard run.isSuccess else { throw .sourceToolFails(what, LogText(log).lastLines(4), at: place) }
  }
}

/// Checksums by the system's programs.
enum FileDigest {
  static func of(
    _ files: [String], by program: String = "sha256sum"
  ) async throws(Diagnostic) -> [String] {
    #if canImport(Darwin)
      let (program, options) = program == "md5sum" ? ("md5", ["-r"]) : ("shasum", ["-a", "256"])
    #else
      let options = ["-b"]
    #endif
    var digests: [String] = []
    for start in stride(from: 0, to: files.count, by: 200) {
      let part = Array(files[start..<min(start + 200, files.count)])
      let run = await Command(
        program, options + ["--"] + part, in: "/", timeLimit: .seconds(600), outputLimit: 4 << 20
      ).run()
      let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
      guard run.end == .exited(0), lines.count == part.count else {
        throw .sourceToolFails("\(program) \(part[0])", [], at: nil)
      }
      // A name with a backslash makes the line begin with one.
      digests += lines.map { String($0.drop { $0 == "\\" }.prefix { $0 != " " }) }
    }
    return digests
  }
}

extension Diagnostic {
  static func sourceAbsent(_ path: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the source '\(path)' is not there",
      remedy: "name an archive or a folder that is")
  }

  static func patchAbsent(_ patch: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the patch '\(patch)' is not in the recipe's folder",
      remedy: "add it, or remove its line")
  }

  static func patchFails(_ patch: String, _ lines: [String], at place: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .error, at: place, "the patch '\(patch)' does not fit the source",
      remedy: "make it again from this version's source", notes: lines.map { Note($0) })
  }

  static func sourceNotDownloaded(
    _ address: String, _ lines: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(address)' could not be downloaded",
      remedy: "check the address, or give a local archive or tree with --source",
      notes: lines.map { Note($0) })
  }

  static func sourceDiffers(
    _ kind: String, expected: String, found: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the source's \(kind) is \(found), and the recipe says \(expected)",
      remedy: "find out why it changed; only then write the new one into the recipe")
  }

  static func localSourceDiffers(
    _ kind: String, expected: String, found: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "the archive given with --source is not the recipe's: its \(kind) is \(found), not \(expected)",
      remedy: "verify without --source before you publish")
  }

  static func sourceToolMissing(_ program: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "there is no '\(program)' to fetch the source with",
      remedy: "install it (Debian: bsdtar is in libarchive-tools)")
  }

  static func sourceToolFails(
    _ what: String, _ lines: [String], at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "could not \(what)", remedy: "look at the messages",
      notes: lines.map { Note($0) })
  }
}
