import RecipeModel

/// When a script runs, which decides what it can know.
enum ScriptScope: String, Hashable, Sendable {
  case build = "build"
  case link = "link"
  case activation = "activation"

  /// The environment variable that holds a value, and the folder below it; nil where it is unknown.
  func name(
    of variable: ScriptVariable, on system: ScriptSystem
  ) -> (name: String, below: String?)? {
    if case .environment(let name) = variable { return (name, nil) }
    let library = system == .windows ? "Library" : nil
    switch (self, variable) {
    case (.activation, .prefix): return ("CONDA_PREFIX", nil)
    case (.activation, .libraryPrefix): return ("CONDA_PREFIX", library)
    case (.activation, _): return nil
    case (_, .prefix): return ("PREFIX", nil)
    case (_, .packageName): return ("PKG_NAME", nil)
    case (_, .packageVersion): return ("PKG_VERSION", nil)
    case (.link, .libraryPrefix): return ("PREFIX", library)
    case (.link, _): return nil
    case (.build, .libraryPrefix):
      return (system == .windows ? "LIBRARY_PREFIX" : "PREFIX", nil)
    case (.build, .buildPrefix): return ("BUILD_PREFIX", nil)
    case (.build, .buildLibraryPrefix): return ("BUILD_PREFIX", library)
    case (.build, .srcDir): return ("SRC_DIR", nil)
    case (.build, .recipeDir): return ("RECIPE_DIR", nil)
    case (.build, .sitePackages): return ("SP_DIR", nil)
    case (.build, .python): return ("PYTHON", nil)
    case (.build, .cpuCount): return ("CPU_COUNT", nil)
    case (.build, .environment): return nil
    }
  }
}
