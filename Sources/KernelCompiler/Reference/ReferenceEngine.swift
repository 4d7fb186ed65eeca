package import Diagnostics
import SpikingModels

/// Simulates a network in Swift, neuron by neuron, in the order that GeNN's generated code follows:
/// current sources, `simulation`, the threshold test, and `reset` where it holds.
///
/// This is what the other engines are compared with, so it does nothing cleverly.
package struct ReferenceEngine {
  private let network: CheckedNetwork
  /// By population and neuron.
  private var neurons: [[NeuronState]]
  private var spikes: [Spike] = []

  private struct NeuronState {
    var variables: [Value]
    /// By current source.
    var sources: [[Value]]
  }

  /// More than this takes too long to interpret.
  static let mostNeurons = 1_000_000

  /// Runs the network; where C would leave a result undefined or a variable stops being a finite
  /// number, that is a finding with population, neuron and time.
  package static func run(
    _ network: CheckedNetwork, steps: Int
  ) throws(Diagnostic) -> SimulationResult {
    let count = network.populations.reduce(0) { $0 + $1.count }
    guard count <= mostNeurons else {
      throw .tooManyNeurons(count, at: SourceLocation(network.network.place))
    }
    var engine = ReferenceEngine(network)
    for step in 0..<max(0, steps) { try engine.advance(step) }
    return SimulationResult(spikes: engine.spikes, state: engine.state)
  }

  private init(_ network: CheckedNetwork) {
    self.network = network
    neurons = network.populations.map { population in
      let variables = population.variables.map { $0.initialValues(population.count) }
      let sources = population.currentSources.map { source in
        source.variables.map { $0.initialValues(population.count) }
      }
      return (0..<population.count).map { neuron in
        NeuronState(
          variables: variables.map { $0[neuron] },
          sources: sources.map { $0.map { $0[neuron] } })
      }
    }
  }

  private mutating func advance(_ step: Int) throws(Diagnostic) {
    for (index, population) in network.populations.enumerated() {
      for neuron in 0..<population.count {
        try update(neuron, of: population, index, step)
      }
    }
  }

  private mutating func update(
    _ neuron: Int, of population: CheckedPopulation, _ index: Int, _ step: Int
  ) throws(Diagnostic) {
    var state = neurons[index][neuron]
    let moment = Moment(
      population: population.name, neuron: neuron, step: step,
      time: network.time(ofStep: step))
    func frame(_ variables: [Value], _ parameters: [CheckedParameter], _ locals: [Local]) -> Frame {
      Frame(
        parameters: parameters.map(\.value), variables: variables,
        locals: locals.map { .zero($0.type) }, inputCurrent: .zero(network.scalar),
        time: moment.time, timeStep: network.timeStep,
        neuron: .integer(Int128(neuron), .uint32),
        neuronCount: .integer(Int128(population.count), .uint32))
    }
    var input = Value.zero(network.scalar)
    for (number, source) in population.currentSources.enumerated() {
      var interpreter = Interpreter(
        frame: frame(state.sources[number], source.parameters, source.locals),
        source: source.injection.source)
      interpreter.frame.inputCurrent = input
      do {
        try interpreter.run(source.injection.statements, of: source.injection.source)
      } catch {
        throw .undefinedResult(error, moment, at: interpreter.place)
      }
      state.sources[number] = interpreter.frame.variables
      try check(source.variables, state.sources[number], moment, source.injection.source)
      input = interpreter.frame.inputCurrent
    }
    var interpreter = Interpreter(
      frame: frame(state.variables, population.parameters, population.code.locals),
      source: population.code.simulation.source)
    interpreter.frame.inputCurrent = input
    do {
      if try interpreter.update(population.code) {
        spikes.append(Spike(step: step, population: index, neuron: neuron))
      }
    } catch {
      throw .undefinedResult(error, moment, at: interpreter.place)
    }
    state.variables = interpreter.frame.variables
    neurons[index][neuron] = state
    try check(population.variables, state.variables, moment, population.code.simulation.source)
  }

  private func check(
    _ variables: [CheckedVariable], _ values: [Value], _ moment: Moment, _ source: SnippetSource
  ) throws(Diagnostic) {
    for (variable, value) in zip(variables, values) where !value.isFinite {
      throw .notFinite(variable.name, value, moment, at: source.location(at: 0))
    }
  }

  private var state: [StateColumn] {
    var columns: [StateColumn] = []
    for (index, population) in network.populations.enumerated() {
      for (number, variable) in population.variables.enumerated() where !variable.isReadOnly {
        columns.append(
          StateColumn(
            population: index, source: nil, variable: variable.name, type: variable.type,
            values: neurons[index].map { $0.variables[number] }))
      }
      for (place, source) in population.currentSources.enumerated() {
        for (number, variable) in source.variables.enumerated() where !variable.isReadOnly {
          columns.append(
            StateColumn(
              population: index, source: source.name, variable: variable.name, type: variable.type,
              values: neurons[index].map { $0.sources[place][number] }))
        }
      }
    }
    return columns
  }
}
