import Foundation
import Testing

/// Tasks that Slurm holds would wait for good.
@Suite(.enabled(if: VariantBench.isPossible, "\(VariantBench.hint)"))
struct HeldTaskTests {
  private let arguments = VariantBench.verify + ["--executor", "slurm"]
  private let failed = "launch failed requeued held"

  @Test func releasedUntilItRuns() throws {
    let bench = try VariantBench(["a"])
    let slurm = try FakeSlurm(bench, reason: failed, releases: 2)
    let outcome = try bench.tool.run(arguments, slurm.environment)
    #expect(outcome.status == 0, "\(outcome.errors) \(slurm.text("log") ?? "")")
    for time in 1...2 {
      #expect(
        outcome.errors.contains("Slurm holds it (\(failed)), released (\(time) of 3)"),
        "\(outcome.errors)")
    }
    #expect(slurm.text("releases.told") == "release 7_0\nrelease 7_0\n")
    #expect(slurm.text("cancelled") == nil)
  }

  @Test func givenUpAfterThreeReleases() throws {
    let bench = try VariantBench(["a"])
    let slurm = try FakeSlurm(bench, reason: failed, releases: 100)
    let outcome = try bench.tool.run(arguments, slurm.environment)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("held and released 3 times (\(failed))"), "\(outcome.errors)")
    #expect(outcome.errors.contains("slurmd log"), "\(outcome.errors)")
    #expect(outcome.output.contains("not verified"))
    #expect(slurm.text("releases.told")?.split(separator: "\n").count == 3)
    #expect(slurm.text("cancelled") == "7_0\n")
  }

  /// What somebody holds, somebody else doesn't release.
  @Test func heldBySomebody() throws {
    let bench = try VariantBench(["a"])
    let slurm = try FakeSlurm(bench, reason: "JobHeldUser", releases: 1)
    let outcome = try bench.tool.run(
      arguments + ["--slurm-patience", "2"], slurm.environment)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("waiting for 'scontrol release 7_0'"), "\(outcome.errors)")
    #expect(outcome.errors.contains("s (JobHeldUser); it stays in the queue"), "\(outcome.errors)")
    #expect(slurm.text("releases.told") == nil && slurm.text("cancelled") == nil)
  }
}
