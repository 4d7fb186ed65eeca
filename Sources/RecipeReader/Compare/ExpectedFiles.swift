import RecipeModel

/// Files that a test wants to be in the package, whichever way it says so.
///
/// `recipe.yaml` lists them; `meta.yaml` has commands such as `test -f $PREFIX/bin/tool`.
struct ExpectedFiles {
  static let path = "tests.package_contents"

  /// From `$PREFIX` or `$SP_DIR` on.
  private(set) var found: [String] = []
  /// What says something else.
  private(set) var rest: [String] = []

  /// Nil if the values say nothing about files.
  init?(_ path: String, _ values: [String], on system: PlatformGroup) {
    if path.hasPrefix(Self.path + ".") {
      let section = String(path.dropFirst(Self.path.count + 1))
      found = values.compactMap { ContentsTest.path(of: $0, in: section, on: system) }
      guard found.count == values.count else { return nil }
    } else if path == "tests.script" {
      for value in values {
        if let file = Self.file(in: value) { found.append(file) } else { rest.append(value) }
      }
      if found.isEmpty { return nil }
    } else {
      return nil
    }
  }

  private static func file(in command: String) -> String? {
    let words = command.split(separator: " ")
    var file: Substring
    switch words.count {
    case 3 where words[0] == "test" && ["-e", "-f", "-d"].contains(words[1]): file = words[2]
    case 6, 7:
      // if not exist FILE exit 1, or exit /b 1
      guard words[..<3] == ["if", "not", "exist"], words[4] == "exit" else { return nil }
      file = words[3]
    default: return nil
    }
    if file.first == "\"", file.last == "\"", file.count > 1 { file = file.dropFirst().dropLast() }
    var path = String(file.replacing("\\", with: "/"))
    for (name, folder) in [
      ("%PREFIX%", "$PREFIX"), ("%SP_DIR%", "$SP_DIR"), ("${PREFIX}", "$PREFIX"),
      ("${SP_DIR}", "$SP_DIR"), ("%LIBRARY_PREFIX%", "$PREFIX/Library"),
      ("%LIBRARY_BIN%", "$PREFIX/Library/bin"), ("%LIBRARY_LIB%", "$PREFIX/Library/lib"),
      ("%LIBRARY_INC%", "$PREFIX/Library/include"), ("$CONDA_PREFIX", "$PREFIX"),
    ] where path.hasPrefix(name + "/") {
      path = folder + path.dropFirst(name.count)
    }
    return path.hasPrefix("$PREFIX/") || path.hasPrefix("$SP_DIR/") ? path : nil
  }
}
