package import Diagnostics
import YAML

/// The keys that conda-build knows (its `FIELDS`). It passes over others without a word unless it is asked
/// to check, so a misspelt section is as good as none.
package enum V0Keys {
  /// What nobody reads in a rendered package: keys of the recipe, and of the output that it is made from.
  package static func findings(in package: V0Package, file: String) -> [Diagnostic] {
    findings(in: package.metadata, below: [], nil, file)
      + findings(in: package.output, below: ["outputs"], nil, file)
  }

  private static func findings(
    in map: RenderedMap, below path: [String], _ above: YAMLMark?, _ file: String
  ) -> [Diagnostic] {
    map.entries.flatMap { entry -> [Diagnostic] in
      let path = path + [entry.key]
      let place = entry.place ?? above
      if let place, let problem = problem(path, at: SourceLocation(place, in: file)) {
        return [problem]
      }
      guard sections[section(path)] != nil else { return [] }
      let maps = (entry.value.list ?? [entry.value]).compactMap(\.map)
      return maps.flatMap { findings(in: $0, below: path, place, file) }
    }
  }

  /// The same of a recipe that is lifted.
  static func findings(
    in pairs: [V0Node.Pair], below path: [String] = [], file: String
  ) -> [Diagnostic] {
    pairs.flatMap { pair -> [Diagnostic] in
      let path = path + [pair.key]
      if let problem = problem(path, at: SourceLocation(file: file, line: pair.line)) {
        return [problem]
      }
      guard sections[section(path)] != nil else { return [] }
      let maps = pair.value.pairs.map { [$0] } ?? pair.value.items?.compactMap(\.value.pairs) ?? []
      return maps.flatMap { findings(in: $0, below: path, file: file) }
    }
  }

  /// A finding if nothing is called so there. Everything goes below `extra`, and below keys without keys
  /// of their own.
  private static func problem(_ path: [String], at place: SourceLocation) -> Diagnostic? {
    guard let key = path.last else { return nil }
    let above = section(Array(path.dropLast()))
    let known = above.isEmpty ? Array(sections.keys) : sections[above] ?? []
    guard !known.isEmpty, !known.contains(key) else { return nil }
    return .unknownKey(key, in: above, known: known.sorted(), at: place)
  }

  /// `outputs.build` is the section `build`.
  private static func section(_ path: [String]) -> String {
    let inner = path.count > 1 && path[0] == "outputs" ? path.dropFirst() : path[...]
    return inner.joined(separator: ".")
  }

  private static let sections: [String: [String]] = [
    "package": ["name", "version"],
    "source": [
      "fn", "url", "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "content_sha256",
      "content_sha384", "content_sha512", "content_hash_skip", "path", "path_via_symlink",
      "git_url",
      "git_tag", "git_branch", "git_rev", "git_depth", "hg_url", "hg_tag", "svn_url", "svn_rev",
      "svn_ignore_externals", "svn_username", "svn_password", "folder", "no_hoist", "patches",
    ],
    "build": [
      "number", "string", "entry_points", "osx_is_app", "disable_pip", "features", "track_features",
      "preserve_egg_dir", "no_link", "binary_relocation", "script", "noarch", "noarch_python",
      "python_version_independent", "has_prefix_files", "binary_has_prefix_files",
      "ignore_prefix_files", "detect_binary_files_with_prefix", "skip_compile_pyc", "rpaths",
      "rpaths_patcher", "script_env", "always_include_files", "skip", "msvc_compiler",
      "pin_depends",
      "include_recipe", "preferred_env", "preferred_env_executable_paths", "run_exports",
      "ignore_run_exports", "ignore_run_exports_from", "requires_features", "provides_features",
      "force_use_keys", "force_ignore_keys", "merge_build_host", "pre-link", "post-link",
      "pre-unlink",
      "missing_dso_whitelist", "missing_dso_allowlist", "runpath_whitelist", "runpath_allowlist",
      "error_overdepending", "error_overlinking", "overlinking_ignore_patterns",
      "python_site_packages_path",
    ],
    "build.run_exports": ["weak", "strong", "noarch", "weak_constrains", "strong_constrains"],
    "outputs": [
      "name", "version", "number", "string", "entry_points", "script", "script_interpreter",
      "build",
      "requirements", "test", "about", "extra", "files", "type", "run_exports", "target", "noarch",
      "noarch_python", "python_version_independent", "track_features", "features",
    ],
    "requirements": ["build", "host", "run", "conflicts", "run_constrained"],
    "app": ["entry", "icon", "summary", "type", "cli_opts", "own_environment"],
    "test": ["requires", "commands", "files", "imports", "source_files", "downstreams"],
    "about": [
      "home", "dev_url", "doc_url", "doc_source_url", "license_url", "license", "summary",
      "description", "license_family", "identifiers", "tags", "keywords", "license_file",
      "prelink_message", "readme",
    ],
    "extra": [],
  ]
}

extension Diagnostic {
  static func unknownKey(
    _ key: String, in section: String, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    let suggestion = Suggestion(for: key, in: known)
    return Diagnostic(
      .warning, at: place,
      section.isEmpty
        ? "conda-build knows no section '\(key)' and passes over it"
        : "conda-build knows no key '\(key)' in '\(section)' and passes over it",
      remedy: suggestion?.remedy ?? "remove it, or move it below 'extra:'")
  }
}
