import RecipeModel

/// v0 can't ask for a package's files by name: shell commands look for them, with rattler-build's
/// rules for where libraries, programs and headers lie.
enum PackageContentsCommands {
  static func commands(_ test: ContentsTest) -> [Item<String>] {
    lines(test.files, unix: { ["$PREFIX/\($0)"] }, windows: { ["%PREFIX%\\\(backslashed($0))"] })
      + lines(
        test.sitePackages, unix: { ["$SP_DIR/\($0)"] },
        windows: { ["%SP_DIR%\\\(backslashed($0))"] })
      + libraries(test.libraries)
      + lines(
        test.executables, unix: { ["$PREFIX/bin/\($0)"] },
        windows: { ["%LIBRARY_BIN%\\\(backslashed($0)).exe"] })
      + lines(
        test.headers, unix: { ["$PREFIX/include/\($0)"] },
        windows: { ["%LIBRARY_INC%\\\(backslashed($0))"] })
  }

  private static func backslashed(_ path: String) -> String {
    String(path.map { $0 == "/" ? "\\" : $0 })
  }

  private static func lines(
    _ items: [Item<String>], unix: (String) -> [String], windows: (String) -> [String]
  ) -> [Item<String>] {
    items.guarded().flatMap { item -> [Item<String>] in
      let name = item.value.value
      return unix(name).map { choice(item.conditions, .unix, "test -e \($0)") }
        + windows(name).map { choice(item.conditions, .win, "if not exist \($0) exit 1") }
    }
  }

  private static func libraries(_ items: [Item<String>]) -> [Item<String>] {
    items.guarded().flatMap { item -> [Item<String>] in
      let name = item.value.value
      return [
        choice(item.conditions, .linux, "test -e $PREFIX/lib/lib\(name).so"),
        choice(item.conditions, .osx, "test -e $PREFIX/lib/lib\(name).dylib"),
        choice(item.conditions, .win, "if not exist %LIBRARY_BIN%\\\(name).dll exit 1"),
      ]
    }
  }

  private static func choice(
    _ conditions: [Condition], _ platform: PlatformGroup, _ command: String
  ) -> Item<String> {
    .when(
      Located((conditions + [.platform(platform)]).reduce(.all([])) { $0 && $1 }),
      then: [Item(command)], otherwise: [])
  }
}
