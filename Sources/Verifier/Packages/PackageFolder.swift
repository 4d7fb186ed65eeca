import Conda
package import Diagnostics
import Disk
package import Inspection
import YAML

/// The folder of an unpacked package: `info/` and what is linked into environments.
package struct PackageFolder {
  package let path: String

  package init(path: String) { self.path = path }

  package func read(buildFolders: [String]) throws(Diagnostic) -> InspectedPackage {
    let index = try json("info/index.json")
    guard let name = index["name"]?.scalar?.text, let version = index["version"]?.scalar?.text,
      let build = index["build"]?.scalar?.text
    else { throw .incompleteIndex("\(path)/info/index.json") }
    let about =
      DiskEntry("\(path)/info/about.json").kind == .file ? try json("info/about.json") : nil
    return InspectedPackage(
      name: name, version: version, build: build,
      platform: Platform(index["subdir"]?.scalar?.text ?? "noarch"),
      depends: texts(index["depends"]), constrains: texts(index["constrains"]),
      license: (about?["license"] ?? index["license"])?.scalar?.text,
      licenseFiles: paths(below: "info/licenses"),
      files: try files(placeholders: placeholders(), buildFolders: buildFolders))
  }

  private func json(_ name: String) throws(Diagnostic) -> YAMLNode {
    let file = "\(path)/\(name)"
    do {
      var limits = YAMLLimits()
      // paths.json of the largest packages.
      (limits.bytes, limits.nodes) = (256 << 20, 20_000_000)
      return try JSONReader(file: file, limits: limits).document(bytes: try DiskFile(file).bytes())
    } catch let failure as DiskFile.Failure {
      throw .noPackage(path, failure.description)
    } catch let finding as Diagnostic {
      throw finding
    } catch {
      throw .noPackage(path, "\(error)")
    }
  }

  private func texts(_ list: YAMLNode?) -> [String] {
    list?.sequence?.items.compactMap { $0.scalar?.text } ?? []
  }

  /// The paths that the installer replaces, by file.
  private func placeholders() throws(Diagnostic) -> [String: String] {
    guard DiskEntry("\(path)/info/paths.json").kind == .file else { return [:] }
    var placeholders: [String: String] = [:]
    for entry in try json("info/paths.json")["paths"]?.sequence?.items ?? [] {
      guard let file = entry["_path"]?.scalar?.text else { continue }
      placeholders[file] = entry["prefix_placeholder"]?.scalar?.text
    }
    return placeholders
  }

  private func files(
    placeholders: [String: String], buildFolders: [String]
  ) throws(Diagnostic) -> [InspectedFile] {
    var files: [InspectedFile] = []
    for name in paths(below: "") where !name.hasPrefix("info/") {
      let entry = DiskEntry("\(path)/\(name)", followsLinks: false)
      if let target = entry.linkTarget {
        files.append(InspectedFile(link: name, to: target))
        continue
      }
      do throws(DiskFile.Failure) {
        files.append(
          InspectedFile(
            name, bytes: try DiskFile(entry.path).bytes(), placeholder: placeholders[name],
            buildFolders: buildFolders))
      } catch {
        throw .noPackage(path, error.description)
      }
    }
    return files
  }

  /// All files and links below a folder, without following links.
  private func paths(below folder: String) -> [String] {
    DiskEntry(folder.isEmpty ? path : "\(path)/\(folder)").names.flatMap { name -> [String] in
      let part = folder.isEmpty ? name : "\(folder)/\(name)"
      let entry = DiskEntry("\(path)/\(part)", followsLinks: false)
      return entry.kind == .folder ? paths(below: part) : [part]
    }
  }
}

extension Diagnostic {
  fileprivate static func noPackage(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' is no package: \(reason)",
      remedy: "give a .conda or .tar.bz2 file, or a folder with info/index.json in it")
  }

  fileprivate static func incompleteIndex(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: file, line: 1),
      "the index lacks the package's name, version or build",
      remedy: "build the package again")
  }
}
