/// A conda subdirectory such as `linux-64`: where a package is installed or built.
package struct Platform: Hashable, Sendable {
  package let subdir: String

  package init(_ subdir: String) { self.subdir = subdir }

  package static let linux64 = Platform("linux-64")
  package static let linuxAArch64 = Platform("linux-aarch64")
  package static let osx64 = Platform("osx-64")
  package static let osxArm64 = Platform("osx-arm64")
  package static let win64 = Platform("win-64")
  package static let noarch = Platform("noarch")

  /// The ones that conda-forge builds for when nothing else is asked.
  package static let usual = [linux64, linuxAArch64, osx64, osxArm64, win64]

  /// Every subdirectory that conda or rattler knows, by name.
  package static let known: Set<String> = [
    "noarch", "emscripten-wasm32", "wasi-wasm32", "freebsd-64", "linux-32", "linux-64",
    "linux-aarch64", "linux-armv6l", "linux-armv7l", "linux-loongarch64", "linux-ppc64",
    "linux-ppc64le", "linux-riscv32", "linux-riscv64", "linux-s390x", "osx-64", "osx-arm64",
    "win-32", "win-64", "win-arm64", "zos-z",
  ]

  /// `linux`, `osx`, `win`, `noarch`, …: what stands before the dash.
  package var family: String { String(subdir.prefix { $0 != "-" }) }

  /// What stands behind the dash: `64`, `aarch64`, `arm64`; empty for `noarch`.
  package var machine: String { String(subdir.dropFirst(family.count + 1)) }

  package var isUnix: Bool { !isWindows && subdir != "noarch" }
  package var isWindows: Bool { family == "win" }
}

extension Platform: CustomStringConvertible {
  package var description: String { subdir }
}

extension Platform: Comparable {
  package static func < (a: Self, b: Self) -> Bool { a.subdir < b.subdir }
}
