import Binaries
import Conda
import Diagnostics

/// Programs and libraries are for the processor and the system of the package.
enum BinaryPlatform: PackageRule {
  /// EM_CUDA: code of a GPU in a file of its own (.cubin), which the driver loads.
  private static let gpu = Architecture.other(190)

  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    guard let format = package.platform.binaryFormat else { return [] }
    return package.files.compactMap { file in
      let loaded = file.binaries.filter {
        ($0.kind == .executable || $0.kind == .library) && $0.architecture != gpu
      }
      guard let first = loaded.first else { return nil }
      // A universal file is right if one of its parts is.
      let fits = loaded.contains { binary in
        binary.format == format && package.platform.architecture == binary.architecture
      }
      if fits || package.platform.architecture == nil { return nil }
      return .foreignBinary(
        file.path, found: "\(first.architecture) \(first.format.rawValue)",
        platform: package.platform.subdir)
    }
  }
}

extension Platform {
  /// What the system's loader takes; nil for `noarch` and systems that are not known here.
  var binaryFormat: Binary.Format? {
    switch family {
    case "linux": .elf
    case "osx": .machO
    case "win": .pe
    default: nil
    }
  }

  var architecture: Architecture? {
    switch machine {
    case "64": .x86_64
    case "32": .x86
    case "arm64", "aarch64": .aarch64
    case "armv6l", "armv7l": .arm
    case "ppc64le": .ppc64le
    case "ppc64": .ppc64
    case "s390x": .s390x
    case "riscv64": .riscv64
    default: nil
    }
  }
}

extension Diagnostic {
  static func foreignBinary(_ path: String, found: String, platform: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' is \(found), which \(platform) doesn't run",
      remedy: "compile with $CC and $CXX of compiler('c') and compiler('cxx'), which are the "
        + "target's, and name the target where the build picks one itself")
  }
}
