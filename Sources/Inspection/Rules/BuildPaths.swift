import Diagnostics

/// No file points to the machine that built it.
enum BuildPaths: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    package.files.flatMap { file in
      file.buildPaths.map { path in
        switch path.kind {
        // What assertions print of the source, and pip's note of it, harm nobody.
        case .source where !file.binaries.isEmpty || file.fileName == "direct_url.json":
          .sourcePath(path.text, in: file.path)
        default: .buildPath(path.text, in: file.path)
        }
      }
    }
  }
}

extension Diagnostic {
  static func buildPath(_ path: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(file)' holds '\(path)', which is gone after the build",
      remedy: "replace it in the build script, or keep the file out of the package")
  }

  static func sourcePath(_ path: String, in file: String) -> Diagnostic {
    Diagnostic(
      .note, at: nil, "'\(file)' holds '\(path)' of the build, which harms nobody",
      remedy: "compile with -ffile-prefix-map=$SRC_DIR=. for builds that can be repeated")
  }
}
