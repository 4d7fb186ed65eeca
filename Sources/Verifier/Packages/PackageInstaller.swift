import Diagnostics
import Disk
import YAML

/// Links a package into an environment, as conda does.
struct PackageInstaller {
  var package: BuiltPackage
  var prefix: HostPrefix

  func install(log: String) async throws(Diagnostic) {
    let run = await Command(
      "cp", ["-R", "-P", "-p", package.folder + "/.", prefix.path + "/"], in: "/",
      timeLimit: .seconds(600), outputLimit: 1 << 20
    ).run(loggingTo: log, watching: [], upTo: .max)
    guard run.isSuccess else {
      throw .prefixNotMade(LogText(log).lastLines(1).first ?? "\(run.end)")
    }
    do {
      let file = package.folder + "/info/paths.json"
      var limits = YAMLLimits()
      (limits.bytes, limits.nodes) = (256 << 20, 20_000_000)
      let paths = try JSONReader(file: file, limits: limits).document(
        bytes: try DiskFile(file).bytes())
      var files: [String] = []
      for entry in paths["paths"]?.sequence?.items ?? [] {
        guard let name = entry["_path"]?.scalar?.text else { continue }
        files.append(name)
        guard let placeholder = entry["prefix_placeholder"]?.scalar?.text,
          let mode = entry["file_mode"]?.scalar.flatMap({ PrefixRelocator.Mode(rawValue: $0.text) })
        else { continue }
        try PrefixRelocator(placeholder: placeholder).replace(
          in: "\(prefix.path)/\(name)", by: prefix.path, mode: mode)
      }
      FolderTree(prefix.path + "/info").remove()
      if package.isNoarch { files = try await linkNoarch(files, log: log) }
      let record: JSONText = [
        "build": .string(package.build), "depends": .strings(package.depends),
        "files": .strings(files), "name": .string(package.name),
        "version": .string(package.version),
      ]
      let name = "\(package.name)-\(package.version)-\(package.build)"
      try DiskFile("\(prefix.path)/conda-meta/\(name).json").write(record.text() + "\n")
    } catch let finding as Diagnostic {
      throw finding
    } catch {
      throw .prefixNotMade("\(error)")
    }
  }

  /// Puts modules where this Python looks for them, and writes its commands.
  private func linkNoarch(_ files: [String], log: String) async throws -> [String] {
    let folder = prefix.path + "/site-packages"
    if FolderListing.isFolder(folder) {
      try FolderTree(prefix.sitePackages).make()
      _ = await Command(
        "cp", ["-R", "-P", "-p", folder + "/.", prefix.sitePackages + "/"], in: "/",
        timeLimit: .seconds(600), outputLimit: 1 << 20
      ).run(loggingTo: log, watching: [], upTo: .max)
      FolderTree(folder).remove()
    }
    let file = package.folder + "/info/link.json"
    let link = try JSONReader(file: file).document(bytes: try DiskFile(file).bytes())
    for entry in link["noarch"]?["entry_points"]?.sequence?.items ?? [] {
      let parts = (entry.scalar?.text ?? "").split(separator: "=").map {
        $0.filter { !$0.isWhitespace }
      }
      let target = (parts.last ?? "").split(separator: ":").map(String.init)
      guard parts.count == 2, target.count == 2 else { continue }
      let program = "\(prefix.path)/bin/\(parts[0])"
      try DiskFile(program).write(
        """
        #!\(prefix.path)/bin/python
        import sys
        from \(target[0]) import \(target[1].split(separator: ".").first ?? "")
        sys.exit(\(target[1])())

        """)
      try DiskFile(program).makeExecutable()
    }
    let modules = prefix.python?.sitePackages ?? "site-packages"
    return files.map { file in
      file.hasPrefix("site-packages/") ? modules + file.dropFirst("site-packages".count) : file
    }
  }
}
