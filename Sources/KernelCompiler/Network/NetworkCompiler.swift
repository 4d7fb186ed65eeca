package import Diagnostics
package import SpikingModels

/// Checks a network and prepares it for the engines.
///
///     let (network, findings) = NetworkCompiler.compile(experiment.network)
///
/// There is no network if a finding is an error.
package struct NetworkCompiler {
  var findings: [Diagnostic] = []
  let network: Network
  let scalar: NumericType
  let timeStep: Double
  let computesInDouble: Bool
  var columns: [Column] = []
  private var groups = 0
  /// By projection: synapses that code has added.
  var builtRows: [Int: SynapseRows] = [:]

  /// - Parameter computesInDouble: whether functions of real numbers compute in double whatever
  ///   their arguments' type is, as GeNN's single-threaded backend has it: its generated code calls
  ///   the C library's `exp` and `fabs`. Only then are single precision results equal to its.
  package static func compile(
    _ network: Network, computesInDouble: Bool = false
  ) -> (network: CheckedNetwork?, findings: [Diagnostic]) {
    var compiler = NetworkCompiler(network, computesInDouble: computesInDouble)
    compiler.checkFrame()
    let checked = compiler.check()
    let isRight = !compiler.findings.contains { $0.severity == .error }
    return (isRight ? checked : nil, compiler.findings)
  }

  private init(_ network: Network, computesInDouble: Bool) {
    self.network = network
    self.computesInDouble = computesInDouble
    scalar = network.precision == .float ? .float : .double
    timeStep = network.dt.inMilliseconds
  }

  /// The next number of a group.
  mutating func nextGroup() -> Int {
    groups += 1
    return groups - 1
  }

  mutating func report(_ finding: Diagnostic) { findings.append(finding) }

  private mutating func check() -> CheckedNetwork? {
    var populations: [CheckedPopulation] = []
    for (index, population) in network.populations.enumerated() {
      guard let checked = check(population, index) else { continue }
      populations.append(checked)
    }
    guard populations.count == network.populations.count else { return nil }
    var projections: [CheckedProjection] = []
    for (index, projection) in network.projections.enumerated() {
      guard let checked = check(projection, index, populations) else { continue }
      populations[checked.target].incoming.append(projections.count)
      populations[checked.source].outgoing.append(projections.count)
      projections.append(checked)
    }
    guard projections.count == network.projections.count else { return nil }
    let updates = network.customUpdates.enumerated().compactMap { index, update in
      check(update, index, populations, projections)
    }
    keepWhatIsUsed(&populations, &projections)
    return CheckedNetwork(
      network: network, scalar: scalar, timeStep: RealLiteral.value(timeStep, as: scalar),
      computesInDouble: computesInDouble, populations: populations, projections: projections,
      customUpdates: updates, columns: columns)
  }

  private mutating func checkFrame() {
    let place = SourceLocation(network.place)
    checkName(network.name, "network", network.place)
    if !(timeStep > 0 && timeStep.isFinite) { report(.timeStepNotPositive(timeStep, at: place)) }
    if network.seed == 0 { report(.seedIsZero(at: place)) }
    if network.populations.isEmpty { report(.emptyNetwork(network.name, at: place)) }
    var names: Set<String> = []
    for population in network.populations {
      checkName(population.name, "population", population.place)
      let sources = population.currentSources.map {
        ($0.name, "\(population.name)_\($0.name)", $0.place)
      }
      for (name, whole, place) in [(population.name, population.name, population.place)] + sources {
        if !names.insert(whole).inserted { report(.nameTaken(name, at: SourceLocation(place))) }
      }
    }
    let others =
      network.projections.map { ($0.name, "projection", $0.place) }
      + network.customUpdates.map { ($0.name, "custom update", $0.place) }
    for (name, what, place) in others {
      checkName(name, what, place)
      if !names.insert(name).inserted { report(.nameTaken(name, at: SourceLocation(place))) }
    }
  }
}
