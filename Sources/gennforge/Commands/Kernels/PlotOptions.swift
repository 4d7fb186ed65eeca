import ArgumentParser
import Diagnostics
import Disk
import KernelCompiler
import Plots
import SpikingModels
import Verifier

/// Whether a run is drawn, and what of it.
struct PlotOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Draw what happened, as .svg or .png.", valueName: "file"))
  var plot: String?
  @Option(
    help: "What to draw: raster, trace or rates; all if not given. May be given more than once.")
  var panel: [NetworkPlot.Content] = []
  @Option(
    help: ArgumentHelp(
      "A variable to keep after each step, POPULATION.VARIABLE or POPULATION.VARIABLE:NEURON; with "
        + "--plot and --panel trace the first V if not given. May be given more than once.",
      valueName: "variable"))
  var trace: [String] = []

  func validate() throws {
    if let plot, !plot.hasSuffix(".svg"), !plot.hasSuffix(".png") {
      throw ValidationError("--plot needs a name that ends in .svg or .png")
    }
    if plot == nil, !panel.isEmpty { throw ValidationError("--panel needs --plot") }
  }

  private var contents: [NetworkPlot.Content] {
    panel.isEmpty ? NetworkPlot.Content.allCases : panel
  }

  /// The named variables, or one that shows most networks well.
  func traced(_ network: CheckedNetwork) throws(Diagnostic) -> [TracedVariable] {
    guard trace.isEmpty else {
      var traced: [TracedVariable] = []
      for name in trace { traced.append(try variable(name, network)) }
      return traced
    }
    return plot != nil && contents.contains(.trace) ? NetworkPlot.usualTraces(of: network) : []
  }

  private func variable(
    _ text: String, _ network: CheckedNetwork
  ) throws(Diagnostic) -> TracedVariable {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let names = network.traceableColumns.map { column in
      let (group, name) = network.place(of: network.columns[column])
      return "\(group).\(name)"
    }
    guard let name = parts.first, let place = names.firstIndex(of: String(name)) else {
      throw .nothingToTrace(text, names)
    }
    let column = network.traceableColumns[place]
    let count = network.neuronCount(column)
    guard parts.count == 1 || Int(parts[1]).map({ (0..<count).contains($0) }) == true else {
      throw .noNeuronToTrace(text, count)
    }
    return TracedVariable(column: column, neuron: parts.count == 1 ? 0 : Int(parts[1]) ?? 0)
  }

  /// Draws the run, if that was asked for.
  func write(
    _ result: SimulationResult, of network: CheckedNetwork, _ experiment: Experiment,
    traced: [TracedVariable]
  ) throws(Diagnostic) {
    guard let plot else { return }
    let figure = NetworkPlot(network, result, steps: experiment.steps, traced: traced)
      .figure(contents)
    do {
      try DiskFile(plot).write(plot.hasSuffix(".svg") ? Array(figure.svg.utf8) : figure.png)
    } catch {
      throw .plotNotWritten(error.description)
    }
  }
}

extension NetworkPlot.Content: ExpressibleByArgument {}

extension Diagnostic {
  fileprivate static func nothingToTrace(_ name: String, _ known: [String]) -> Self {
    Diagnostic(
      .error, at: nil, "there is no variable '\(name)' to trace",
      remedy: nearest(to: name, in: known).map { "did you mean '\($0)'?" }
        ?? (known.isEmpty
          ? "this network has none that change"
          : "use one of: \(known.prefix(12).joined(separator: ", "))"))
  }

  fileprivate static func noNeuronToTrace(_ name: String, _ count: Int) -> Self {
    Diagnostic(
      .error, at: nil, "there is no neuron '\(name)'",
      remedy: "use a number from 0 to \(count - 1) behind the colon")
  }

  fileprivate static func plotNotWritten(_ reason: String) -> Self {
    Diagnostic(.error, at: nil, reason, remedy: "choose another place for the plot")
  }
}
