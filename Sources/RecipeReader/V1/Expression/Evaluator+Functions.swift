import Conda

extension V1.Evaluator {
  private typealias Failure = V1.ExpressionError

  mutating func apply(
    _ function: V1.Function, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> V1.Value {
    switch function {
    case .compiler, .stdlib:
      try arguments.require(atMost: 1)
      return .string(try toolchain(function, language: try arguments.printed(0)))
    case .cdt:
      try arguments.require(atMost: 1)
      return .string(cdt(try arguments.printed(0)))
    case .match:
      try arguments.require(atMost: 2)
      return .boolean(try V1.VersionMatch.holds(arguments))
    case .pinSubpackage, .pinCompatible:
      return .string(try V1.Pin(function, arguments).json)
    case .isLinux, .isOSX, .isWindows, .isUnix, .isIOS, .isAndroid:
      try arguments.require(atMost: 1)
      return .boolean(try Self.holds(function, for: try arguments.text(0)))
    case .loadFromFile:
      throw Failure(
        .forbidden, "load_from_file() reads files while rendering, which is not done here",
        remedy: "write the value into `context:`")
    case .compare:
      throw Failure(
        .unknownFunction, "cmp() is gone", remedy: "use match(), as in match(python, \">=3.11\")")
    case .environmentGet:
      try arguments.require(atMost: 2)
      let name = try arguments.printed(0)
      let fallback = arguments.positional.count > 1 ? try arguments.printed(1) : ""
      return .string(environmentVariable(name) ?? fallback)
    }
  }

  /// The value in the environment, if a recipe may look; asking without permission is remembered.
  private mutating func environmentVariable(_ name: String) -> String? {
    guard let environment = scope.permissions.environment else {
      note(refusedEnvironment: name)
      return nil
    }
    return environment[name]
  }

  mutating func apply(
    _ host: V1.Value.Host, _ method: String, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> V1.Value {
    switch (host, method) {
    case (.environment, "get"):
      try arguments.require(atMost: 1, keywords: ["default"])
      let name = try arguments.text(0)
      if let value = environmentVariable(name) { return .string(value) }
      if let fallback = arguments["default"] { return .string(fallback.description) }
      let isAllowed = scope.permissions.environment != nil
      throw Failure(
        isAllowed ? .operation : .forbidden,
        isAllowed
          ? "the environment variable \(name) is not set"
          : "a recipe may not read the environment variable \(name)",
        remedy: isAllowed
          ? "set it, or give a fallback with `default=`"
          : "allow it with --allow-environment, or give a fallback with `default=`")
    case (.environment, "exists"):
      try arguments.require(atMost: 1)
      return .boolean(environmentVariable(try arguments.text(0)) != nil)
    case (.git, "head_rev"), (.git, "latest_tag"), (.git, "latest_tag_rev"),
      (.git, "latest_tag_distance"):
      throw Failure(
        .forbidden, "git.\(method)() asks a repository while rendering, which is not done here",
        remedy: "write the value into `context:`")
    default:
      throw Failure(.unknownMethod, "'\(host.rawValue)' has no method '\(method)'")
    }
  }

  private static func holds(
    _ function: V1.Function, for subdir: String
  ) throws(V1.ExpressionError) -> Bool {
    let platform = Platform(subdir)
    guard platform == .noarch || V1.Platforms.known.contains(platform) else {
      throw .operation("'\(subdir)' is no platform", remedy: "write one such as \"linux-64\"")
    }
    return switch function {
    case .isLinux: platform.family == "linux"
    case .isOSX: platform.family == "osx"
    case .isWindows: platform.family == "win"
    case .isIOS: platform.family.hasPrefix("ios")
    case .isAndroid: platform.family == "android"
    default: platform.isUnixToRattler
    }
  }
}
