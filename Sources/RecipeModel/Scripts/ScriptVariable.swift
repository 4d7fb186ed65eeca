/// A value that only the shell knows when a script runs.
///
/// Which ones exist depends on the kind of script: a build sees all of them, a link script those of
/// the installed package, an activation script the environment's folder alone.
package enum ScriptVariable: Hashable, Sendable {
  /// Where the package is built into, and later the environment that it is installed in.
  case prefix
  /// Where the tools of the build are.
  case buildPrefix
  /// `prefix`, on Windows its `Library` folder, which is laid out as a Unix prefix is.
  case libraryPrefix
  /// `buildPrefix`, on Windows its `Library` folder.
  case buildLibraryPrefix
  case srcDir
  case recipeDir
  /// Python's `site-packages`.
  case sitePackages
  /// The Python program of the host environment.
  case python
  case packageName
  case packageVersion
  case cpuCount
  /// Any environment variable; one that is not set counts as empty.
  case environment(String)
}

extension ScriptVariable: CustomStringConvertible {
  package var description: String {
    switch self {
    case .prefix: "prefix"
    case .buildPrefix: "buildPrefix"
    case .libraryPrefix: "libraryPrefix"
    case .buildLibraryPrefix: "buildLibraryPrefix"
    case .srcDir: "srcDir"
    case .recipeDir: "recipeDir"
    case .sitePackages: "sitePackages"
    case .python: "python"
    case .packageName: "packageName"
    case .packageVersion: "packageVersion"
    case .cpuCount: "cpuCount"
    case .environment(let name): "environment(\"\(name)\")"
    }
  }
}
