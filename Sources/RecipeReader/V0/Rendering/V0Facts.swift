import Diagnostics

/// What one pass over a recipe tells the next: conda-build renders until nothing changes any more.
struct V0Facts: Hashable {
  var name = ""
  var version = ""
  var buildNumber = 0
  /// Packages of the host environment, or of build where there is no host.
  var dependencies: Set<String> = []
  /// `build/script_env` entries with values.
  var scriptEnvironment: [String: String] = [:]

  init() {}

  init(_ metadata: V0Metadata, environment: [String: String]) throws(Diagnostic) {
    name = try metadata.name()
    version = try metadata.version()
    buildNumber = try metadata.buildNumber()
    let specs = try metadata.specs(metadata.isCross ? "host" : "build")
    dependencies = Set(specs)
    for entry in metadata.texts("build", "script_env") {
      if let equals = entry.firstIndex(of: "=") {
        scriptEnvironment[String(entry[..<equals])] = String(entry[entry.index(after: equals)...])
      } else if let value = environment[entry] {
        scriptEnvironment[entry] = value
      }
    }
  }

  /// A language's own package finds its interpreter in the prefix too.
  func uses(_ package: String) -> Bool {
    dependencies.contains(package) || (name == package && package != "lua")
  }

  func value(_ variable: String) -> String? {
    switch variable {
    case "PKG_NAME": name
    case "PKG_VERSION": version
    case "PKG_BUILDNUM": String(buildNumber)
    case "PKG_BUILD_STRING": "placeholder"
    case "PKG_HASH": "1234567"
    default: scriptEnvironment[variable]
    }
  }

  /// Whether a name's value comes from the pass before.
  func decides(_ name: String) -> Bool {
    switch name {
    case "PKG_NAME", "PKG_VERSION", "PKG_BUILDNUM", "PYTHON", "PERL", "LUA", "LUA_INCLUDE_DIR",
      "R", "R_USER", "environ":
      true
    default: false
    }
  }
}
