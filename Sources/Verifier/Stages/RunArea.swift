/// The folders of one package's verification.
struct RunArea: Hashable, Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  var logs: String { path + "/logs" }
  /// Where the source is unpacked and built.
  var work: String { path + "/work" }
  var build: String { path + "/build" }
  var buildEnvironment: String { build + "/_build_env" }
  var home: String { build + "/home" }
  var temporary: String { build + "/tmp" }
  /// As long as conda-build's, so that texts made of it have room for every environment's.
  var prefix: String {
    let stem = build + "/_h_env_placehold"
    let length = max(255 - stem.utf8.count, 0)
    return stem + String(String(repeating: "_placehold", count: 26).prefix(length))
  }
  /// The package, unpacked.
  var package: String { path + "/package" }
  var installed: String { path + "/run/env" }
  var tests: String { path + "/run/tests" }
  /// What was in the prefix before the build.
  var snapshot: String { path + "/before.txt" }

  func record(_ stage: Stage) -> String { "\(path)/\(stage.rawValue).json" }
}
