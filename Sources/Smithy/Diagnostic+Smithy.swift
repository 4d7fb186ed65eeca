import Diagnostics

extension Diagnostic {
  static func forgeFileNotMapping(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda-forge.yml is a mapping of settings",
      remedy: "write lines such as 'conda_build_tool: rattler-build'")
  }

  static func forgeFileMissing(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: file, line: 1), "there is no \(file)",
      remedy: "name the folder that holds it, or add an empty one")
  }

  static func feedstockRecipeMissing(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: file, line: 1), "there is no \(file)",
      remedy: "add it, or set conda_build_tool in conda-forge.yml to the recipe's format")
  }

  static func oldMatrix(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda-smithy reads no matrix from conda-forge.yml",
      remedy: "move it to recipe/conda_build_config.yaml")
  }

  static func dockerImageSet(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda-smithy reads no docker image from conda-forge.yml",
      remedy: "set docker_image in recipe/conda_build_config.yaml")
  }

  static func unknownForgePlatform(_ name: String, at place: SourceLocation) -> Diagnostic {
    let known = nearest(to: name, in: ForgePlatform.known)
    return Diagnostic(
      .error, at: place, "conda-smithy knows no platform '\(name)'",
      remedy: known.map { "write '\($0)'" } ?? "write one such as linux_64 or osx_arm64")
  }

  static func forgePlatformIgnored(
    _ name: String, among known: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "conda-smithy knows no platform '\(name)' and takes no notice of it",
      remedy: nearest(to: name, in: known).map { "write '\($0)'" }
        ?? "write one such as linux_64 or osx_arm64")
  }

  static func pinningIsWebPage(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the pinning is a web page",
      remedy: "download conda_build_config.yaml as plain text")
  }

  static func migrationNotMapping(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a migration is a mapping of keys to lists of values",
      remedy: "write __migrator and the keys that it changes")
  }

  static func migrationUnknownKey(_ key: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the migration is about '\(key)', which has no values",
      remedy: "give '\(key)' values in the pinning, or remove the migration")
  }

  static func migrationLacksZippedKey(
    _ key: String, _ primary: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(key)' is zipped with '\(primary)', and the migration gives it no value",
      remedy: "give as many values of '\(key)' as of '\(primary)'")
  }

  static func migrationCannotSpread(
    _ key: String, _ values: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(key)' has \(values.count) values (\(values.joined(separator: ", "))) and can't join a group",
      remedy: "take it out of additional_zip_keys, or give it one value before")
  }

  static func migrationNotInOrdering(
    _ value: String, _ key: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the migration's ordering of '\(key)' lacks '\(value)'",
      remedy: "add it to the ordering")
  }

  static func migrationNotComparable(
    _ a: String, _ b: String, _ key: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "of '\(a)' and '\(b)' only one is a version: nobody knows the newer '\(key)'",
      remedy: "give the migration an ordering of '\(key)'")
  }

  static func migrationAmbiguous(_ key: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "values of '\(key)' stand several times and can't be merged in order",
      remedy: "list each value of '\(key)' once")
  }

  static func migrationRemovesSeveral(_ key: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "a migration removes one value at a time, and this names several of '\(key)'",
      remedy: "write one migration for each value")
  }

  static func migrationOperationUnknown(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "migrations have no operation '\(name)'",
      remedy: "write key_add or key_remove")
  }

  static func migratedZipUnequal(
    _ a: String, _ countOfA: Int, _ b: String, _ countOfB: Int, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(a)' and '\(b)' are zipped, but have \(countOfA) and \(countOfB) values at last",
      remedy: "give both the same number of values in all files and migrations")
  }

  static func zipKeyWithoutValues(_ key: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(key)' is zipped, but has no values",
      remedy: "give it values, or take it out of zip_keys")
  }

  static func keyZippedTwice(_ key: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(key)' stands in two groups of zip_keys",
      remedy: "join the groups, or take it out of one")
  }

  static func macOSVersionNotSingle(_ value: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(value)' is no single version, as c_stdlib_version, MACOSX_DEPLOYMENT_TARGET and "
        + "MACOSX_SDK_VERSION must be on macOS",
      remedy: "write a version such as 11.0")
  }

  static func tooManyJobs(limit: Int, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the recipe has more than \(limit) variants",
      remedy: "tie keys together with zip_keys, or use fewer of them")
  }
}
