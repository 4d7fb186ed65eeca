import ArgumentParser
import Diagnostics
import KernelCompiler
import SpikingModels
import Verifier

/// `gennforge kernels run`
struct RunKernel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a network by one engine.",
    discussion: """
      Prints how many spikes each population had, and how long generating and compiling, and the \
      simulation itself took.
      """)

  @Option(help: "reference, cxx, cuda or genn.")
  var engine: KernelEngine = .cxx
  @OptionGroup var options: KernelOptions
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var plots: PlotOptions
  @OptionGroup var shown: FindingOptions

  func run() async throws {
    let experiment = options.experiment(isSmall: false)
    var runner = try options.runner()
    let (layout, problems) = KernelRunner.layout(
      experiment.network,
      computesInDouble: engine == .genn && runner.genn?.computesInDouble == true,
      drawsAll: engine != .cxx)
    var findings = Findings()
    findings.add(contentsOf: problems)
    guard let layout else {
      shown.show(findings)
      throw ExitCode(1)
    }
    do throws(Diagnostic) {
      runner.traced = try plots.traced(layout.network)
      let area = try WorkArea.make()
      defer { if !options.keep { area.remove() } }
      let run = try await runner.run(layout, steps: experiment.steps, by: engine, in: area)
      shown.show(findings)
      Terminal.print(
        json ? run.json(layout, experiment).text(.pretty) : run.text(layout, experiment))
      try plots.write(run.result, of: layout.network, experiment, traced: runner.traced)
      if options.keep { Terminal.warn("kept: \(area.path)\n") }
    } catch {
      findings.add(error)
      shown.show(findings)
      throw ExitCode(1)
    }
  }
}
