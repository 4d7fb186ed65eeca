import Conda

extension V1.Evaluator {
  /// `compiler('c')` → `gcc_linux-64 =14`; `stdlib` likewise, without defaults.
  mutating func toolchain(
    _ function: V1.Function, language: String
  ) throws(V1.ExpressionError) -> String {
    let key = V1.VariantKey.normalized("\(language)_\(function.rawValue)")
    let versionKey = key + "_version"
    // A different system root makes different packages, so it belongs to every compiler.
    for name in [key, versionKey, "CONDA_BUILD_SYSROOT"] { note(access: name) }
    let target = scope.platforms.target
    let fallback = function == .compiler ? Self.defaultCompiler(language, for: target) : nil
    guard let name = scope.variant[key]?.description ?? fallback else {
      throw V1.ExpressionError(
        .undefined, "no standard library is known for the language '\(language)'",
        remedy: "define `\(key)` in the variant configuration")
    }
    guard let version = scope.variant[versionKey]?.description else {
      return "\(name)_\(target.subdir)"
    }
    let isPlain = version.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "."
    }
    return "\(name)_\(target.subdir) \(isPlain ? "=" : "")\(version)"
  }

  private static func defaultCompiler(_ language: String, for platform: Platform) -> String {
    switch language {
    case "fortran": return platform.isWindows ? "flang" : "gfortran"
    case "c", "cxx": break
    default: return language
    }
    let isC = language == "c"
    return switch platform.family {
    case "win": "vs2022"
    case "osx", "ios", "iossimulator", "android": isC ? "clang" : "clangxx"
    case "emscripten": "emscripten"
    default: isC ? "gcc" : "gxx"
    }
  }

  /// `cdt('mesa-libgl-devel')` → `mesa-libgl-devel-cos6-x86_64`.
  mutating func cdt(_ package: String) -> String {
    let architecture = scope.platforms.host.architecture ?? scope.platforms.build.architecture
    let isNewer = ["s390x", "aarch64", "ppc64le", "ppc64"].contains(architecture)
    let machine = variant("cdt_arch") ?? (architecture == "x86" ? "i686" : architecture ?? "")
    let distribution = variant("cdt_name") ?? (isNewer ? "cos7" : "cos6")
    let words = package.parts(separator: " ", splits: 1)
    let name = "\(words[0])-\(distribution)-\(machine)"
    return words.count > 1 ? "\(name) \(words[1])" : name
  }

  private mutating func variant(_ key: String) -> String? {
    guard let value = scope.variant[key] else { return nil }
    note(access: key)
    return value.description
  }
}
