package import Conda

/// A set of platforms that recipes name with one word.
package enum PlatformGroup: String, Hashable, Sendable, CaseIterable {
  case linux, osx, win, unix
  case linux64, osx64, win64
  /// 64-bit Arm on Linux.
  case aarch64
  /// 64-bit Arm on macOS and Windows.
  case arm64
  /// 64-bit PowerPC on Linux.
  case ppc64le
  case x86_64

  package func contains(_ platform: Platform) -> Bool {
    switch self {
    case .linux, .osx, .win: platform.family == rawValue
    case .unix: platform.isUnix
    case .linux64: platform == .linux64
    case .osx64: platform == .osx64
    case .win64: platform == .win64
    case .aarch64, .arm64, .ppc64le: platform.machine == rawValue
    case .x86_64: platform.machine == "64"
    }
  }
}
