import Binaries
import Conda
import Diagnostics
import Testing

@testable import Inspection

/// Packages and files to inspect, and what is found.
protocol InspectionSuite {}

extension InspectionSuite {
  /// A library as a linker would make it.
  func binary(
    _ format: Binary.Format = .elf, _ architecture: Architecture = .x86_64,
    kind: Binary.Kind = .library, name: String? = nil, needs: [String] = [],
    paths: [String] = [], glibc: String? = nil, macOS: String? = nil, gpu: [GPUCode] = []
  ) -> Binary {
    var binary = Binary(format: format, architecture: architecture, kind: kind)
    binary.name = name
    binary.needed = needs.map { NeededLibrary(name: $0) }
    if let glibc {
      binary.needed.append(NeededLibrary(name: "libc.so.6", symbolVersions: ["GLIBC_\(glibc)"]))
    }
    binary.searchPaths = paths.map {
      SearchPath(path: $0, kind: format == .machO ? .loadCommand : .runpath)
    }
    binary.minimumSystem = macOS
    binary.gpuCode = gpu
    return binary
  }

  func file(_ path: String, _ binary: Binary? = nil, text: String = "") -> InspectedFile {
    var file = InspectedFile(path, bytes: Array(text.utf8))
    if let binary { file.binaries = [binary] }
    return file
  }

  func package(
    _ platform: Platform = .linux64, depends: [String] = [], files: [InspectedFile]
  ) -> InspectedPackage {
    InspectedPackage(
      name: "box", version: "1.2", build: "h0_0", platform: platform,
      depends: depends + ["__glibc >=2.17,<3.0.a0", "__osx >=11.0"], license: "MIT",
      licenseFiles: ["info/licenses/LICENSE"], files: files)
  }

  /// The findings as `id: message`.
  func findings(
    _ package: InspectedPackage, _ inspection: Inspection = Inspection()
  ) -> [String] {
    inspection.findings(in: package).map { finding in
      #expect(finding.remedy?.isEmpty == false)
      return "\(finding.id): \(finding.message)"
    }
  }
}
