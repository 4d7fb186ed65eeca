import KernelCompiler
import SpikingModels

/// How far the rates of two runs lie apart, in standard errors.
///
/// Each run is cut into ten parts. The rates of a population in these parts give the standard error
/// of its mean, whatever the correlations between neurons are (the method of batch means); parts
/// must be longer than the correlations in time.
struct RateDifference {
  /// Of the population with the largest difference.
  private(set) var population = ""
  private(set) var errors = 0.0
  private(set) var rates = (0.0, 0.0)

  /// Of a normal distribution, 6 of 100,000 lie beyond.
  static let mostErrors = 4.0
  private static let parts = 10

  init(
    _ one: SimulationResult, _ other: SimulationResult, in network: CheckedNetwork, steps: Int
  ) {
    for (index, population) in network.populations.enumerated() {
      let (a, b) = (Self.rate(one, index, steps), Self.rate(other, index, steps))
      let difference = abs(a.mean - b.mean)
      let error = (a.error * a.error + b.error * b.error).squareRoot()
      let errors = difference == 0 ? 0 : difference / error
      guard errors >= self.errors else { continue }
      let seconds = Double(steps) * network.network.dt.inMilliseconds / 1000
      let scale = 1 / (Double(population.count) * seconds)
      (self.population, self.errors) = (population.name, errors)
      rates = (a.mean * Double(Self.parts) * scale, b.mean * Double(Self.parts) * scale)
    }
  }

  var isWithinBounds: Bool { errors <= Self.mostErrors }

  var inWords: String {
    func tenths(_ x: Double) -> String {
      guard x.isFinite, x < 1e12 else { return "\(x)" }
      let number = Int((x * 10).rounded())
      return "\(number / 10).\(number % 10)"
    }
    return
      "rates of '\(population)' are \(tenths(rates.0)) and \(tenths(rates.1)) Hz, \(tenths(errors)) standard errors apart"
  }

  /// Spikes in a part: their mean, and its standard error.
  private static func rate(
    _ result: SimulationResult, _ population: Int, _ steps: Int
  ) -> (mean: Double, error: Double) {
    var counts = Array(repeating: 0.0, count: parts)
    for spike in result.spikes where spike.population == population {
      counts[min(parts - 1, spike.step * parts / max(1, steps))] += 1
    }
    let mean = counts.reduce(0, +) / Double(parts)
    let squares = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(parts * (parts - 1))).squareRoot())
  }
}
