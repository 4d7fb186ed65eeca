import Foundation
import Testing

@testable import Verifier

/// Packages that build, and fail their user: what they need isn't declared, or isn't in them.
// One after the other: each of them keeps a processor busy.
@Suite(.enabled(if: FaultBench.isPossible, "\(FaultBench.hint)"), .serialized)
struct RunFaultTests {
  private func recipe(
    build: [String] = [], host: [String] = [], run: [String] = [], script: [String], tests: String,
    extra: String = ""
  ) -> String {
    func list(_ lines: [String]) -> String {
      lines.isEmpty ? " []" : "\n" + lines.map { "    - \($0)" }.joined(separator: "\n")
    }
    func quoted(_ line: String) -> String { "    - '\(line.replacing("'", with: "''"))'" }
    return """
      schema_version: 1
      package:
        name: faulty
        version: "1.0"
      build:
        script:
      \(script.map(quoted).joined(separator: "\n"))
      requirements:
        build:\(list(build))
        host:\(list(host))
        run:\(list(run))
      \(extra)
      about:
        license: MIT
        license_file: LICENSE
      tests:
      \(tests)
      """
  }

  private let cxx = ["${{ compiler('c') }}", "${{ compiler('cxx') }}", "${{ stdlib('c') }}"]
  private let files = ["LICENSE": "Do what you like.\n"]
  /// A program that compiles where it runs, as GeNN does.
  private let generator = [
    "printf '#!/bin/sh\\nset -e\\ncd \"${TMPDIR}\"\\necho \"int main() {}\" >m.cc\\n"
      + "printf \"m: m.cc\\\\n\\\\tg++ -o m m.cc\\\\n\" >Makefile\\nmake\\n./m\\n' >$PREFIX/bin/faulty",
    "chmod +x $PREFIX/bin/faulty",
  ]

  private func expect(
    _ stage: Stage, _ message: String, line key: String, in recipe: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let bench = try await FaultBench(recipe: recipe, files: files)
    let failure = try await bench.failure()
    #expect(failure.stage == stage, "\(failure.errors)", sourceLocation: sourceLocation)
    let lines = recipe.split(separator: "\n", omittingEmptySubsequences: false)
    let line = (lines.firstIndex { $0.hasPrefix(key) } ?? -1) + 1
    #expect(
      failure.errors.contains { $0.hasPrefix("\(line): ") && $0.contains(message) },
      "\(failure.errors), line \(line)", sourceLocation: sourceLocation)
  }

  private let runsProgram = "  - script:\n      - faulty"

  @Test func runsWithWhatItDeclares() async throws {
    let bench = try await FaultBench(
      recipe: recipe(run: ["make", "cxx-compiler"], script: generator, tests: runsProgram),
      files: files)
    let failure = try await bench.failure()
    #expect(failure.stage == nil && failure.errors == [])
    #expect(failure.report.isRight)
  }

  /// The build's folders are gone when another requirement asks for a new package.
  @Test func changedRequirementAfterSuccess() async throws {
    let test = "  - script:\n      - 'true'"
    let script = ["touch $PREFIX/share/a"]
    let bench = try await FaultBench(recipe: recipe(script: script, tests: test), files: files)
    #expect(try await bench.run().isRight)
    try bench.write(recipe(run: ["make"], script: script, tests: test), to: "recipe.yaml")
    let report = try await bench.run()
    #expect(report.isRight, "\(report.allFindings)")
    let stages = report.outputs.flatMap(\.stages)
    #expect(!stages.contains { $0.stage <= .install && $0.isCached })
    #expect(stages.first { $0.stage == .package }?.facts["depends"] == "make")
  }

  @Test func noMakeAtRunTime() async throws {
    try await expect(
      .tests, "'make' is missing: 'make' is not among the run requirements", line: "  run:",
      in: recipe(build: ["make"], run: ["cxx-compiler"], script: generator, tests: runsProgram))
  }

  @Test func noCompilerAtRunTime() async throws {
    try await expect(
      .tests, "'g++' is missing: 'cxx-compiler' is not among the run requirements", line: "  run:",
      in: recipe(build: cxx, run: ["make"], script: generator, tests: runsProgram))
  }

  @Test func libraryThatIsNoDependency() async throws {
    // The run export would have brought it.
    try await expect(
      .inspect, "'bin/faulty' needs 'libffi.so.8', but 'libffi' is no run dependency",
      line: "  run:",
      in: recipe(
        build: cxx, host: ["libffi"],
        script: [
          "printf \"#include <ffi.h>\\nint main() { ffi_cif c; return ffi_prep_cif(&c, "
            + "FFI_DEFAULT_ABI, 0, &ffi_type_sint, 0) != FFI_OK; }\\n\" >a.cc",
          "$CXX $CXXFLAGS a.cc $LDFLAGS -lffi -o $PREFIX/bin/faulty",
        ],
        tests: runsProgram, extra: "  ignore_run_exports:\n    by_name:\n      - libffi"))
  }

  @Test func searchPathThatLeadsNowhere() async throws {
    try await expect(
      .inspect, "needs 'libfaulty.so', but no search path leads to", line: "  script:",
      in: recipe(
        build: cxx,
        script: [
          "mkdir -p $PREFIX/lib/faulty", "echo \"int f() { return 0; }\" >f.cc",
          "$CXX -fPIC -shared f.cc -o $PREFIX/lib/faulty/libfaulty.so",
          "echo \"int f(); int main() { return f(); }\" >a.cc",
          "$CXX a.cc -L$PREFIX/lib/faulty -lfaulty -o $PREFIX/bin/faulty",
        ], tests: runsProgram))
  }

  @Test func fileThatThePackageLacks() async throws {
    try await expect(
      .tests, "the package has no file 'lib/libbackend.so'", line: "tests:",
      in: recipe(
        script: ["touch $PREFIX/lib/other.txt"],
        tests: "  - package_contents:\n      files:\n        - lib/libbackend.so"))
  }

  @Test func testThatSkips() async throws {
    try await expect(
      .tests, "passes without having tested anything: not run: no device", line: "tests:",
      in: recipe(
        script: ["touch $PREFIX/lib/other.txt"],
        tests: "  - script:\n      - 'echo \"not run: no device\"'"))
  }

  @Test func linkScriptThatFails() async throws {
    try await expect(
      .scripts, "the post-link script fails", line: "  script:",
      in: recipe(
        script: ["echo exit 1 >$PREFIX/bin/.faulty-post-link.sh"],
        tests: "  - script:\n      - 'true'"))
  }

  @Test func activationThatStays() async throws {
    try await expect(
      .scripts, "deactivation leaves other variables", line: "  script:",
      in: recipe(
        script: [
          "mkdir -p $PREFIX/etc/conda/activate.d",
          "echo export FAULTY=1 >$PREFIX/etc/conda/activate.d/faulty.sh",
        ], tests: "  - script:\n      - 'true'"))
  }

  @Test func testThatFailsByItself() async throws {
    try await expect(
      .tests, "'exit 4' fails (exited(4))", line: "tests:",
      in: recipe(
        script: ["touch $PREFIX/lib/other.txt"], tests: "  - script:\n      - exit 4"))
  }
}
