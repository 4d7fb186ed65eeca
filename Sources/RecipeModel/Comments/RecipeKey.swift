/// Keys that `meta.yaml` and `recipe.yaml` call differently.
package enum RecipeKey {
  private static let pairs: [(v0: [String], v1: [String])] = [
    (["about", "home"], ["about", "homepage"]),
    (["about", "dev_url"], ["about", "repository"]),
    (["about", "doc_url"], ["about", "documentation"]),
    (["source", "folder"], ["source", "target_directory"]),
    (["source", "fn"], ["source", "file_name"]),
    (["source", "git_url"], ["source", "git"]),
    (["source", "git_rev"], ["source", "tag"]),
    (["build", "entry_points"], ["build", "python", "entry_points"]),
    (["build", "missing_dso_whitelist"], ["build", "dynamic_linking", "missing_dso_allowlist"]),
    (["build", "runpath_whitelist"], ["build", "dynamic_linking", "rpath_allowlist"]),
    (["build", "rpaths"], ["build", "dynamic_linking", "rpaths"]),
    (["build", "run_exports"], ["requirements", "run_exports"]),
    (["build", "ignore_run_exports"], ["requirements", "ignore_run_exports", "by_name"]),
    (
      ["build", "ignore_run_exports_from"], ["requirements", "ignore_run_exports", "from_package"]
    ),
    (["build", "script_env"], ["build", "script", "env"]),
    (["build", "force_use_keys"], ["build", "variant", "use_keys"]),
    (["build", "force_ignore_keys"], ["build", "variant", "ignore_keys"]),
    (["requirements", "run_constrained"], ["requirements", "run_constraints"]),
    (["test"], ["tests"]),
  ]

  package static func v1(_ path: [String]) -> [String] {
    guard let pair = pairs.first(where: { path.starts(with: $0.v0) }) else { return path }
    return pair.v1 + path.dropFirst(pair.v0.count)
  }

  package static func v0(_ path: [String]) -> [String] {
    guard let pair = pairs.first(where: { path.starts(with: $0.v1) }) else { return path }
    return pair.v0 + path.dropFirst(pair.v1.count)
  }
}
