import GeNNForge

enum MPI: String, CaseIterable, Sendable { case nompi, openmpi }
let mpi = ChoiceKey<MPI>("mpi")

/// Recipes that use every word, so that every line that writers can write is rendered by the engines.
enum Samples {
  static let all: [(name: String, recipe: Recipe)] = [
    ("everything", everything), ("pure", pure), ("several", several), ("pins", pins),
  ]

  static let digest = String(repeating: "0123456789abcdef", count: 4)

  static let everything = Recipe("everything", version: "1.10") {
    Source(
      url: "https://example.org/a b/everything-\(.version).tar.gz",
      mirrors: ["https://mirror.example.org/everything-\(.version).tar.gz"], sha256: digest,
      patches: ["patches/fix it.patch"], folder: "src", fileName: "everything.tar.gz")
    when(.windows) {
      Source(git: "https://example.org/extra.git", tag: "v\(.version)", folder: "extra")
    }
    Variants {
      Axis(mpi, [.nompi, .openmpi], on: .unix)
      Axis(mpi, [.nompi], on: .windows)
      Zipped(VersionKey("libfoo"), VersionKey("libbar")) {
        ["1.2", "3.10"]
        ["1.3", "4"]
      }
    }
    BuildNumber(3, adding: 100, when: mpi == .nompi)
    when(mpi == .openmpi) {
      BuildString("mpi_\(.value(of: mpi))_h\(.hash)_\(.buildNumber)")
    } otherwise: {
      BuildString("py\(.digits(of: Python.version))_h\(.hash)_\(.buildNumber)")
    }
    Skip(Python.version < "3.11")
    Skip(.windows && Python.version >= "3.13")
    EntryPoints("everything = everything.cli:main", "ev = everything.cli:short")
    DynamicLinking(
      missing: ["*/libdriver.so*"], rpathAllowed: ["/opt/vendor/*"], rpaths: ["lib/", "lib/sub/"],
      overlinking: .error, overdepending: .ignore)
    VariantUse(use: ["libbar"], ignore: ["libffi"])
    when(mpi == .openmpi) { VariantUse(downPrioritize: 1) }
    BuildRequirements {
      Compiler(.c)
      Compiler(.cxx)
      Compiler(.fortran)
      StdLib(.c)
      when(.crossBuild) {
        "cross-python_\(.platform)"
      } otherwise: {
        "native-tool"
      }
      when(.unix) {
        "make"
        when(.macOS) { "llvm-tools" }
      } otherwise: {
        "ninja"
      }
    }
    HostRequirements {
      "python"
      "pip"
      "setuptools >=61,!=70.1"
      "libfoo"
      "libffi"
      "numpy"
      when(mpi != .nompi) { "openmpi" }
    }
    RunRequirements {
      "python"
      PinCompatible("libfoo", upperBound: "x.x")
      PinCompatible("numpy", lowerBound: "1.26", upperBound: nil)
      "typing-extensions >=4,<5"
      when(Python.version < "3.12" || .arm64) { "backport ==1.0 h*_0" }
      when(Python.version >= "3.12" && !.windows) { "modern" }
    }
    RunConstraints {
      "oldthing <0.0a0"
      when(.linux) { "__glibc >=2.28" }
    }
    RunExports { PinSubpackage("everything", upperBound: "x.x") }
    RunExports(.strong) { PinSubpackage("everything", lowerBound: "x.x", upperBound: "x") }
    RunExports(.weakConstraints) { "companion >=\(.version)" }
    IgnoreRunExports(byName: ["libffi"], from: ["native-tool"])
    Script { PipInstall("--config-settings=a=b c") }
    Tests {
      Imports("everything", "everything.cli")
      Command(
        "everything --version", "pytest tests/test_it.py", requires: ["pytest >=7"],
        files: ["tests/"], sourceFiles: ["data/x.txt"])
      when(.linux) { Command("ldd $PREFIX/lib/libeverything.so") }
      PackageContents(
        files: ["share/everything/*.json"], libraries: ["everything"], headers: ["everything.h"])
      Downstream("user-of-everything")
    }
    File("tests/test_it.py", text: "def test_it():\n    pass\n")
    File("patches/fix it.patch", text: "--- a\n+++ b\n")
    sampleAbout
    Maintainers("someone", "some-team")
    CrossBuild(.macOSArm64, on: .macOS64)
  }

  static let pure = Recipe("pure", version: "2025.1") {
    Source(url: "https://example.org/pure-\(.version).tar.gz", sha256: digest)
    Noarch.python
    BuildNumber(0)
    Script { PipInstall() }
    HostRequirements {
      "python >=3.10"
      "pip"
    }
    RunRequirements { "python >=3.10" }
    Tests { Imports("pure", pipCheck: false) }
    sampleAbout
    Maintainers("someone")
  }

  static let several = Recipe("several-split", version: "3.0.1") {
    FeedstockName("several")
    Source(url: "https://example.org/several-\(.version).tar.gz", sha256: digest)
    BuildNumber(2)
    Output("libseveral") {
      BuildRequirements {
        Compiler(.c)
        StdLib(.c)
      }
      Script { Run("make", "install") }
      RunExports { PinSubpackage("libseveral", upperBound: "x.x") }
      Tests { PackageContents(libraries: ["several"]) }
    }
    Output("several") {
      Skip(Python.version < "3.12")
      HostRequirements {
        "python"
        "pip"
        PinSubpackage("libseveral", exact: true)
      }
      RunRequirements {
        "python"
        PinSubpackage("libseveral", exact: true)
      }
      Script { PipInstall() }
      Tests { Imports("several") }
    }
    sampleAbout
    Maintainers("someone")
  }

  static let pins = Recipe("pins", version: "0.9") {
    Source(path: "src")
    BuildNumber(0)
    CUDA.toolkit(host: .cudart, .cublas, .nvrtc)
    BuildRequirements {
      Compiler(.cxx)
      StdLib(.c)
    }
    Skip(.macOS && .cuda)
    Script { Run("cmake", "--build", ".") }
    Tests { Command("echo \"100% $PREFIX [ok]\"") }
    sampleAbout
    Maintainers("someone")
  }

  private static let sampleAbout = About(
    homepage: "https://example.org", license: "MIT OR Apache-2.0",
    licenseFiles: ["LICENSE", "COPYING: old"], summary: "Does everything: # and more",
    description: "First line\nsecond line with \"quotes\"\n", repository: "https://example.org/git",
    documentation: "https://example.org/docs")
}
