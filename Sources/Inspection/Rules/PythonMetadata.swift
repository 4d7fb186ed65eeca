import Conda
import Diagnostics

/// What Python's metadata says of version and requirements is what the package says.
enum PythonMetadata: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    package.files.flatMap { file -> [Diagnostic] in
      guard let text = file.text else { return [] }
      let metadata = CoreMetadata(text)
      var findings: [Diagnostic] = []
      if CoreMetadata.normal(metadata.name) == CoreMetadata.normal(package.name),
        let version = try? Version(metadata.version), let own = try? Version(package.version),
        version != own
      {
        findings.append(.metadataVersion(metadata.version, of: file.path, package.version))
      }
      let depends = Set(package.depends.map { CoreMetadata.normal($0.name) })
      for name in metadata.requirements {
        let isThere = [name, "\(name)-base", "python-\(name)"]
          .contains { depends.contains(CoreMetadata.normal($0)) }
        if !isThere { findings.append(.metadataRequirement(name, of: file.path)) }
      }
      return findings
    }
  }
}

extension Diagnostic {
  static func metadataVersion(_ version: String, of path: String, _ own: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' says version \(version), but the package is version \(own)",
      remedy: "set the version where the source takes it from (SETUPTOOLS_SCM_PRETEND_VERSION "
        + "for setuptools-scm), or the recipe's")
  }

  static func metadataRequirement(_ name: String, of path: String) -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "'\(path)' requires '\(name)', which is no run dependency: pip check fails",
      remedy: "name it in run, under the name that conda has for it")
  }
}
