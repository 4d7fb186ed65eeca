// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors, and imports are internal unless a target says otherwise: the arrows between
// the targets below are the architecture (Documentation/Architecture.md), and the compiler keeps them.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func target(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, resources: resources,
    swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "gennforge",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gennforge", targets: ["gennforge"]),
    .library(name: "GeNNForge", targets: ["GeNNForge"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without the traits that load Foundation, which would double the tool's start-up time.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // C libraries.
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CLibGit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    // Linked on macOS; loaded on Linux, where its libraries take longer to load than most commands run.
    .target(
      name: "CGit2",
      dependencies: [.target(name: "CLibGit2", condition: .when(platforms: [.macOS]))],
      linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    target("YAML", ["CYAML", "Diagnostics"]),
    target("Git", ["CGit2"]),

    // Vocabulary.
    target("Diagnostics"),
    target("Disk"),
    target("Conda", ["Diagnostics"]),

    // The waist, and what leads into it.
    target("RecipeModel", ["Conda", "Diagnostics"]),
    target("GeNNForge", ["Conda", "Diagnostics", "RecipeModel", "SpikingModels"]),

    target("Recipes", ["GeNNForge", "SpikingModels"], path: "Recipes"),

    target("RecipeReader", ["Conda", "Diagnostics", "RecipeModel", "YAML"]),
    target("Smithy", ["Conda", "Diagnostics", "RecipeReader", "YAML"]),

    // What was built.
    target("Binaries"),
    target("Inspection", ["Binaries", "Conda", "Diagnostics"]),

    // Spiking networks.
    target("Plots"),
    target("SpikingModels"),
    target("KernelCompiler", ["Diagnostics", "SpikingModels", "Templates"]),
    target(
      "Verifier",
      [
        "Binaries", "Conda", "Diagnostics", "Disk", "Inspection", "KernelCompiler", "Plots",
        "RecipeReader", "SpikingModels", "Templates", "YAML",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(
          name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ]),

    // What leads out of it.
    target("Variants", ["Conda", "RecipeModel"]),
    target("Lint", ["Conda", "Diagnostics", "RecipeModel", "Variants"]),
    target(
      "RecipeWriter",
      [
        "Conda", "Diagnostics", "KernelCompiler", "RecipeModel", "SpikingModels", "Templates",
        "Variants", "YAML",
      ]),
    target(
      "Templates", path: "Templates",
      resources: [
        .embedInCode("Scripts"),
        .embedInCode("Kernels/arithmetic.h.mustache"),
        .embedInCode("Kernels/host.h.mustache"),
        .embedInCode("Kernels/simulation.cpp.mustache"),
        .embedInCode("Kernels/simulation.cu.mustache"),
        .embedInCode("Kernels/simulation.py.mustache"),
        .embedInCode("Kernels/test_kernels.py.mustache"),
        .embedInCode("Kernels/compile_kernels.py"),
        .embedInCode("Kernels/imagined_device.c.txt"),
      ]),

    target(
      "Grammar", path: "Grammar",
      resources: [
        .embedInCode("ExpressionV1.ebnf"), .embedInCode("GeNNCode.ebnf"),
        .embedInCode("Jinja.ebnf"), .embedInCode("MatchSpec.ebnf"),
        .embedInCode("Selector.ebnf"), .embedInCode("TemplateV1.ebnf"),
        .embedInCode("Version.ebnf"), .embedInCode("VersionSpec.ebnf"),
      ]),

    .executableTarget(
      name: "gennforge",
      dependencies: [
        "Binaries", "Conda", "Diagnostics", "Disk", "GeNNForge", "Git", "Grammar", "Inspection",
        "KernelCompiler", "Lint", "Plots",
        "RecipeModel",
        "RecipeReader", "Recipes", "RecipeWriter", "Smithy", "SpikingModels",
        "Templates", "Variants", "Verifier", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // Times the readers for `make bench`.
    .executableTarget(
      name: "RenderBenchmark", dependencies: ["Conda", "Diagnostics", "RecipeReader"],
      path: "Benchmarks/RenderBenchmark", swiftSettings: strict),

    // Runs the real engines for tests.
    target("PythonEngine", ["Diagnostics"], path: "Tests/PythonEngine"),
    // Reads the Grammar folder for tests.
    target("Grammars", path: "Tests/Grammars"),
    // Feeds every parser with broken text; `fuzz` does it for as long as one likes.
    target("Fuzzing", ["Conda", "Diagnostics", "RecipeReader", "YAML"], path: "Tests/Fuzzing"),
    .executableTarget(
      name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz", swiftSettings: strict),

    tests("BinariesTests", ["Binaries"]),
    tests("CommandTests", ["gennforge"]),
    tests("CondaTests", ["Conda", "Diagnostics", "Grammars"], resources: [.copy("Vectors")]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("EnginesTests", ["Diagnostics", "PythonEngine"]),
    tests("FuzzingTests", ["Fuzzing"]),
    tests("GitTests", ["CGit2", "Git"]),
    tests("InspectionTests", ["Binaries", "Conda", "Diagnostics", "Inspection"]),
    .testTarget(
      name: "KernelCompilerTests",
      dependencies: [
        "Diagnostics", "Grammars", "KernelCompiler", "PythonEngine", "SpikingModels", "Templates",
      ],
      exclude: ["Goldens"], swiftSettings: strict),
    tests(
      "LintTests",
      ["Conda", "Diagnostics", "GeNNForge", "Lint", "RecipeModel", "Recipes", "Variants"]),
    tests(
      "RecipeLiftTests",
      [
        "Conda", "Diagnostics", "GeNNForge", "RecipeModel", "RecipeReader", "RecipeWriter",
        "Recipes",
      ]),
    tests(
      "RecipeReaderTests",
      ["Conda", "Diagnostics", "Grammars", "PythonEngine", "RecipeReader", "YAML"],
      resources: [.copy("Vectors")]),
    tests(
      "RecipeWriterTests", ["Conda", "Diagnostics", "RecipeModel", "RecipeWriter", "Templates"]),
    tests("PlotsTests", ["Plots"]),
    tests(
      "RecipesTests",
      [
        "Conda", "Diagnostics", "GeNNForge", "Lint", "PythonEngine", "RecipeModel", "Recipes",
        "RecipeWriter", "Variants",
      ]),
    tests(
      "SmithyTests", ["Conda", "Diagnostics", "Smithy"], resources: [.copy("Vectors")]),
    tests("SpikingModelsTests", ["SpikingModels"]),
    tests(
      "VerifierTests",
      [
        "Conda", "Diagnostics", "Disk", "Grammars", "KernelCompiler", "RecipeReader",
        "SpikingModels", "Templates", "Verifier", "YAML",
      ], resources: [.copy("Fixtures")]),
    tests("YAMLTests", ["Diagnostics", "YAML"]),
  ],
  swiftLanguageModes: [.v6]
)
