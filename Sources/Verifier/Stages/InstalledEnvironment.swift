import Conda
import Diagnostics
import Disk
import YAML

/// An environment in which a package is installed, as its user has it after activation.
struct InstalledEnvironment {
  var path: String
  var variables: [String: String]
  var sandbox: Sandbox

  init(
    _ path: String, run: OutputRun, needed: HostRequirements, root: HostRoot, area folder: String
  ) {
    self.path = path
    sandbox = Sandbox(
      isolation: run.workshop.isolation, root: root, writable: [folder],
      readable: run.readable(needed),
      limits: run.settings.limits, clock: run.workshop.clock)
    let system = run.workshop.isolation.isComplete ? "/usr/bin" : root.programs
    var variables = Self.environmentFiles(in: path)
    variables.merge(
      [
        "PREFIX": path, "CONDA_PREFIX": path, "PATH": "\(path)/bin:\(system)",
        "PKG_NAME": run.output.name, "PKG_VERSION": run.output.version,
        "PKG_BUILDNUM": String(run.output.buildNumber),
        "PKG_BUILD_STRING": run.output.buildString, "CONDA_BUILD": "1",
        "CONDA_BUILD_STATE": "TEST", "HOME": folder + "/home", "TMPDIR": folder + "/tmp",
        "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONNOUSERSITE": "1",
        "target_platform": run.plan.platform.subdir,
      ]
    ) { $1 }
    for (key, value) in needed.environment where Self.kept.contains(key) {
      variables[key] = value.replacing("@PREFIX@", with: path)
    }
    if needed.hasPython {
      variables["PYTHON"] = "\(path)/bin/python"
      variables["PY_VER"] = run.workshop.python.version
      variables["SP_DIR"] = "\(path)/\(run.workshop.python.sitePackages)"
    }
    self.variables = variables
  }

  /// What activation of compilers sets for users, too.
  private static let kept: Set<String> = [
    "CC", "CXX", "FC", "CFLAGS", "CPPFLAGS", "CXXFLAGS", "LDFLAGS", "NVCC_PREPEND_FLAGS",
    "NVCC_APPEND_FLAGS",
  ]

  /// `etc/conda/env_vars.d`
  private static func environmentFiles(in path: String) -> [String: String] {
    var variables: [String: String] = [:]
    let folder = path + "/etc/conda/env_vars.d"
    for name in FolderListing.names(in: folder) where name.hasSuffix(".json") {
      let file = "\(folder)/\(name)"
      guard let bytes = try? DiskFile(file).bytes(),
        let node = try? JSONReader(file: file).document(bytes: bytes)
      else { continue }
      for pair in node.mapping?.pairs ?? [] { variables[pair.name] = pair.value.scalar?.text }
    }
    return variables
  }

  /// Activates, then runs.
  func run(_ words: [String], in folder: String, log: String) async -> LoggedRun {
    await sandbox.run(Self.activation + words, environment: variables, in: folder, log: log)
  }

  /// Says how to get in here again.
  func record(in area: String, directory: String) {
    SandboxRecord(
      sandbox, environment: variables, directory: directory, prelude: Self.activation
    ).write(.run, in: area)
  }

  private static let activation = [
    "bash", "-c",
    """
    for script in "$CONDA_PREFIX"/etc/conda/activate.d/*.sh; do
      if [ -e "$script" ]; then . "$script"; fi
    done
    exec "$@"
    """, "bash",
  ]
}
