import Conda
import Disk

/// Whether a package has the files that a test names by globs.
struct PackageContents {
  var files: [String]
  var python: HostPython

  init(package: String, python: HostPython) {
    files = FolderTree(package).files.filter { !$0.hasPrefix("info/") }
    self.python = python
  }

  func missing(_ test: PlannedTest.ContentsTest) -> [String] {
    var missing = test.files.filter { !hasFile($0) }
    let modules = ["site-packages", python.sitePackages]
    missing += test.sitePackages.filter { module in
      !modules.contains { folder in
        let path =
          module.contains("/") || module.contains("*") || module.hasSuffix(".py")
          ? module : module.replacing(".", with: "/")
        return hasFile("\(folder)/\(path)") || hasFile("\(folder)/\(path).py")
          || hasFile("\(folder)/\(path)/__init__.py")
      }
    }
    missing += test.bin.filter { !hasFile("bin/\($0)") }
    missing += test.include.filter { !hasFile("include/\($0)") }
    missing += test.lib.filter { name in
      ![name, "lib\(name).so", "lib\(name).so.*", "lib\(name).a"].contains { hasFile("lib/\($0)") }
    }
    missing += test.absent.filter { hasFile($0) }.map { "\($0) (which must not be there)" }
    return missing
  }

  private func hasFile(_ glob: String) -> Bool {
    guard let pattern = Glob(glob) else { return files.contains(glob) }
    return files.contains { pattern.matches($0) }
  }
}
