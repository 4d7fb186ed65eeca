package import KernelCompiler
package import Plots
import SpikingModels

/// What a run of a network looks like.
package struct NetworkPlot: Sendable {
  /// What can be shown of a run.
  package enum Content: String, Hashable, Sendable, CaseIterable {
    /// A stroke for each spike: time to the right, neurons upwards.
    case raster
    /// Traced variables over time.
    case trace
    /// How many neurons have which rate.
    case rates
  }

  private let network: CheckedNetwork
  private let result: SimulationResult
  private let steps: Int
  private let traced: [TracedVariable]

  package init(
    _ network: CheckedNetwork, _ result: SimulationResult, steps: Int,
    traced: [TracedVariable] = []
  ) {
    self.network = network
    self.result = result
    self.steps = max(1, steps)
    self.traced = traced
  }

  /// Panels below one another, in the order asked for.
  package func figure(_ contents: [Content]) -> Figure {
    Figure(
      "\(network.name), \(network.scalar.rawValue), \(result.spikes.count) spikes",
      contents.flatMap { content in
        switch content {
        case .raster: [raster]
        case .trace: traces
        case .rates: [rates]
        }
      })
  }

  private var dt: Double { network.network.dt.inMilliseconds }
  private var milliseconds: ClosedRange<Double> { 0...Double(steps) * dt }

  private func color(_ population: Int) -> Color { .number(population) }

  // MARK: Raster

  /// More rows than pixels, or files of many megabytes, help nobody.
  private static let mostRows = 600
  private static let mostStrokes = 60_000

  /// Every nth neuron of each population.
  private var stride: Int {
    let neurons = network.populations.reduce(0) { $0 + $1.count }
    return max(
      1, (neurons + Self.mostRows - 1) / Self.mostRows,
      (result.spikes.count + Self.mostStrokes - 1) / Self.mostStrokes)
  }

  private var raster: Panel {
    let stride = stride
    var first: [Int] = []
    var row = 0
    for population in network.populations {
      first.append(row)
      row += (population.count + stride - 1) / stride
    }
    var points = network.populations.map { _ in [Panel.Point]() }
    for spike in result.spikes where spike.neuron % stride == 0 {
      // The first population is on top.
      let place = first[spike.population] + spike.neuron / stride
      points[spike.population].append(
        .init(Double(spike.step) * dt, Double((row - 1 - place) * stride)))
    }
    let shown = stride == 1 ? "" : ", every \(Self.ordinal(stride)) neuron"
    return Panel(
      "Spikes" + shown, x: "time (ms)", milliseconds, y: "neurons",
      0...Double(row * stride), height: min(360, max(80, Double(row) * 6)),
      series: network.populations.indices.map { index in
        Panel.Series(
          network.populations[index].name, color: color(index),
          .strokes(points[index], height: Double(stride)))
      })
  }

  private static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  // MARK: Traces

  /// A panel for each column.
  private var traces: [Panel] {
    var columns: [Int] = []
    for variable in traced where !columns.contains(variable.column) {
      columns.append(variable.column)
    }
    return columns.map { column in
      let (group, name) = network.place(of: network.columns[column])
      let shown = zip(traced, result.traces).filter { $0.0.column == column }
      let numbers = shown.flatMap(\.1)
      let range = (numbers.min() ?? 0)...(numbers.max() ?? 0)
      return Panel(
        "\(name) of '\(group)'", x: "time (ms)", milliseconds, y: name, Self.padded(range),
        height: 200,
        series: shown.enumerated().map { number, trace in
          Panel.Series(
            "neuron \(trace.0.neuron)", color: color(number),
            .line(trace.1.enumerated().map { .init(Double($0 + 1) * dt, $1) }))
        })
    }
  }

  private static func padded(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let margin = 0.05 * (range.upperBound - range.lowerBound)
    return range.lowerBound - margin...range.upperBound + margin
  }

  // MARK: Rates

  /// Spikes a neuron over the run's time, in columns as wide as one spike or a thirtieth of the
  /// range, whichever is more.
  private var rates: Panel {
    var counts = network.populations.map { Array(repeating: 0, count: $0.count) }
    for spike in result.spikes { counts[spike.population][spike.neuron] += 1 }
    let most = counts.joined().max() ?? 0
    let spikes = max(1, (most + 29) / 30)
    let width = Double(spikes) / (Double(steps) * dt / 1000)
    let columns = most / spikes + 1
    let shares = counts.map { counts in
      var shares = Array(repeating: 0.0, count: columns)
      for count in counts { shares[count / spikes] += 100 / Double(counts.count) }
      return shares
    }
    return Panel(
      "Rates", x: "rate (Hz)", 0...Double(columns) * width, y: "neurons (%)",
      0...1.05 * (shares.joined().max() ?? 1), height: 180,
      series: zip(network.populations.indices, shares).map { index, shares in
        Panel.Series(
          network.populations[index].name, color: color(index),
          .steps(shares, from: 0, width: width))
      })
  }
}
