import Diagnostics
import RecipeModel

/// Libraries in `host` bring their own run requirement, with the right version range.
enum ExportedLibrary: Rule {
  /// Packages of conda-forge with run exports (August 2026).
  private static let exporting: Set<String> = [
    "bzip2", "fftw", "fmt", "gmp", "gsl", "hdf5", "icu", "libblas", "libcblas", "libcurl", "libffi",
    "libgit2", "libiconv", "liblapack", "libpng", "libprotobuf", "libsqlite", "libtiff", "libuv",
    "libxml2", "mpfr", "ncurses", "openssl", "pcre2", "readline", "spdlog", "sqlite", "tk", "xz",
    "yaml", "yaml-cpp", "zeromq", "zlib", "zstd",
  ]

  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      let ignored = Set(
        output.output.requirements.ignoreRunExports.byName.guarded().map(\.value.value))
      return output.lines(.run).compactMap { line in
        guard let name = line.name, line.isBare, exporting.contains(name), !ignored.contains(name),
          output.builds(with: name, in: .host).intersects(line.builds)
        else { return nil }
        return .exportedLibrary(name, at: line.location)
      }
    }
  }
}

extension Diagnostic {
  static func exportedLibrary(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "'\(name)' in host adds what users need of it to run, in the right version",
      remedy: "leave it out of RunRequirements")
  }
}
