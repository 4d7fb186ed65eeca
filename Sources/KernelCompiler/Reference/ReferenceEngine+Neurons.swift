import Diagnostics
import SpikingModels

extension ReferenceEngine {
  mutating func updateNeurons(_ index: Int) throws(Diagnostic) {
    let population = network.populations[index]
    let yesterday = (step + population.spikeSlots - 1) % population.spikeSlots
    let before = (try? Arithmetic.apply(.subtract, time, network.timeStep)) ?? time
    if let column = population.previousSpikeTimes {
      for neuron in spikes[index][yesterday] { columns[column][neuron] = before }
    }
    spikes[index][step % population.spikeSlots] = []
    for projection in population.outgoing {
      preEvents[projection] = startEvents(
        network.projections[projection].preEvent, preEvents[projection], before)
    }
    for projection in population.incoming {
      postEvents[projection] = startEvents(
        network.projections[projection].postEvent, postEvents[projection], before)
    }
    for neuron in 0..<population.count { try update(neuron, of: population, index) }
  }

  private mutating func startEvents(
    _ event: CheckedEvent?, _ ring: [[Int]], _ before: Value
  ) -> [[Int]] {
    guard let event else { return ring }
    if let column = event.previousTimes {
      for neuron in ring[(step + ring.count - 1) % ring.count] { columns[column][neuron] = before }
    }
    var ring = ring
    ring[step % ring.count] = []
    return ring
  }

  private mutating func update(
    _ neuron: Int, of population: CheckedPopulation, _ index: Int
  ) throws(Diagnostic) {
    func element() -> String { "neuron \(neuron) of '\(population.name)'" }
    var inputs = population.inputs.map(\.start)
    for projection in population.incoming {
      try receive(projection, neuron, population, &inputs, element)
    }
    for projection in population.outgoing where network.projections[projection].addsToPre {
      let input = network.projections[projection].sourceInput
      inputs[input] = sum(inputs[input], returned[projection][neuron])
      returned[projection][neuron] = .zero(network.scalar)
    }
    for source in population.currentSources {
      let input = inputs[0]
      inputs[0] = try run(
        source.injection, Elements(own: neuron), count: population.count, element,
        prepare: { $0.inputCurrent = input }
      ).frame.inputCurrent
    }
    try update(neuron, population, index, inputs, element)
  }

  /// The postsynaptic model of one projection.
  private mutating func receive(
    _ index: Int, _ neuron: Int, _ population: CheckedPopulation, _ inputs: inout [Value],
    _ element: () -> String
  ) throws(Diagnostic) {
    let projection = network.projections[index]
    var sum = arrived[index][neuron]
    if projection.dendriticSlots > 0 {
      let front = step % projection.dendriticSlots
      sum = self.sum(sum, onDendrites[index][front][neuron])
      onDendrites[index][front][neuron] = .zero(network.scalar)
    }
    let input = inputs[projection.targetInput]
    let frame = try run(
      projection.postsynaptic, Elements(own: neuron), count: population.count, element,
      prepare: {
        $0.inputCurrent = input
        $0.builtIns[.arrived] = sum
      }
    ).frame
    arrived[index][neuron] = frame.builtIns[.arrived] ?? sum
    inputs[projection.targetInput] = frame.inputCurrent
  }

  /// The neuron's own model, and in between what weight update models do for each neuron.
  private mutating func update(
    _ neuron: Int, _ population: CheckedPopulation, _ index: Int, _ inputs: [Value],
    _ element: () -> String
  ) throws(Diagnostic) {
    let code = population.code
    let elements = Elements(own: neuron)
    let place = code.simulation.source.location(at: 0)
    var start = frame(code.context, code.locals, elements, count: population.count)
    start.inputCurrent = inputs[0]
    start.inputs = Array(inputs.dropFirst())
    var interpreter = Interpreter(
      frame: start, source: code.simulation.source,
      host: ReferenceHost(stream: stream(code.context, neuron), scalar: network.scalar))
    let wasAbove =
      code.isAutoRefractory ? try holds(code.threshold, &interpreter, element) : false
    try run(code.simulation, &interpreter, element)
    try store(interpreter.frame, code.context, elements, place, element)
    try runWeights(population, neuron, .preDynamics, .postDynamics, element)
    try findEvents(population, neuron, element)
    reload(&interpreter.frame, code.context, elements)
    guard try holds(code.threshold, &interpreter, element), !wasAbove else { return }
    try runWeights(population, neuron, .preSpike, .postSpike, element)
    record.append(Spike(step: step, population: index, neuron: neuron))
    spikes[index][step % population.spikeSlots].append(neuron)
    if let column = population.spikeTimes { columns[column][neuron] = time }
    reload(&interpreter.frame, code.context, elements)
    try run(code.reset, &interpreter, element)
    try store(interpreter.frame, code.context, elements, place, element)
  }

  private func run(
    _ code: CheckedStatements, _ interpreter: inout Interpreter<ReferenceHost>,
    _ element: () -> String
  ) throws(Diagnostic) {
    do throws(Fault) {
      try interpreter.run(code.statements, of: code.source)
    } catch {
      throw .undefinedResult(
        error, Moment(element: element(), step: step, time: time), at: interpreter.place)
    }
  }

  private func holds(
    _ condition: CheckedCondition?, _ interpreter: inout Interpreter<ReferenceHost>,
    _ element: () -> String
  ) throws(Diagnostic) -> Bool {
    guard let condition else { return false }
    do throws(Fault) {
      // So that a fault is reported in the condition.
      try interpreter.run([], of: condition.source)
      return try interpreter.evaluate(condition.condition).isTrue
    } catch {
      throw .undefinedResult(
        error, Moment(element: element(), step: step, time: time), at: interpreter.place)
    }
  }

  /// Weight update models may have written the neuron's variables.
  private func reload(_ frame: inout Frame, _ context: SnippetContext, _ elements: Elements) {
    for (index, slot) in context.slots.enumerated() {
      frame.variables[index] = columns[slot.column][elements.own]
    }
  }

  /// Code of a neuron in weight update models: of projections that begin here, then of those that
  /// end here.
  private mutating func runWeights(
    _ population: CheckedPopulation, _ neuron: Int, _ pre: WeightUpdateModel.Moment,
    _ post: WeightUpdateModel.Moment, _ element: () -> String
  ) throws(Diagnostic) {
    let snippets =
      population.outgoing.compactMap { network.projections[$0].neuronCode[pre] }
      + population.incoming.compactMap { network.projections[$0].neuronCode[post] }
    for snippet in snippets {
      _ = try run(snippet, Elements(own: neuron), count: population.count, element)
    }
  }

  private mutating func findEvents(
    _ population: CheckedPopulation, _ neuron: Int, _ element: () -> String
  ) throws(Diagnostic) {
    for index in population.outgoing {
      guard let event = network.projections[index].preEvent,
        try holds(event.threshold, neuron, count: population.count, element)
      else { continue }
      preEvents[index][step % preEvents[index].count].append(neuron)
      if let column = event.times { columns[column][neuron] = time }
    }
    for index in population.incoming {
      guard let event = network.projections[index].postEvent,
        try holds(event.threshold, neuron, count: population.count, element)
      else { continue }
      postEvents[index][step % postEvents[index].count].append(neuron)
      if let column = event.times { columns[column][neuron] = time }
    }
  }
}
