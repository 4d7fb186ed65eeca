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
  private let other: SimulationResult?

  /// - Parameter other: another run of the same network: what only this one has is drawn in red.
  package init(
    _ network: CheckedNetwork, _ result: SimulationResult, steps: Int,
    traced: [TracedVariable] = [], comparedWith other: SimulationResult? = nil
  ) {
    self.network = network
    self.result = result
    self.steps = max(1, steps)
    self.traced = traced
    self.other = other
  }

  /// What shows most networks well: the first population's V.
  package static func usualTraces(of network: CheckedNetwork) -> [TracedVariable] {
    let voltages = network.populations.lazy.compactMap { network.traceableColumn("V", of: $0.name) }
    return voltages.prefix(1).map { TracedVariable(column: $0, neuron: 0) }
  }

  /// Panels below one another, in the order asked for.
  ///
  /// - Parameter engine: whose run it is, for the title.
  package func figure(
    _ contents: [Content], by engine: String? = nil, width: Double = 960
  ) -> Figure {
    Figure(
      (engine.map { "\($0): " } ?? "")
        + "\(network.name), \(network.scalar.rawValue), \(result.spikes.count) spikes",
      contents.flatMap { content in
        switch content {
        case .raster: [raster]
        case .trace: traces
        case .rates: [rates]
        }
      }, width: width)
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
    let others = other.map { Set($0.spikes) }
    var points = network.populations.map { _ in [Panel.Point]() }
    var own: [Panel.Point] = []
    for spike in result.spikes {
      let isOwn = others?.contains(spike) == false && own.count < Self.mostStrokes
      // Differences are shown of all neurons.
      guard isOwn || spike.neuron % stride == 0 else { continue }
      // The first population is on top.
      let place = first[spike.population] + spike.neuron / stride
      let point = Panel.Point(Double(spike.step) * dt, Double((row - 1 - place) * stride))
      if isOwn { own.append(point) } else { points[spike.population].append(point) }
    }
    let shown = stride == 1 ? "" : ", every \(Self.ordinal(stride)) neuron"
    return Panel(
      "Spikes" + shown, x: "time (ms)", milliseconds, y: "neurons",
      0...Double(row * stride), height: min(360, max(80, Double(row) * 6)),
      series: network.populations.indices.map { index in
        Panel.Series(
          network.populations[index].name, color: color(index),
          .strokes(points[index], height: Double(stride)))
      }
        + (own.isEmpty
          ? [] : [.init("only here", color: .alarm, .strokes(own, height: Double(stride)))]))
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
        series: shown.enumerated().flatMap { number, trace in
          let points = trace.1.enumerated().map {
            Panel.Point(Double($0 + 1) * dt, $1)
          }
          let line = Panel.Series(
            "neuron \(trace.0.neuron)", color: color(number), .line(points))
          guard let start = firstDifference(trace.0, trace.1) else { return [line] }
          return [line, .init("differs", color: .alarm, .line(Array(points[start...])))]
        })
    }
  }

  /// The step from which on a trace is another one than the other run's.
  private func firstDifference(_ variable: TracedVariable, _ trace: [Double]) -> Int? {
    guard let other, let index = traced.firstIndex(of: variable),
      other.traces.indices.contains(index)
    else { return nil }
    // NaN equals NaN here.
    return zip(trace, other.traces[index]).enumerated().first {
      $0.element.0 != $0.element.1 && !($0.element.0.isNaN && $0.element.1.isNaN)
    }?.offset
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
