import Conda
import Diagnostics
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The variables that conda-build documents for build scripts.
struct BuildVariables {
  var all: [String: String]

  init(run: OutputRun, needed: HostRequirements, root: HostRoot) {
    let (output, area, platform) = (run.output, run.area, run.plan.platform)
    var all: [String: String] = [:]
    for (key, value) in output.variant { all[key] = value }
    all.merge(needed.environment) { $1 }
    let prefix = area.prefix
    for (key, value) in all {
      all[key] = value.replacing("@PREFIX@", with: prefix)
        .replacing("@BUILD_PREFIX@", with: area.buildEnvironment)
        .replacing("@HOST@", with: "\(Self.processor)-conda-linux-gnu")
    }
    let system = run.workshop.isolation.isComplete ? "/usr/bin" : root.programs
    all.merge(
      [
        "PREFIX": prefix, "BUILD_PREFIX": area.buildEnvironment, "SRC_DIR": area.work,
        "RECIPE_DIR": run.plan.recipeFolder, "SYS_PREFIX": prefix, "SYS_PYTHON": "",
        "PKG_NAME": output.name, "PKG_VERSION": output.version,
        "PKG_BUILDNUM": String(output.buildNumber), "PKG_BUILD_STRING": output.buildString,
        "PKG_HASH": "h" + output.hash, "CONDA_BUILD": "1", "CONDA_BUILD_STATE": "BUILD",
        "CONDA_DEFAULT_ENV": prefix, "CONDA_PREFIX": prefix, "SUBDIR": platform.subdir,
        "target_platform": output.isNoarch ? "noarch" : platform.subdir,
        "build_platform": platform.subdir, "host_platform": platform.subdir,
        "ARCH": platform.subdir.hasSuffix("aarch64") ? "aarch64" : "64", "SHLIB_EXT": ".so",
        "CPU_COUNT": String(run.settings.processors ?? Self.processors), "ROOT": prefix,
        "HOME": area.home, "TMPDIR": area.temporary, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        "BUILD": "\(Self.processor)-conda-linux-gnu", "HOST": "\(Self.processor)-conda-linux-gnu",
        "PATH": "\(prefix)/bin:\(area.buildEnvironment)/bin:\(system)",
        "PKG_CONFIG_PATH": "\(prefix)/lib/pkgconfig:\(prefix)/share/pkgconfig",
        "CMAKE_GENERATOR": "Unix Makefiles",
        "CMAKE_ARGS": "-DCMAKE_INSTALL_PREFIX=\(prefix) "
          + "-DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_BUILD_TYPE=Release"
          + (all["CMAKE_ARGS"].map { " " + $0 } ?? ""),
        "PYTHONNOUSERSITE": "1", "PYTHONDONTWRITEBYTECODE": "1", "PIP_NO_INPUT": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_NO_INDEX": "1", "PIP_CACHE_DIR": area.home + "/pip",
        // Of the archive's folder, or a checkout around the work area would be taken for the source's.
        "GIT_CEILING_DIRECTORIES": area.path,
      ]
    ) { $1 }
    if needed.hasPython {
      let python = run.workshop.python
      let folder = "\(prefix)/lib/python\(python.version)"
      all.merge(
        [
          "PYTHON": "\(prefix)/bin/python", "PY_VER": python.version, "PY3K": "1",
          "STDLIB_DIR": folder, "SP_DIR": folder + "/site-packages",
        ]
      ) { $1 }
    }
    switch output.script {
    case .file(_, let own), .commands(_, _, let own): all.merge(own) { $1 }
    case .nothing: break
    }
    self.all = all
  }

  /// This machine's.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private static var processor: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }

  /// What runs a script; commands are written to a file first.
  static func command(
    for script: PlannedScript, in folder: String, recipe: String
  ) throws(Diagnostic) -> [String] {
    switch script {
    case .nothing: return ["true"]
    case .file(let name, _):
      let file = "\(recipe)/\(name)"
      if name.hasSuffix(".py") { return ["python", file] }
      return ["bash", "-e", file]
    case .commands(let lines, let interpreter, _):
      let isPython = interpreter == "python"
      let file = "\(folder)/conda_build.\(isPython ? "py" : "sh")"
      let text = lines.joined(separator: "\n") + "\n"
      do throws(DiskFile.Failure) {
        try DiskFile(file).write(isPython ? text : "set -e\n" + text)
      } catch {
        throw .prefixNotMade(error.description)
      }
      return isPython ? ["python", file] : ["bash", "-e", file]
    }
  }
}
