import Binaries
import Conda
import Diagnostics
import Testing

@testable import Inspection

/// Each rule finds its mistake, and lets the right package pass.
@Suite struct RuleTests {
  /// A library as a linker would make it.
  private func binary(
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

  private func file(_ path: String, _ binary: Binary? = nil, text: String = "") -> InspectedFile {
    var file = InspectedFile(path, bytes: Array(text.utf8))
    if let binary { file.binaries = [binary] }
    return file
  }

  private func package(
    _ platform: Platform = .linux64, depends: [String] = [], files: [InspectedFile]
  ) -> InspectedPackage {
    InspectedPackage(
      name: "box", version: "1.2", build: "h0_0", platform: platform,
      depends: depends + ["__glibc >=2.17,<3.0.a0", "__osx >=11.0"], license: "MIT",
      licenseFiles: ["info/licenses/LICENSE"], files: files)
  }

  /// The findings as `id: message`.
  private func findings(
    _ package: InspectedPackage, _ inspection: Inspection = Inspection()
  ) -> [String] {
    inspection.findings(in: package).map { finding in
      #expect(finding.remedy?.isEmpty == false)
      return "\(finding.id): \(finding.message)"
    }
  }

  @Test func aRightPackageOfLinux() {
    let right = package(
      depends: ["libffi >=3.4,<4", "libstdcxx >=14", "python >=3.12,<3.13.0a0"],
      files: [
        file("lib/libbox.so.1", binary(name: "libbox.so.1", glibc: "2.17")),
        InspectedFile(link: "lib/libbox.so", to: "libbox.so.1"),
        file(
          "lib/python3.12/site-packages/box/_box.cpython-312-x86_64-linux-gnu.so",
          binary(
            needs: ["libbox.so.1", "libffi.so.8", "libstdc++.so.6"], paths: ["$ORIGIN/../../../"])),
        file(
          "bin/box",
          binary(
            kind: .executable, needs: ["libffi.so.8", "libbox.so.1"], paths: ["$ORIGIN/../lib"])
        ),
      ])
    #expect(findings(right).isEmpty)
  }

  @Test func aRightPackageOfMacOSAndOneOfWindows() {
    let macOS = package(
      .osxArm64, depends: ["libcxx >=18"],
      files: [
        file(
          "lib/libbox.1.dylib",
          binary(
            .machO, .aarch64, name: "@rpath/libbox.1.dylib",
            needs: ["/usr/lib/libSystem.B.dylib", "@rpath/libc++.1.dylib"],
            paths: ["@loader_path/"], macOS: "11.0")),
        file(
          "bin/box",
          binary(
            .machO, .aarch64, kind: .executable,
            needs: ["@rpath/libbox.1.dylib", "@rpath/libc++.1.dylib"],
            paths: ["@loader_path/../lib/"])),
      ])
    #expect(findings(macOS).isEmpty)
    let windows = package(
      .win64, depends: ["vc14_runtime >=14.44", "libffi >=3.4,<4"],
      files: [
        file(
          "Library/bin/Box.dll",
          binary(.pe, needs: ["KERNEL32.dll", "VCRUNTIME140_1.dll", "ffi-8.dll"])),
        file("Lib/site-packages/box/_box.abi3.pyd", binary(.pe, needs: ["box.dll"])),
      ])
    #expect(findings(windows).isEmpty)
  }

  @Test func librariesOfOthers() {
    let wrong = package(
      depends: ["libgcc"],
      files: [
        file("lib/a.so", binary(needs: ["libffi.so.8", "libgcc_s.so.1"])),
        file("lib/b.so", binary(needs: ["libffi.so.8", "libstrange.so.2"])),
        file("bin/c", binary(kind: .executable, needs: ["libgcc_s.so.1"])),
      ])
    #expect(
      findings(wrong) == [
        "undeclared-library: 'lib/a.so' and 1 other file needs 'libffi.so.8', but 'libffi' is no run "
          + "dependency",
        "library-out-of-reach: 'bin/c' needs 'libgcc_s.so.1', but no search path leads to "
          + "'lib/libgcc_s.so.1'",
        "unknown-library: 'lib/b.so' needs 'libstrange.so.2', and no package is known here that "
          + "brings it",
      ])
    let environment = Inspection(
      owners: LibraryOwners(files: ["lib/libffi.so.8": "libffi", "lib/libgcc_s.so.1": "libgcc"]))
    #expect(findings(wrong, environment).contains { $0.hasPrefix("library-missing: 'lib/b.so'") })
  }

  @Test func codeOfGPUsIsOfNoPlatform() {
    let files = [file("share/box/kernel.cubin", binary(.elf, .other(190), kind: .executable))]
    #expect(!findings(package(files: files)).contains { $0.hasPrefix("foreign-binary") })
    let other = [file("share/box/firmware", binary(.elf, .other(191), kind: .executable))]
    #expect(findings(package(files: other)).contains { $0.hasPrefix("foreign-binary") })
  }

  /// One that the environment has under another version is not the one that is needed.
  @Test func librariesOfAnotherRelease() {
    let wrong = package(
      depends: ["cuda-cudart", "libffi", "libstdcxx"],
      files: [
        file("lib/a.so", binary(needs: ["libcudart.so.12", "libffi.so.7", "libstdc++.so.6"]))
      ])
    let environment = Inspection(
      owners: LibraryOwners(files: [
        "lib/libcudart.so.13": "cuda-cudart", "lib/libffi.so.8": "libffi",
        "lib/libffi.so.8.1.2": "libffi", "lib/libstdc++.so.6.0.30": "libstdcxx",
      ]))
    let found = findings(wrong, environment).filter { $0.hasPrefix("library-") }
    #expect(
      found == [
        "library-of-other-release: 'lib/a.so' needs 'libcudart.so.12', and the environment's "
          + "'cuda-cudart' has 'libcudart.so.13': another CUDA toolkit was linked with",
        "library-of-other-release: 'lib/a.so' needs 'libffi.so.7', and the environment's 'libffi' "
          + "has 'libffi.so.8': another release was linked with",
      ])
  }

  @Test func ownLibrariesOutOfReach() {
    let files = [
      file("lib/box/libcore.so", binary()),
      file("lib/libbox.so", binary(needs: ["libcore.so"], paths: ["$ORIGIN"])),
    ]
    #expect(
      findings(package(files: files)) == [
        "library-out-of-reach: 'lib/libbox.so' needs 'libcore.so', but no search path leads to "
          + "'lib/box/libcore.so'"
      ])
  }

  @Test func searchPathsAndNames() {
    let files = [
      file("lib/a.so", binary(paths: ["/home/me/lib", "$ORIGIN/../..", "$ORIGIN/.."]))
    ]
    let found = findings(package(files: files))
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("search-path-outside: the RUNPATH of 'lib/a.so' is '$ORIGIN/../..'"))
    #expect(found[1].hasPrefix("absolute-search-path: the RUNPATH of 'lib/a.so' is '/home/me/lib'"))
    let macOS = package(
      .osx64,
      files: [
        file(
          "lib/a.dylib", binary(.machO, name: "/build/lib/a.dylib", needs: ["/opt/lib/b.dylib"]))
      ])
    #expect(findings(macOS).contains { $0.hasPrefix("absolute-install-name: the install name") })
    #expect(findings(macOS).contains { $0.contains("loads '/opt/lib/b.dylib'") })
  }

  @Test func platforms() {
    let arm = file("lib/a.so", binary(.elf, .aarch64))
    #expect(
      findings(package(files: [arm])) == [
        "foreign-binary: 'lib/a.so' is aarch64 ELF, which linux-64 doesn't run"
      ])
    #expect(findings(package(.linuxAArch64, files: [arm])).isEmpty)
    #expect(
      findings(package(.noarch, files: [arm])) == [
        "noarch-binary: 'lib/a.so' is a binary (ELF) in a noarch package"
      ])
    var universal = file("lib/a.dylib", binary(.machO, .x86_64))
    universal.binaries.append(binary(.machO, .aarch64))
    #expect(findings(package(.osxArm64, files: [universal])).isEmpty)
    let debugging = file("Library/bin/a.dll", binary(.pe, needs: ["VCRUNTIME140D.dll"]))
    #expect(
      findings(package(.win64, files: [debugging])) == [
        "debug-runtime: 'Library/bin/a.dll' needs 'VCRUNTIME140D.dll', which no user has"
      ])
  }

  @Test func systemsThatAreTooOld() {
    let linux = package(files: [file("lib/a.so", binary(glibc: "2.34"))])
    #expect(
      findings(linux) == [
        "glibc-too-new: 'lib/a.so' needs glibc 2.34, but the package says '__glibc >=2.17,<3.0.a0'"
      ])
    let macOS = package(.osx64, files: [file("lib/a.dylib", binary(.machO, macOS: "14.0"))])
    #expect(
      findings(macOS) == [
        "mac-o-s-too-new: 'lib/a.dylib' needs macOS 14.0, but the package says '__osx >=11.0'"
      ])
  }

  @Test func extensionsOfOtherPythons() {
    let module = file("lib/python3.12/site-packages/_a.cpython-312-x86_64-linux-gnu.so", binary())
    for pins in [["python 3.12.*"], ["python >=3.12,<3.13.0a0", "python_abi 3.12.* *_cp312"]] {
      #expect(findings(package(depends: pins, files: [module])).isEmpty)
    }
    #expect(
      findings(package(depends: ["python >=3.13,<3.14.0a0"], files: [module]))
        .first?.hasPrefix("extension-of-other-python: ") == true)
    #expect(
      findings(package(depends: ["python"], files: [module]))
        .first?.hasPrefix("extension-of-other-python: ") == true)
    #expect(
      findings(package(files: [module])).first?.hasPrefix("extension-without-python: ") == true)
    #expect(findings(package(files: [file("lib/_a.abi3.so", binary())])).isEmpty)
  }

  @Test func pathsOfTheBuild() {
    func found(_ text: String, placeholder: String? = nil) -> [String] {
      findings(
        package(files: [
          InspectedFile(
            "share/a.txt", bytes: Array(text.utf8), placeholder: placeholder,
            buildFolders: ["/tmp/work"])
        ]))
    }
    #expect(
      found("CC=/home/x/bld/a_1/_build_env/bin/cc\n") == [
        "build-path: 'share/a.txt' holds '/home/x/bld/a_1/_build_env/bin/cc', which is gone after "
          + "the build"
      ])
    #expect(found("prefix=/b/_h_env_placehold_placehold/lib").count == 1)
    #expect(
      found(
        "prefix=/b/_h_env_placehold_placehold/lib", placeholder: "/b/_h_env_placehold_placehold"
      )
      .isEmpty)
    #expect(found("-I/tmp/work/include").first?.contains("'/tmp/work/include'") == true)
    #expect(found("file:///tmp/work x").first?.contains("'/tmp/work'") == true)
    #expect(found("nothing").isEmpty)
  }

  @Test func links() {
    let files = [
      InspectedFile(link: "lib/a", to: "b"), InspectedFile(link: "lib/c", to: "/etc/passwd"),
      InspectedFile(link: "lib/d", to: "../share"), file("share/x/y"),
    ]
    let found = findings(package(files: files))
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("broken-link: 'lib/a' links to 'b'"))
    #expect(found[1].hasPrefix("absolute-link: 'lib/c' links to '/etc/passwd'"))
  }

  @Test func gpus() {
    let code = [
      GPUCode(kind: .sass, architecture: 80), GPUCode(kind: .ptx, architecture: 90),
      GPUCode(kind: .sass, architecture: 100, reach: .architectureOnly),
    ]
    let files = [file("lib/a.so", binary(needs: ["libcuda.so.1"], gpu: code))]
    let inspection = Inspection(gpuArchitectures: [75, 80, 86, 90, 100, 103, 120])
    #expect(
      findings(package(depends: ["cuda-version >=13,<14.0a0", "__cuda"], files: files), inspection)
        == [
          "gpu-not-served: 'lib/a.so' has GPU code for sm_80, compute_90, sm_100a, which no GPU of "
            + "sm_75 runs"
        ])
    #expect(
      findings(package(files: files)).map { $0.prefix { $0 != ":" } }
        == ["cuda-version-unstated", "driver-unstated"])
  }

  @Test func licensesAndUnusedLibraries() {
    var package = package(depends: ["libffi"], files: [file("lib/a.so", binary())])
    (package.license, package.licenseFiles) = (nil, [])
    #expect(
      findings(package).map { $0.prefix { $0 != ":" } }
        == ["unused-library", "license-unstated", "license-file-missing"])
  }

  @Test func metadataOfPython() {
    let text = """
      Metadata-Version: 2.1
      Name: Box
      Version: 1.3
      Requires-Dist: numpy (>=1.17)
      Requires-Dist: Typing_Extensions>=4
      Requires-Dist: pytest; extra == "test"

      Version: 9
      """
    let found = findings(
      package(
        depends: ["numpy"],
        files: [file("lib/python3.12/site-packages/box-1.3.dist-info/METADATA", text: text)]))
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("metadata-version: ") && found[0].contains("version 1.3"))
    #expect(found[1].hasPrefix("metadata-requirement: ") && found[1].contains("Typing_Extensions"))
  }

  @Test func filesOfOthers() {
    let inspection = Inspection(owners: LibraryOwners(files: ["bin/a": "other", "bin/b": "box"]))
    #expect(
      findings(package(files: [file("bin/a"), file("bin/b")]), inspection) == [
        "clobbered-file: 'bin/a' is a file of 'other', too: the later one overwrites it"
      ])
  }

  @Test func brokenFiles() {
    let broken = InspectedFile("lib/a.so", bytes: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1])
    #expect(
      findings(package(files: [broken])).first?.hasPrefix("broken-binary: 'lib/a.so'") == true)
  }
}
