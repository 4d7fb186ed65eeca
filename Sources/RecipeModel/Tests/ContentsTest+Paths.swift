extension ContentsTest {
  /// Where rattler-build looks for what a list of the test names, from `$PREFIX` or `$SP_DIR` on, in the
  /// form `$PREFIX/lib/libbox.so`: libraries get their prefix and ending, and Windows has folders of its own.
  package static func path(of name: String, in section: String, on system: PlatformGroup) -> String?
  {
    let isWindows = system == .win
    switch section {
    case "files": return "$PREFIX/\(name)"
    case "site_packages": return "$SP_DIR/\(name)"
    case "include": return "$PREFIX/\(isWindows ? "Library/" : "")include/\(name)"
    case "bin":
      guard isWindows else { return "$PREFIX/bin/\(name)" }
      return "$PREFIX/Library/bin/\(name)\(name.contains(".") ? "" : ".exe")"
    case "lib": return library(name, on: system)
    default: return nil
    }
  }

  private static func library(_ name: String, on system: PlatformGroup) -> String {
    if system == .win {
      if name.hasSuffix(".lib") { return "$PREFIX/Library/lib/\(name)" }
      return "$PREFIX/Library/bin/\(name)\(name.hasSuffix(".dll") ? "" : ".dll")"
    }
    // What has an ending is a file's name.
    if [".so", ".dylib", ".a"].contains(where: name.contains) { return "$PREFIX/lib/\(name)" }
    let file = name.hasPrefix("lib") ? name : "lib\(name)"
    return "$PREFIX/lib/\(file)\(system == .osx ? ".dylib" : ".so")"
  }
}
