extension KeptValue {
  /// Whether the file of a format gets it.
  package func belongs(to other: Format) -> Bool { path(in: other) != nil }

  /// Where it stands in the file of a format; nil where that has nothing like it.
  package func path(in other: Format) -> [String]? {
    if format == other { return path }
    guard value.isPlainlyChosen else { return nil }
    if path.first == "extra" { return path }
    let pair = Self.counterparts.first { (format == .v0 ? $0.v0 : $0.v1) == path }
    return pair.map { other == .v0 ? $0.v0 : $0.v1 }
  }

  /// Keys that mean the same in both formats.
  private static let counterparts: [(v0: [String], v1: [String])] = [
    (["about", "license_family"], ["about", "license_family"]),
    (["about", "license_file"], ["about", "license_file"]),
    (["build", "number"], ["build", "number"]),
    (["build", "string"], ["build", "string"]),
    (["build", "noarch"], ["build", "noarch"]),
    (["build", "always_include_files"], ["build", "always_include_files"]),
    (["build", "merge_build_host"], ["build", "merge_build_and_host_envs"]),
    (["build", "skip_compile_pyc"], ["build", "python", "skip_pyc_compilation"]),
    (["build", "osx_is_app"], ["build", "python", "use_python_app_entrypoint"]),
    (["build", "python_version_independent"], ["build", "python", "version_independent"]),
    (["build", "ignore_prefix_files"], ["build", "prefix_detection", "ignore"]),
    (
      ["build", "has_prefix_files"], ["build", "prefix_detection", "force_file_type", "text"]
    ),
    (
      ["build", "binary_has_prefix_files"],
      ["build", "prefix_detection", "force_file_type", "binary"]
    ),
    (["files"], ["build", "files"]),
  ]
}

extension RecipeValue {
  /// Whether all its choices read the same as selectors and as `if:`, and none has an `else`.
  fileprivate var isPlainlyChosen: Bool {
    switch self {
    case .string, .plain: true
    case .list(let items): items.allSatisfy(\.isPlainlyChosen)
    case .map(let entries):
      if let condition = entries["if"] {
        entries["else"] == nil && condition.isPlainCondition
          && entries.allSatisfy(\.value.isPlainlyChosen)
      } else {
        entries.allSatisfy(\.value.isPlainlyChosen)
      }
    }
  }

  private var isPlainCondition: Bool {
    guard case .string(let text) = self else { return false }
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    return words.allSatisfy { word in
      PlatformGroup(rawValue: String(word)) != nil || ["and", "or", "not"].contains(word)
    }
  }
}
