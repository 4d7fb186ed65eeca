import Conda

extension V1.Platforms {
  /// Environment variables that builds on these platforms define and variant files may override.
  var environmentKeys: [Set<String>] {
    let family = target == .noarch ? host.family : target.family
    return [
      Self.commonKeys, build.isWindows ? [] : Self.userKeys, Self.keys[family] ?? Self.pathKeys,
    ]
  }

  private static let commonKeys: Set<String> = [
    "CPU_COUNT", "LANG", "LC_ALL", "SHLIB_EXT", "BUILD",
  ]
  private static let userKeys: Set<String> = ["HOME", "USER", "SHELL", "EDITOR", "TERM"]
  private static let pathKeys: Set<String> = ["PATH"]
  private static let keys: [String: Set<String>] = [
    "osx": [
      "PATH", "PKG_CONFIG_PATH", "CMAKE_GENERATOR", "SSL_CERT_FILE", "OSX_ARCH",
      "MACOSX_DEPLOYMENT_TARGET",
    ],
    "linux": [
      "PATH", "PKG_CONFIG_PATH", "CMAKE_GENERATOR", "SSL_CERT_FILE", "QEMU_LD_PREFIX",
      "QEMU_UNAME", "DEJAGNU", "DISPLAY", "LD_RUN_PATH",
    ],
    "win": [
      "Path", "SCRIPTS", "LIBRARY_PREFIX", "LIBRARY_BIN", "LIBRARY_INC", "LIBRARY_LIB", "LIB",
      "INCLUDE", "CYGWIN_PREFIX",
    ],
  ]
}
