import Conda
import Diagnostics
import Disk
import YAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension OutputRun {
  var packageInputs: String {
    [
      output.license ?? "", output.licenseFiles.joined(separator: " "),
      depends.joined(separator: ","), output.constraints.joined(separator: ","),
      output.fullName, output.entryPoints.joined(separator: ","), "\(output.isNoarch)",
      settings.runsUpstreamTests ? "with the source's tests" : "",
    ].joined(separator: "\n")
  }

  /// What the package is installed with: its run requirements and what its host's add.
  var depends: [String] {
    let exports = output.isNoarch ? [] : resolver.forBuild(of: output).runExports
    let names = Set(output.run.map { RequirementText.name(of: $0) })
    let added = exports.filter { !names.contains(RequirementText.name(of: $0)) }
    let run = output.run.map { text in
      // Built with one Python, it is for that one.
      guard text == "python", resolver.forBuild(of: output).hasPython, !output.isNoarch else {
        return text
      }
      return "python \(workshop.python.version).*"
    }
    return (run + added).sorted()
  }

  /// Makes the package of the files that are new in the prefix.
  mutating func collect(_ report: inout StageReport) async throws(Diagnostic) {
    FolderTree(area.package).remove()
    let new = try newFiles(&report)
    do throws(DiskFile.Failure) {
      try FolderTree(area.package + "/info/licenses").make()
      try DiskFile(area.path + "/files.txt").write(new.map { $0 + "\n" }.joined())
    } catch {
      throw .prefixNotMade(error.description)
    }
    try await copyFiles(log: report.log)
    if output.isNoarch { try moveSitePackages() }
    try await copyLicenses(&report)
    try await copyTestSources(log: report.log)
    let files = FolderTree(area.package).files.filter { !$0.hasPrefix("info/") }
    let relocator = PrefixRelocator(placeholder: area.prefix)
    var modes: [String: PrefixRelocator.Mode] = [:]
    do throws(DiskFile.Failure) {
      for file in files {
        try relocator.relocateSearchPaths(of: file, in: area.package)
        modes[file] = try relocator.mode(of: "\(area.package)/\(file)")
      }
    } catch {
      throw .prefixNotMade(error.description)
    }
    try await writeInformation(files, modes)
    report.facts["files"] = String(files.count)
    report.facts["bytes"] = String(FolderTree(area.package).size)
    report.facts["depends"] = depends.joined(separator: ", ")
    if files.isEmpty, output.script != .nothing {
      let place = plan.places.place(ofKey: "build.script", output: output.name)
      report.findings.append(.emptyPackage(output.name, at: place))
    }
  }

  var builtPackage: BuiltPackage {
    BuiltPackage(
      name: output.name, version: output.version, build: output.buildString,
      folder: area.package, depends: depends, isNoarch: output.isNoarch, placeholder: area.prefix)
  }

  private func newFiles(_ report: inout StageReport) throws(Diagnostic) -> [String] {
    let before: PrefixSnapshot
    do throws(DiskFile.Failure) {
      before = try PrefixSnapshot(reading: area.snapshot)
    } catch {
      throw .prefixNotMade(error.description)
    }
    var new: [String] = []
    for (file, state) in FolderTree(area.prefix).states {
      // Python makes these anew for every user.
      if file.contains("__pycache__/") || file.hasSuffix(".pyc") { continue }
      guard let earlier = before.states[file] else {
        new.append(file)
        continue
      }
      if earlier != state {
        let place = plan.places.place(ofKey: "build.script", output: output.name)
        report.findings.append(.changedOthersFile(file, at: place))
      }
    }
    return new.sorted()
  }

  private func copyFiles(log: String) async throws(Diagnostic) {
    let archive = area.path + "/files.tar"
    let list = area.path + "/files.txt"
    defer {
      unlink(archive)
      unlink(list)
    }
    for arguments in [
      ["-C", area.prefix, "--no-recursion", "--null", "-cf", archive, "-T", list],
      ["-C", area.package, "-xf", archive],
    ] {
      var arguments = arguments
      if arguments.contains("--null") { arguments.removeAll { $0 == "--null" } }
      let run = await Command(
        "tar", arguments, in: "/", timeLimit: .seconds(600), outputLimit: 1 << 20
      ).run(loggingTo: log, watching: [], upTo: .max)
      guard run.isSuccess else {
        throw .prefixNotMade(LogText(log).lastLines(1).first ?? "\(run.end)")
      }
    }
  }

  /// Where noarch packages have their modules, for whichever Python.
  private func moveSitePackages() throws(Diagnostic) {
    let from = "\(area.package)/\(workshop.python.sitePackages)"
    guard FolderListing.isFolder(from) else { return }
    guard rename(from, area.package + "/site-packages") == 0 else {
      throw .prefixNotMade("can't move \(from)")
    }
    FolderTree(area.package + "/lib").removeIfEmpty()
  }

  private mutating func copyLicenses(_ report: inout StageReport) async throws(Diagnostic) {
    for name in output.licenseFiles {
      let found = [area.work, plan.recipeFolder].map { "\($0)/\(name)" }.filter {
        DiskEntry($0).kind != .absent
      }
      guard let path = found.first else {
        let place = plan.places.place(ofKey: "about.license_file", output: output.name)
        report.findings.append(.licenseAbsent(name, at: place))
        continue
      }
      let target = "\(area.package)/info/licenses/\(name)"
      do throws(DiskFile.Failure) {
        try FolderTree(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])).make()
      } catch {
        throw .prefixNotMade(error.description)
      }
      _ = await Command(
        "cp", ["-R", path, target], in: "/", timeLimit: .seconds(60), outputLimit: 1 << 16
      ).run(loggingTo: report.log, watching: [], upTo: .max)
    }
  }

  /// What tests take from the source, which goes away.
  private func copyTestSources(log: String) async throws(Diagnostic) {
    var names: [String] = []
    for case .script(let test) in output.tests { names += test.sourceFiles }
    if let upstreamTests { names.append(upstreamTests) }
    guard !names.isEmpty else { return }
    let folder = area.path + "/test-sources"
    FolderTree(folder).remove()
    do throws(DiskFile.Failure) { try FolderTree(folder).make() } catch {
      throw .prefixNotMade(error.description)
    }
    for name in Set(names).sorted() {
      let plain = name.hasSuffix("/") ? String(name.dropLast()) : name
      _ = await Command(
        "cp", ["-R", "-p", "--parents", plain, folder], in: area.work, timeLimit: .seconds(300),
        outputLimit: 1 << 16
      ).run(loggingTo: log, watching: [], upTo: .max)
    }
  }

  private func writeInformation(
    _ files: [String], _ modes: [String: PrefixRelocator.Mode]
  ) async throws(Diagnostic) {
    let plain = files.filter {
      DiskEntry("\(area.package)/\($0)", followsLinks: false).linkTarget == nil
    }
    let digests = try await FileDigest.of(plain.map { "\(area.package)/\($0)" })
    let digest = Dictionary(uniqueKeysWithValues: zip(plain, digests))
    let paths: [JSONText] = files.map { file in
      var entry: [JSONText.Member] = [
        .init("_path", .string(file)),
        .init("path_type", digest[file] == nil ? "softlink" : "hardlink"),
      ]
      if let digest = digest[file] {
        entry.append(.init("sha256", .string(digest)))
        entry.append(
          .init("size_in_bytes", .integer(DiskEntry("\(area.package)/\(file)").size)))
      }
      if let mode = modes[file] {
        entry.append(.init("file_mode", .string(mode.rawValue)))
        entry.append(.init("prefix_placeholder", .string(area.prefix)))
      }
      return .object(entry)
    }
    let index: JSONText = [
      "build": .string(output.buildString), "build_number": .integer(output.buildNumber),
      "constrains": .strings(output.constraints), "depends": .strings(depends),
      "license": .optional(output.license), "name": .string(output.name),
      "noarch": output.isNoarch ? "python" : nil,
      "subdir": .string(output.isNoarch ? "noarch" : plan.platform.subdir),
      "version": .string(output.version),
    ]
    let about: JSONText = [
      "license": .optional(output.license), "summary": .optional(output.summary),
    ]
    let information: [(String, String)] = [
      ("paths.json", (["paths": .array(paths), "paths_version": 1] as JSONText).text()),
      ("index.json", index.text()), ("about.json", about.text()),
      ("files", files.joined(separator: "\n")),
      (
        "link.json",
        ([
          "noarch": ["type": "python", "entry_points": .strings(output.entryPoints)],
          "package_metadata_version": 1,
        ] as JSONText).text()
      ),
    ]
    do throws(DiskFile.Failure) {
      for (name, text) in information where name != "link.json" || output.isNoarch {
        try DiskFile("\(area.package)/info/\(name)").write(text + "\n")
      }
    } catch {
      throw .prefixNotMade(error.description)
    }
  }
}

extension Diagnostic {
  static func emptyPackage(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the build script put nothing into '\(name)'",
      remedy: "install into $PREFIX; nothing else is packaged")
  }

  static func changedOthersFile(_ file: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the build changed '\(file)', which belongs to another package",
      remedy: "write files of this package's own; that change is lost where it is installed")
  }

  static func licenseAbsent(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "the license file '\(name)' is neither in the source nor beside the recipe",
      remedy: "name the file that the source has")
  }
}
