import Foundation
import Testing

@testable import Verifier

/// Recipes that forget something, or do what no build should: each is found with its cause and its line.
// One after the other: each of them keeps a processor busy.
@Suite(.enabled(if: FaultBench.isPossible, "\(FaultBench.hint)"), .serialized)
struct BuildFaultTests {
  /// - Parameter build: lines of `requirements.build`; the list is in line 13 of the recipe.
  private func recipe(
    build: [String] = [], host: [String] = [], script: [String], more: String = ""
  ) -> String {
    func list(_ lines: [String]) -> String {
      lines.isEmpty ? " []" : "\n" + lines.map { "    - \($0)" }.joined(separator: "\n")
    }
    return """
      schema_version: 1
      package:
        name: faulty
        version: "1.0"
      build:
        number: 0
        script:
      \(script.map { "    - '\($0.replacing("'", with: "''"))'" }.joined(separator: "\n"))
      requirements:
        build:\(list(build))
        host:\(list(host))
      about:
        license: MIT
        license_file: LICENSE
      \(more)
      """
  }

  private let cxx = ["${{ compiler('c') }}", "${{ compiler('cxx') }}"]
  private let files = ["LICENSE": "Do what you like.\n"]

  /// A fault's stage, a part of what is said, and the line of the key that is to be changed.
  private func expect(
    _ stage: Stage, _ message: String, line key: String, in recipe: String,
    limits: (inout SandboxLimits) -> Void = { _ in }, withheld: Set<String> = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let bench = try await FaultBench(recipe: recipe, files: files)
    limits(&bench.settings.limits)
    bench.settings.withheld = withheld
    let failure = try await bench.failure()
    #expect(failure.stage == stage, "\(failure.errors)", sourceLocation: sourceLocation)
    let lines = recipe.split(separator: "\n", omittingEmptySubsequences: false)
    let line = (lines.firstIndex { $0.hasPrefix(key) } ?? -1) + 1
    #expect(
      failure.errors.contains { $0.hasPrefix("\(line): ") && $0.contains(message) },
      "\(failure.errors), line \(line)", sourceLocation: sourceLocation)
  }

  @Test func noCompiler() async throws {
    try await expect(
      .build, "'g++' is missing: '${{ compiler('cxx') }}' is not among the build requirements",
      line: "  build:", in: recipe(build: ["make"], script: ["g++ --version"]))
  }

  @Test func noMake() async throws {
    try await expect(
      .build, "'make' is missing: 'make' is not among the build requirements", line: "  build:",
      in: recipe(build: cxx, script: ["make --version"]))
  }

  @Test(arguments: ["as", "ld"]) func noAssemblerOrLinker(tool: String) async throws {
    let processor = "usr/bin/\(ProcessInfo.processInfo.machine)-linux-gnu-\(tool)"
    try await expect(
      .build, "'\(tool)' is missing", line: "  build:",
      in: recipe(
        build: cxx,
        script: ["echo 'int main() {}' >a.cc", "$CXX a.cc -o a"]),
      withheld: ["usr/bin/\(tool)", processor, "usr/bin/ld.bfd", "\(processor).bfd"])
  }

  @Test func noToolkit() async throws {
    try await expect(
      .build,
      "CUDA's program 'nvcc' is missing: 'cuda-nvcc-tools', which '${{ compiler('cuda') }}' brings, "
        + "is not among the build requirements",
      line: "  build:", in: recipe(build: cxx, script: ["nvcc --version"]))
  }

  @Test func headerOfUndeclaredLibrary() async throws {
    try await expect(
      .build, "'ffi.h' is missing: 'libffi' is not among the host requirements", line: "  host:",
      in: recipe(
        build: cxx, script: ["echo '#include <ffi.h>' >a.cc", "$CXX $CXXFLAGS -c a.cc"]))
  }

  @Test func libraryNotDeclared() async throws {
    try await expect(
      .build, "'libffi.so' to link with is missing: 'libffi' is not among the host requirements",
      line: "  host:",
      in: recipe(build: cxx, script: ["echo 'int main() {}' >a.cc", "$CXX a.cc -lffi -o a"]))
  }

  @Test func pkgConfigModuleNotDeclared() async throws {
    try await expect(
      .build, "'libffi' is missing: 'libffi' is not among the host requirements", line: "  host:",
      in: recipe(build: ["pkg-config"], script: ["pkg-config --print-errors --exists libffi"]))
  }

  @Test func compilerThatIsNotThere() async throws {
    try await expect(
      .build, "CXX names the compiler 'x86_64-conda-linux-gnu-c++', which isn't there",
      line: "  build:",
      in: recipe(
        build: cxx + ["make"],
        script: [
          "printf 'a.o: a.cc\\n\\t$(CXX) -c a.cc\\n' >Makefile", "touch a.cc",
          "CXX=x86_64-conda-linux-gnu-c++ make",
        ]))
  }

  @Test func writesOutside() async throws {
    try await expect(
      .build, "wants to write '/usr/local/faulty', which is outside", line: "  script:",
      in: recipe(script: ["mkdir /usr/local/faulty"]))
  }

  @Test func downloads() async throws {
    try await expect(
      .build, "wants to download something, and there is no network", line: "  script:",
      in: recipe(script: ["exec 3<>/dev/tcp/example.org/80"]))
  }

  @Test func hangs() async throws {
    try await expect(
      .build, "the build script did not end within", line: "  script:",
      in: recipe(script: ["sleep 1000"])
    ) { $0.time = .seconds(3) }
  }

  @Test func fillsDiskWithOneFile() async throws {
    try await expect(
      .build, "writes more to the disk than it may", line: "  script:",
      in: recipe(script: ["cat /dev/zero >large"])
    ) { $0.disk = 32 << 20 }
  }

  @Test func fillsDiskWithManyFiles() async throws {
    try await expect(
      .build, "writes more to the disk than it may", line: "  script:",
      in: recipe(
        script: ["for i in $(seq 40); do head -c 8M /dev/zero >file$i; done; sleep 100"])
    ) { $0.disk = 64 << 20 }
  }

  @Test func forksWithoutEnd() async throws {
    try await expect(
      .build, "starts more processes than it may", line: "  script:",
      in: recipe(script: ["for i in $(seq 200); do sleep 20 & done; wait"])
    ) { $0.processes = 50 }
  }

  @Test func needsTooMuchMemory() async throws {
    try await expect(
      .build, "needs more memory than it may use", line: "  script:",
      in: recipe(script: ["head -c 2G /dev/zero | tail"])
    ) { $0.memory = 256 << 20 }
  }

  @Test func printsWithoutEnd() async throws {
    try await expect(
      .build, "prints without end", line: "  script:", in: recipe(script: ["yes"])
    ) { $0.output = 1 << 20 }
  }

  @Test func failsForItsOwnReason() async throws {
    try await expect(
      .build, "the build script fails (exited(3))", line: "  script:",
      in: recipe(script: ["exit 3"]))
  }

  @Test func putsNothingIntoThePackage() async throws {
    try await expect(
      .package, "put nothing into 'faulty'", line: "  script:", in: recipe(script: ["true"]))
  }

  @Test func licenseIsNotThere() async throws {
    let text = recipe(script: ["touch $PREFIX/share/a"]).replacing("LICENSE", with: "COPYING")
    try await expect(.package, "'COPYING' is neither", line: "  license_file:", in: text)
  }

  @Test func dependencyWithoutStandIn() async throws {
    try await expect(
      .environment, "nothing on this machine stands in for 'libunheardof'",
      line: "    - libunheardof", in: recipe(host: ["libunheardof"], script: ["true"]))
  }

  @Test func sourceIsAnotherOne() async throws {
    let bench = try await FaultBench(
      recipe: recipe(
        script: ["true"],
        more: """
          source:
            url: file:///usr/bin/env
            sha256: \(String(repeating: "0", count: 64))
          """),
      files: files)
    let failure = try await bench.failure()
    #expect(failure.stage == .fetch)
    #expect(failure.errors.first?.contains("and the recipe says 0000") == true)
  }
}

extension ProcessInfo {
  fileprivate var machine: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }
}
