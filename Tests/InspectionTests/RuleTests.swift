import Binaries
import Conda
import Diagnostics
import Testing

@testable import Inspection

/// Each rule finds its mistake, and lets the right package pass.
@Suite struct RuleTests: InspectionSuite {
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
