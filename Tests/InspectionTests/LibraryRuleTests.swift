import Binaries
import Conda
import Diagnostics
import Testing

@testable import Inspection

/// What is linked, against what is declared.
@Suite struct LibraryRuleTests: InspectionSuite {
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
}
