import Diagnostics
import Foundation
import Testing

@testable import Verifier

/// The conda environment, with packages that need nobody else's.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["GENNFORGE_PYTHON"] != nil,
    "GENNFORGE_PYTHON names no Python with rattler-build (make setup)"))
struct CondaVerificationTests {
  private func recipe(needing name: String) -> String {
    """
    schema_version: 1
    recipe:
      name: pair
      version: "1.0"
    outputs:
      - package:
          name: first
        build:
          script:
            - echo words >$PREFIX/share/first.txt
      - package:
          name: second
        build:
          script:
            - echo words >$PREFIX/share/second.txt
        requirements:
          run:
            - \(name)
        tests:
          - script:
              - test -e $PREFIX/share/first.txt
    about:
      license: MIT
      license_file: LICENSE
    """.replacing("- echo", with: "- mkdir -p $PREFIX/share && echo")
  }

  private func verify(_ recipe: String) async throws -> VerificationReport {
    let bench = try await FaultBench(
      recipe: recipe, files: ["LICENSE": "Do what you like.\n"])
    return await CondaVerification(
      try bench.plan(), bench.settings, channels: [], python: FaultBench.program
    ).run()
  }

  @Test func packagesThatNeedEachOther() async throws {
    let report = try await verify(recipe(needing: "first"))
    #expect(report.isRight, "\(report.allFindings)")
    #expect(report.outputs.map { $0.name.prefix(6) } == ["fault-", "first-", "second"])
    let stages = report.outputs.last?.stages ?? []
    #expect(stages.map(\.stage) == [.install, .inspect, .tests])
    #expect(stages.first?.facts["installed"]?.contains("first 1.0") == true)
    #expect(stages.last?.checks.map(\.isRight) == [true])
  }

  @Test func requirementThatNoChannelHas() async throws {
    let report = try await verify(recipe(needing: "nobodys-package"))
    #expect(!report.isRight)
    let finding = report.allFindings.first { $0.severity == .error }
    #expect(finding?.message.contains("could not install") == true)
    #expect(finding?.notes.contains { $0.message.contains("nobodys-package") } == true)
  }
}
