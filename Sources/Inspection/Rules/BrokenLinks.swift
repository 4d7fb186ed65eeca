import Diagnostics

/// Links lead to something in the environment.
enum BrokenLinks: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    var present = Set(package.files.map(\.path)).union(context.owners.files.keys)
    for path in present {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if !present.insert(String(folder)).inserted { break }
      }
    }
    return package.files.compactMap { file in
      guard let target = file.linkTarget else { return nil }
      if target.hasPrefix("/") { return .absoluteLink(file.path, target) }
      guard let path = RelativePath(target, from: file.folder) else {
        return .absoluteLink(file.path, target)
      }
      if present.contains(path.text) { return nil }
      return context.owners.isEnvironment
        ? .brokenLink(file.path, target, severity: .error)
        : .brokenLink(file.path, target, severity: .warning)
    }
  }
}

extension Diagnostic {
  static func absoluteLink(_ path: String, _ target: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' links to '\(target)', outside of the environment",
      remedy: "make a relative link, or copy the file")
  }

  static func brokenLink(_ path: String, _ target: String, severity: Severity) -> Diagnostic {
    Diagnostic(
      severity, at: nil, "'\(path)' links to '\(target)', which the package doesn't hold",
      remedy: "install the file, or take the link away")
  }
}
