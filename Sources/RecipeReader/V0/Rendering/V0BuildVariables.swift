import Conda

/// The environment of conda-build's scripts, which templates see as names too (`{{ SHLIB_EXT }}`).
///
/// What depends on the machine that builds stays symbolic: `{{ PYTHON }}` becomes `$PYTHON`.
struct V0BuildVariables {
  let variant: V0Variant
  /// Where the package will run, `noarch` included.
  let host: Platform
  let build: Platform
  let environment: [String: String]
  /// What the pass before knew of the recipe.
  let facts: V0Facts

  func value(_ name: String) -> String? {
    if let value = facts.value(name) ?? ofLanguages(name) ?? ofSystem(name) { return value }
    switch name {
    case "CONDA_BUILD", "PYTHONNOUSERSITE", "NPY_DISTUTILS_APPEND_FLAGS": return "1"
    case "CONDA_BUILD_STATE": return "RENDER"
    case "CONDA_DEFAULT_ENV": return "$PREFIX"
    case "PREFIX", "BUILD_PREFIX", "SRC_DIR", "RECIPE_DIR", "SYS_PREFIX", "SYS_PYTHON":
      return "$\(name)"
    case "ROOT": return "$CONDA_ROOT"
    case "ARCH": return host.machine
    case "SUBDIR": return host.subdir
    case "build_platform": return build.subdir
    case "HTTPS_PROXY", "HTTP_PROXY": return environment[name] ?? ""
    case "DIRTY": return ""
    default: return nil
    }
  }

  private func ofLanguages(_ name: String) -> String? {
    switch name {
    case "CONDA_PY": return version("python", V0Variant.defaultPython, 2, "")
    case "PY_VER": return version("python", V0Variant.defaultPython, 2, ".")
    case "PY3K": return (variant["python"] ?? "3").hasPrefix("2") ? "0" : "1"
    case "CONDA_NPY": return version("numpy", V0Variant.defaultNumpy, 2, "")
    case "NPY_VER": return version("numpy", V0Variant.defaultNumpy, 2, ".")
    case "PERL_VER", "CONDA_PERL": return version("perl", "5.26.2", 2, ".")
    case "LUA_VER", "CONDA_LUA": return version("lua", "5", 2, ".")
    case "R_VER", "CONDA_R": return version("r_base", "3.5", 3, ".")
    case "STDLIB_DIR", "SP_DIR": return "$\(name)"
    case "PYTHON": return facts.uses("python") ? "$PYTHON" : nil
    case "PERL": return facts.uses("perl") ? "$PERL" : nil
    case "LUA", "LUA_INCLUDE_DIR": return facts.uses("lua") ? "$\(name)" : nil
    case "R", "R_USER":
      return ["r-base", "mro-base", "r-impl"].contains(where: facts.uses) ? "$\(name)" : nil
    default: return nil
    }
  }

  private func version(_ key: String, _ fallback: String, _ count: Int, _ separator: String)
    -> String
  {
    (variant[key] ?? fallback).split(separator: ".", omittingEmptySubsequences: false)
      .prefix(count).joined(separator: separator)
  }

  private func ofSystem(_ name: String) -> String? {
    let isWindows = host.isWindows
    switch name {
    case "SHLIB_EXT":
      switch host.family {
      case "win": return ".dll"
      case "osx": return ".dylib"
      default: return ".so"
      }
    case "CPU_COUNT", "PATH": return given(name) ?? "$\(name)"
    case "LANG", "LC_ALL", "MAKEFLAGS": return given(name)
    case "HOME" where !isWindows: return given(name) ?? "$HOME"
    case "PKG_CONFIG_PATH" where !isWindows: return given(name) ?? "$PREFIX/lib/pkgconfig"
    case "CMAKE_GENERATOR" where !isWindows: return given(name) ?? "Unix Makefiles"
    case "SCRIPTS", "LIBRARY_PREFIX", "LIBRARY_BIN", "LIBRARY_INC", "LIBRARY_LIB",
      "CYGWIN_PREFIX":
      return isWindows ? given(name) ?? "$\(name)" : nil
    case "LD_RUN_PATH" where host.family == "linux": return given(name) ?? "$PREFIX/lib"
    case "OSX_ARCH" where host.family == "osx":
      return given(name) ?? (host.machine == "64" ? "x86_64" : host.machine)
    case "MACOSX_DEPLOYMENT_TARGET" where host.family == "osx":
      return given(name) ?? (host.machine == "arm64" ? "11.0" : "10.9")
    case "BUILD": return given(name) ?? buildTriple
    default: return nil
    }
  }

  private func given(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
      ?? variant[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private var buildTriple: String? {
    switch host.family {
    case "linux":
      let machine = build.machine == "64" ? "x86_64" : build.machine
      let isOld = machine == "x86_64"
      return "\(machine)-conda_\(variant["cdt_name"] ?? (isOld ? "cos6" : "cos7"))-linux-gnu"
    case "osx":
      return build.machine == "arm64" ? "arm64-apple-darwin20.0.0" : "x86_64-apple-darwin13.4.0"
    case "win": return "amd64-pc-windows-19.0.0"
    default: return nil
    }
  }

  /// All of them, for templates that look through `environ`.
  var all: [String: String] {
    var result = environment
    for name in Self.names + ["build_platform"] where value(name) != nil {
      result[name] = value(name)
    }
    for (key, value) in variant.values where result[key.uppercased()] == nil {
      if !Self.languages.contains(key.uppercased()) { result[key] = value }
    }
    for (key, value) in facts.scriptEnvironment { result[key] = value }
    return result
  }

  private static let languages: Set<String> = ["PERL", "LUA", "R", "NUMPY", "PYTHON"]

  private static let names = [
    "CONDA_BUILD", "PYTHONNOUSERSITE", "NPY_DISTUTILS_APPEND_FLAGS", "CONDA_DEFAULT_ENV", "PREFIX",
    "BUILD_PREFIX", "SRC_DIR", "RECIPE_DIR", "SYS_PREFIX", "SYS_PYTHON", "ROOT", "ARCH", "SUBDIR",
    "HTTPS_PROXY", "HTTP_PROXY", "DIRTY", "CONDA_PY", "PY_VER", "PY3K", "CONDA_NPY", "NPY_VER",
    "PERL_VER", "CONDA_PERL", "LUA_VER", "CONDA_LUA", "R_VER", "CONDA_R", "STDLIB_DIR", "SP_DIR",
    "PYTHON", "PERL", "LUA", "LUA_INCLUDE_DIR", "R", "R_USER", "SHLIB_EXT", "CPU_COUNT", "PATH",
    "LANG", "LC_ALL", "MAKEFLAGS", "HOME", "PKG_CONFIG_PATH", "CMAKE_GENERATOR", "SCRIPTS",
    "LIBRARY_PREFIX", "LIBRARY_BIN", "LIBRARY_INC", "LIBRARY_LIB", "CYGWIN_PREFIX", "LD_RUN_PATH",
    "OSX_ARCH", "MACOSX_DEPLOYMENT_TARGET", "BUILD", "PKG_NAME", "PKG_VERSION", "PKG_BUILDNUM",
    "PKG_BUILD_STRING", "PKG_HASH",
  ]
}
