import RecipeModel

/// v0 can't ask for a package's files by name: shell commands look for them, where rattler-build would.
enum PackageContentsCommands {
  static func commands(_ test: ContentsTest) -> [Item<String>] {
    test.sections.flatMap { section in
      section.items.guarded().flatMap { item in
        lines(item.value.value, section.name).map { line in
          Item<String>.when(
            Located((item.conditions + [.platform(line.system)]).reduce(.all([])) { $0 && $1 }),
            then: [Item(line.command)], otherwise: [])
        }
      }
    }
  }

  /// One for all of unix unless its systems differ.
  private static func lines(
    _ name: String, _ section: String
  ) -> [(system: PlatformGroup, command: String)] {
    func path(_ system: PlatformGroup) -> String {
      ContentsTest.path(of: name, in: section, on: system) ?? name
    }
    let windows = path(.win).map { $0 == "/" ? "\\" : String($0) }.joined()
      .replacing("$PREFIX", with: "%PREFIX%").replacing("$SP_DIR", with: "%SP_DIR%")
    let unix: [PlatformGroup] = path(.linux) == path(.osx) ? [.unix] : [.linux, .osx]
    return unix.map { ($0, "test -e \(path($0))") } + [(.win, "if not exist \(windows) exit 1")]
  }
}
