package import Conda

extension V1 {
  /// The platforms of one rendering, and the names that stand for them in expressions.
  package struct Platforms: Hashable, Sendable {
    /// What the package is for.
    package let target: Platform
    /// Where the build runs.
    package let build: Platform
    /// Where the package's dependencies live; the target unless said otherwise.
    package let host: Platform
    /// The host's family, architecture and joined name: the selectors that hold.
    private let selected: [String]

    package init(target: Platform, build: Platform? = nil, host: Platform? = nil) {
      self.target = target
      self.build = build ?? target
      let host = host ?? target
      self.host = host
      let joined = host == .noarch ? [] : [host.family + host.machine]
      selected = [host.family] + joined + (host.architecture.map { [$0] } ?? [])
    }

    subscript(name: String) -> Value? {
      switch name {
      case "target_platform": .string(target.subdir)
      case "build_platform": .string(build.subdir)
      case "host_platform": .string(host.subdir)
      case "unix": .boolean(host.isUnixToRattler)
      case "ios": .boolean(host.family.hasPrefix("ios"))
      case "SHLIB_EXT": .string(target.sharedLibrarySuffix)
      default: Self.selectors.contains(name) ? .boolean(selected.contains(name)) : nil
      }
    }

    static let known: [Platform] = [
      "linux-32", "linux-64", "linux-aarch64", "linux-armv6l", "linux-armv7l", "linux-loongarch64",
      "linux-ppc64le", "linux-ppc64", "linux-ppc", "linux-s390x", "linux-riscv32", "linux-riscv64",
      "freebsd-32", "freebsd-64", "freebsd-arm64", "osx-64", "osx-arm64", "ios-arm64",
      "iossimulator-arm64", "iossimulator-64", "android-aarch64", "android-armv7a", "android-64",
      "android-32", "win-32", "win-64", "win-arm64", "emscripten-wasm32", "wasi-wasm32", "zos-z",
    ].map { Platform($0) }

    /// Each family, each architecture and each platform without its dash is a name.
    private static let selectors = Set(
      known.flatMap { [$0.family, $0.family + $0.machine] } + known.compactMap(\.architecture))
  }
}

extension Platform {
  /// The word for the processor: `x86_64` for the `64` in most names.
  var architecture: String? {
    switch machine {
    case "": nil
    case "32": "x86"
    case "64": "x86_64"
    default: machine
    }
  }

  /// The engine counts WebAssembly in browsers as Unix, and z/OS and WASI not.
  var isUnixToRattler: Bool {
    switch family {
    case "linux", "osx", "ios", "iossimulator", "android", "freebsd": true
    default: subdir == "emscripten-wasm32"
    }
  }

  var sharedLibrarySuffix: String {
    switch family {
    case "win": ".dll"
    case "osx", "ios", "iossimulator": ".dylib"
    case "linux", "android": ".so"
    default: ".not_implemented"
    }
  }
}
