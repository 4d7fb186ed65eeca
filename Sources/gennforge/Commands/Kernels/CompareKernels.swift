import ArgumentParser
import Diagnostics
import KernelCompiler
import SpikingModels
import Verifier

/// `gennforge kernels compare`
struct CompareKernels: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Run a network by several engines, and compare what they do.",
    discussion: """
      All engines get the same connectivity and initial values. Reference and C++ must be equal, spike \
      for spike and bit for bit; GeNN, too, unless the network draws random numbers while it runs: then \
      its rates must lie within four standard errors. Where GeNN computes functions such as exp in double \
      although scalar is float, all of them do. Without --scale and --duration a network is taken \
      at a size that suits the reference.
      """)

  @Option(
    help:
      "Engines, of which the first is what others are compared with; may be given more than once.")
  var engine: [KernelEngine] = []
  @OptionGroup var options: KernelOptions
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var shown: FindingOptions

  func run() async throws {
    let runner = try options.runner()
    let engines =
      engine.isEmpty ? [.reference, .cxx] + (runner.genn == nil ? [] : [.genn]) : engine
    let experiment = options.experiment(isSmall: engines.contains(.reference))
    let (layout, problems) = KernelRunner.layout(
      experiment.network,
      computesInDouble: engines.contains(.genn) && runner.genn?.computesInDouble == true)
    var findings = problems
    var comparisons: [KernelRunner.Comparison] = []
    if let layout {
      comparisons = await runner.compare(
        layout, steps: experiment.steps, criterion: experiment.criterion, by: engines,
        findings: &findings)
    }
    var all = Findings()
    all.add(contentsOf: findings)
    shown.show(all)
    if let layout {
      Terminal.print(
        json
          ? comparisons.json(layout, experiment).text(.pretty)
          : comparisons.text(layout, experiment))
    }
    let isRight =
      layout != nil && comparisons.count == engines.count
      && comparisons.allSatisfy { ![.differs, .failed].contains($0.outcome) }
    if !isRight { throw ExitCode(1) }
  }
}
