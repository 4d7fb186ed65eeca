import Foundation
import Testing

/// `gennforge verify --all-variants`, several at one time, killed and taken up again.
@Suite(.enabled(if: VariantBench.isPossible, "\(VariantBench.hint)"), .serialized)
struct VerifyVariantsTests {
  @Test func tenAtOneTime() throws {
    let flavours = (0..<10).map { "f\($0)" }
    let bench = try VariantBench(flavours)
    let arguments = VariantBench.verify + ["--jobs", "4"]
    let outcome = try bench.tool.run(
      arguments + ["--html", "report.html", "--junit", "report.xml", "--json-file", "report.json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("tiny-"))
    #expect(outcome.output.contains("10 of 10 variants verified"))
    for flavour in flavours {
      #expect(outcome.output.contains("flavour=\(flavour) "))
      #expect(outcome.errors.contains("ok     flavour=\(flavour): tiny: build"))
      // Each with its own files.
      #expect(try bench.records(of: "tests")[flavour] != nil)
    }
    #expect(try bench.tool.text("report.xml").components(separatedBy: "<testsuite ").count == 21)
    #expect(try bench.tool.text("report.json").contains("\"verified\": true"))
    #expect(try bench.tool.text("report.html").contains("flavour=f9"))
    let again = try bench.tool.run(arguments)
    #expect(again.status == 0 && again.errors.components(separatedBy: "kept").count == 91)
  }

  @Test func someOfThem() throws {
    let bench = try VariantBench(["a", "bad"])
    let arguments = VariantBench.verify + ["--only"]
    #expect(try bench.tool.run(arguments + ["flavour=a"]).status == 0)
    let bad = try bench.tool.run(arguments + ["flavour=bad"])
    #expect(bad.status == 1 && bad.errors.contains("the build script fails (exited(3))"))
    let absent = try bench.tool.run(arguments + ["flavour=c"])
    #expect(absent.status == 1)
    #expect(absent.errors.contains("no variant is called 'flavour=c'"))
    #expect(absent.errors.contains("say one of flavour=a; flavour=bad"))
    // Together: one is kept, the other named.
    let both = try bench.tool.run(VariantBench.verify)
    #expect(both.status == 1 && both.output.contains("1 of 2 variants verified"))
    #expect(both.errors.contains("flavour=a: tiny: build        kept"))
  }

  @Test func shellOfTheFailedBuild() throws {
    let bench = try VariantBench(["bad"])
    #expect(try bench.tool.run(VariantBench.verify).status == 1)
    let shell = try bench.tool.run(
      "verify", "shell", "work", "--", "sh", "-c",
      "ls; echo $PKG_NAME $PREFIX; touch \"$PREFIX/x\" || exit 8; touch /usr/x 2>/dev/null || exit 9"
    )
    #expect(shell.status == 9, "\(shell.errors)")
    #expect(shell.output.hasPrefix("conda_build.sh") == false && shell.output.contains("made"))
    #expect(shell.output.contains("tiny ") && shell.output.contains("_h_env_placehold"))
    let none = try bench.tool.run("verify", "shell", "tiny")
    #expect(none.status == 1 && none.errors.contains("no build or test was run in"))
  }

  @Test func killedTool() throws {
    let bench = try VariantBench(["quick", "slow"])
    let arguments = VariantBench.verify + ["--jobs", "2"]
    let first = try bench.start(arguments, errors: "first.txt")
    try bench.wait(for: "the quick variant") {
      try bench.tool.text("first.txt").contains("flavour=quick: tiny: kernels")
    }
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    // What it started goes with it.
    try bench.wait(for: "the end of the children") {
      !bench.processes.contains { $0.words.first == "bwrap" }
    }
    let built = try #require(try bench.records(of: "build")["quick"])
    #expect(try bench.records(of: "build")["slow"] == nil)
    try bench.letSlowGo()
    let second = try bench.tool.run(arguments)
    #expect(second.status == 0, "\(second.errors)")
    #expect(second.errors.contains("flavour=quick: tiny: build        kept"))
    #expect(try bench.records(of: "build")["quick"] == built)
    #expect(try bench.records(of: "tests")["slow"] != nil)
  }
}
