import Foundation
import Testing

/// `gennforge verify --executor slurm` on a real Slurm of one node.
@Suite(
  .enabled(if: SlurmCluster.isWanted, "set GENNFORGE_SLURM=1 to start a Slurm of one node"),
  .enabled(if: SlurmCluster.isPossible && VariantBench.isPossible, "\(SlurmCluster.hint)"),
  .serialized)
struct SlurmTests {
  private let arguments = VariantBench.verify + ["--executor", "slurm", "--jobs", "3"]

  @Test func killedToolWorkerAndDaemon() throws {
    let cluster = try SlurmCluster()
    let bench = try VariantBench(["a", "b", "slow"])
    let first = try bench.start(arguments, cluster.environment, errors: "first.txt")
    try bench.wait(for: "quick variants") {
      let records = try bench.records(of: "tests")
      return records["a"] != nil && records["b"] != nil
    }
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    let built = try bench.records(of: "build")

    // The worker of the slow one, and then the daemon.
    let worker = bench.processes.first { process in
      process.words.contains("flavour=slow") && process.words.contains("--only")
    }
    kill(try #require(worker).number, SIGKILL)
    cluster.killController()
    try bench.letSlowGo()

    let second = try bench.start(arguments, cluster.environment, errors: "second.txt")
    try bench.wait(for: "the word about the daemon") {
      try bench.tool.text("second.txt").contains("Slurm doesn't answer, waiting")
    }
    try cluster.startController()
    second.waitUntilExit()
    let errors = try bench.tool.text("second.txt")
    #expect(second.terminationStatus == 0, "\(errors)")
    for flavour in ["a", "b"] {
      #expect(errors.contains("flavour=\(flavour): verified, kept"), "\(errors)")
      #expect(try bench.records(of: "build")[flavour] == built[flavour])
    }
    #expect(errors.contains("flavour=slow: verified"), "\(errors)")

    let third = try bench.tool.run(arguments, cluster.environment)
    #expect(third.status == 0 && third.output.contains("3 of 3 variants verified"))
    #expect(third.errors.contains("flavour=slow: verified, kept"))
  }

  @Test func failedVariantsComeWithTheirFindings() throws {
    let cluster = try SlurmCluster()
    let bench = try VariantBench(["a", "bad"])
    let outcome = try bench.tool.run(
      arguments + ["--json-file", "report.json"], cluster.environment)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 of 2 variants verified"), "\(outcome.errors)")
    #expect(outcome.errors.contains("the build script fails (exited(3))"))
    #expect(try bench.tool.text("report.json").contains("\"variant\": \"flavour=bad\""))
    let refused = try bench.tool.run(
      arguments + ["--slurm-option=--partition=nobodys"], cluster.environment)
    #expect(refused.status == 1 && refused.errors.contains("Slurm does not take the job"))
  }
}
