package import Conda

/// The names that selectors (and templates) know for one variant on one platform.
///
/// Environment variables hide conda-build's own names, and both hide variant keys.
package struct SelectorNames {
  private let fixed: [String: PythonValue]
  private let environment: [String: String]
  private let variant: V0Variant
  private let memory = Memory()

  private final class Memory {
    var answers: [String: Bool] = [:]
  }

  package init(
    variant: V0Variant, platform: Platform, buildPlatform: Platform? = nil,
    environment: [String: String] = [:]
  ) throws(PythonError) {
    self.variant = variant
    self.environment = environment
    var names = Self.platformNames(platform)
    try Self.addLanguageNames(of: variant, to: &names)
    let variables = PythonValue.dict(PythonDict(strings: environment))
    names["environ"] = variables
    names["os"] = .object(Self.os(variables))
    names["build_platform"] = .string((buildPlatform ?? platform).subdir)
    names["nomkl"] = .bool(environment["FEATURE_NOMKL"] == "1")
    fixed = names
  }

  /// Asks each selector once: what it finds depends on nothing but the names.
  func answer(
    to selector: String, _ ask: () throws(PythonError) -> Bool
  ) throws(PythonError) -> Bool {
    if let known = memory.answers[selector] { return known }
    let answer = try ask()
    memory.answers[selector] = answer
    return answer
  }

  package subscript(name: String) -> PythonValue? {
    if let value = environment[name] { return .string(value) }
    if let value = fixed[name] { return value }
    if let text = variant.values[name] { return Self.coerced(text) }
    return variant.lists[name].map { PythonValue.strings($0) }
  }

  /// Whole numbers and truth values become what they look like.
  static func coerced(_ text: String) -> PythonValue {
    if let number = PythonRuntime.int(text) { return .int(number) }
    switch text.lowercased() {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return .string(text)
    }
  }

  private static func platformNames(_ platform: Platform) -> [String: PythonValue] {
    let subdir = platform.subdir
    var names: [String: PythonValue] = [
      "linux32": .bool(subdir == "linux-32"),
      "linux64": .bool(subdir == "linux-64"),
      "arm": .bool(subdir.hasPrefix("linux-arm")),
      "unix": .bool(["linux", "osx", "emscripten"].contains(platform.family)),
      "win32": .bool(subdir == "win-32"),
      "win64": .bool(subdir == "win-64"),
    ]
    let isNoarch = subdir == "noarch"
    for family in families + (isNoarch ? [] : [platform.family]) {
      names[family] = .bool(!isNoarch && family == platform.family)
    }
    for machine in machines + (isNoarch ? [] : [platform.machine]) {
      let name = machine == "64" ? "x86_64" : machine
      names[name] = .bool(!isNoarch && machine == platform.machine)
    }
    names["x86"] = .bool(platform.machine == "64" || platform.machine == "32")
    return names
  }

  private static let families = [
    "emscripten", "wasi", "freebsd", "linux", "osx", "win", "zos",
  ]

  private static let machines = [
    "wasm32", "64", "aarch64", "armv6l", "armv7l", "ppc64", "ppc64le", "riscv64", "s390x",
    "arm64", "z",
  ]

  private static func addLanguageNames(
    of variant: V0Variant, to names: inout [String: PythonValue]
  ) throws(PythonError) {
    let python = variant["python"] ?? V0Variant.defaultPython
    let parts = python.prefix { $0 != " " }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let version = Int(parts[0] + parts[1]) else {
      throw PythonError(
        .valueError, "the variant's python is '\(python)', which has no major and minor version")
    }
    names["py"] = .int(version)
    names["py3k"] = .bool(parts[0] == "3")
    names["py2k"] = .bool(parts[0] == "2")
    for old in [26, 27, 33, 34, 35, 36] { names["py\(old)"] = .bool(version == old) }
    let numpy = variant["numpy"].flatMap { $0.isEmpty ? nil : $0 } ?? V0Variant.defaultNumpy
    let digits = numpy.split(separator: ".", omittingEmptySubsequences: false).prefix(2).joined()
    guard let np = PythonRuntime.int(digits) else {
      throw PythonError(
        .valueError, "the variant's numpy is '\(numpy)', which has no major and minor version")
    }
    names["np"] = .int(np)
    names["pl"] = .string(variant["perl"] ?? "5.26.2")
    let lua = variant["lua"] ?? "5"
    names["lua"] = .string(lua)
    names["luajit"] = .bool(lua.hasPrefix("2"))
  }

  private static func os(_ environ: PythonValue) -> PythonModule {
    let getenv = PythonFunction("getenv") {
      (arguments, runtime) throws(PythonError) -> PythonValue in
      let values = try arguments.bound(to: ["key", "default"], required: 1, of: "getenv")
      guard case .dict(let variables) = environ else { return .none }
      return try variables.value(for: values[0] ?? .none) ?? values[1] ?? .none
    }
    return PythonModule(
      "os",
      [
        "environ": environ, "getenv": .object(getenv), "pathsep": .string(":"), "sep": .string("/"),
      ])
  }
}
