import Diagnostics
import Foundation
import PythonEngine
import Testing

@Suite(.enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct RenderTests {
  typealias Dependency = RenderedRequirements.Dependency
  typealias Pin = RenderedRequirements.Pin

  enum Format: CaseIterable { case v0, v1 }

  static func render(
    _ example: String, _ format: Format, platforms: [String] = []
  ) throws -> RenderedDocument {
    let folder = PythonEngine.examples.appending(path: example)
    return switch format {
    case .v1:
      try PythonEngine().renderV1(
        folder.appending(path: "recipe.yaml"), variants: [folder.appending(path: "variants.yaml")],
        platforms: platforms)
    case .v0:
      try PythonEngine().renderV0(
        folder.appending(path: "meta.yaml"),
        configs: [folder.appending(path: "conda_build_config.yaml")], platforms: platforms)
    }
  }

  @Test(arguments: Format.allCases)
  func requirementsOfACUDAVariant(format: Format) throws {
    let document = try Self.render("gridcell", format, platforms: ["linux-64"])
    let package = try #require(
      document["linux-64"]?.kept.first {
        $0.usedVariant["cuda_compiler_version"] == "13.0"
          && $0.usedVariant["python"] == "3.13.* *_cp313"
      })
    #expect(package.version == "2.1.0")
    #expect(package.buildNumber == 201)
    #expect(package.buildStringForm == "cuda130_h<hash>_201")
    #expect(
      package.requirements.build == [
        "gxx_linux-64", "sysroot_linux-64 2.28.*", "cuda-nvcc_linux-64 13.0.*", "make",
      ])
    #expect(package.requirements.host == ["python", "pip", "numpy", "cuda-version 13.0.*"])
    #expect(
      package.requirements.run == [
        "python", .pinCompatible(Pin("numpy", lowerBound: "x.x.x.x.x.x", upperBound: "x.x")),
        "psutil >=5,<8", "__cuda",
      ])
    #expect(package.requirements.runConstraints == ["gridcell-legacy <0.0a0"])
    #expect(package.requirements.ignoreRunExports["by_name"] == ["cuda-version"])
    #expect(
      package.build == [
        "dynamic_linking": ["missing_dso_allowlist": ["libcuda.so.1"]],
        "script": ["${{ PYTHON }} -m pip install . -vv"],
      ])
    #expect(
      package.tests == [
        ["python": ["imports": ["gridcell"]]],
        ["requirements": ["run": ["pytest"]], "script": ["gridcell --version"]],
      ])
  }

  @Test(arguments: Format.allCases)
  func platformsDecideToolsAndSkips(format: Format) throws {
    let document = try Self.render("gridcell", format)
    #expect(
      document.platforms.map(\.platform)
        == ["linux-64", "linux-aarch64", "osx-64", "osx-arm64", "win-64"])
    #expect(document.platforms.map(\.variants.count) == [4, 4, 4, 4, 4])
    #expect(document.platforms.map(\.kept.count) == [4, 4, 2, 2, 4])
    let mac = try #require(document["osx-arm64"]?.kept.first)
    #expect(
      mac.requirements.build
        == ["clangxx_osx-arm64", "macosx_deployment_target_osx-arm64 11.0.*", "make"])
    let windows = try #require(document["win-64"]?.kept.first)
    #expect(windows.requirements.build.prefix(2) == ["vs2022_win-64", "vs_win-64"])
    #expect(windows.build == ["script": ["${{ PYTHON }} -m pip install . -vv"]])
  }

  @Test(arguments: Format.allCases)
  func severalOutputs(format: Format) throws {
    let document = try Self.render("gridcell-split", format, platforms: ["linux-64", "win-64"])
    let linux = try #require(document["linux-64"]).kept
    #expect(linux.map(\.name) == ["gridcell", "gridcell", "libgridcell"])
    #expect(
      linux.map(\.buildStringForm) == ["py312h<hash>_4", "py313h<hash>_4", "h<hash>_4"])
    let exact = Dependency.pinSubpackage(Pin("libgridcell", exact: true))
    #expect(linux.first?.requirements.host == ["python", exact])
    #expect(linux.first?.requirements.run == ["python", exact])
    #expect(
      linux.last?.requirements.runExports["weak"] == [
        .pinSubpackage(Pin("libgridcell", lowerBound: "x.x.x.x.x.x", upperBound: "x.x"))
      ])
    let windows = try #require(document["win-64"]).kept
    #expect(windows.map(\.name) == ["gridcell", "gridcell", "gridcell-windows", "libgridcell"])
  }

  /// The same recipe in both formats: everything but hashes and used keys is equal.
  @Test(arguments: ["gridcell", "gridcell-split"])
  func bothFormatsAgree(example: String) throws {
    let (v0, v1) = (try Self.render(example, .v0), try Self.render(example, .v1))
    for (old, new) in zip(v0.platforms, v1.platforms) {
      #expect(Set(old.kept.map(\.comparable)) == Set(new.kept.map(\.comparable)))
    }
    #expect(v0.platforms.count == 5 && v1.platforms.count == 5)
  }

  /// Hash of {"cxx_compiler": "gxx", "target_platform": "linux-64"} as Python's json and sha1 give
  /// it; the pin makes it part of the dependent packages' hash.
  @Test func hashesOfTheRealEngine() throws {
    let document = try Self.render("gridcell-split", .v1, platforms: ["linux-64"])
    let library = try #require(document.kept.first { $0.name == "libgridcell" })
    #expect(library.hash == "2bc3f7f")
    #expect(library.buildString == "h2bc3f7f_4")
    #expect(
      document.kept.first?.usedVariant == [
        "libgridcell": "2.1.0 h2bc3f7f_4", "python": "3.12.* *_cpython",
        "target_platform": "linux-64",
      ])
  }
}
