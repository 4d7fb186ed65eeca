import GeNNForge

/// A SHA-256 that could be one.
let sampleDigest = "f1a6807d15f99d91732cd2484727100e54c39b055bcbe2126e7792d07c776fe3"

/// Who and what: the same for all samples.
@RecipeBuilder
func facts() -> [RecipeEntry] {
  About(
    homepage: "https://example.org", license: "MIT", licenseFiles: ["LICENSE"], summary: "Boxes",
    description: "On Windows Visual Studio must be installed.")
  Maintainers("someone")
}

func sampleSource() -> Source {
  Source(url: "https://example.org/box-\(.version).tar.gz", sha256: sampleDigest)
}

/// A Python package without a fault; a test adds the line that it is about.
@RecipeBuilder
func box() -> [RecipeEntry] {
  sampleSource()
  Script { PipInstall() }
  HostRequirements {
    "python"
    "pip"
  }
  RunRequirements { "python" }
  Tests { Imports("box") }
  facts()
}

/// A package that holds one file.
@RecipeBuilder
func note() -> [RecipeEntry] {
  Script { WriteFile(.prefix / "share" / "note.txt", "a note") }
  Tests { PackageContents(files: ["share/note.txt"]) }
  facts()
}

/// One of several packages: a file of its own.
@OutputBuilder
func leaf(_ name: String) -> [OutputEntry] {
  Script { WriteFile(.prefix / "share" / ScriptPath(stringLiteral: name), "a note") }
  Tests { Command("test -f $PREFIX/share/\(name)") }
}

/// A package with a CUDA backend, also without a fault.
@OutputBuilder
func kernels() -> [OutputEntry] {
  sampleSource()
  CUDA.toolkit(host: .cudart, .curand, run: .nvcc, .curand)
  CUDA.pathWhileActive()
  kernelsWithoutToolkit()
}

@OutputBuilder
func kernelsWithoutToolkit() -> [OutputEntry] {
  BuildRequirements {
    Compiler(.cxx)
    StdLib(.c)
  }
  HostRequirements {
    "python"
    "pip"
  }
  RunRequirements {
    "python"
    "cxx-compiler"
  }
  Script {
    CUDA.buildEnvironment()
    PipInstall()
  }
  Tests {
    Imports("kernels")
    when(.cuda) { PackageContents(sitePackages: ["kernels/libcuda_backend.so"]) }
  }
}

@VariantsBuilder
func toolkits() -> [Variants.Line] {
  CUDAVersions("12.9", "13.0", on: .linux || .windows64)
}
