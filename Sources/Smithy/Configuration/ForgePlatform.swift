package import Conda

/// A platform as `conda-forge.yml` spells it: `linux_64`.
package struct ForgePlatform: Hashable, Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var family: String { String(name.prefix { $0 != "_" }) }
  package var machine: String { String(name.dropFirst(family.count + 1)) }
  package var subdir: String { "\(family)-\(machine)" }
  package var platform: Platform { Platform(subdir) }

  /// In the order in which conda-smithy renders them.
  static let known = [
    "emscripten_wasm32", "freebsd_64", "linux_32", "linux_64", "linux_aarch64", "linux_armv6l",
    "linux_armv7l", "linux_ppc64", "linux_ppc64le", "linux_riscv64", "linux_s390x", "osx_64",
    "osx_arm64", "wasi_wasm32", "win_32", "win_64", "win_arm64", "zos_z",
  ]
}
