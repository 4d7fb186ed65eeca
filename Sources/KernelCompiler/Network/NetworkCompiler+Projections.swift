import Diagnostics
import SpikingModels

extension NetworkCompiler {
  mutating func check(
    _ projection: Projection, _ index: Int, _ populations: [CheckedPopulation]
  ) -> CheckedProjection? {
    let place = SourceLocation(projection.place)
    guard let source = find(projection.source, populations, place),
      let target = find(projection.target, populations, place)
    else { return nil }
    checkConnectivity(projection, populations[source].count, populations[target].count)
    let axonal = steps(projection.axonalDelay, "axonal", place)
    let back = steps(projection.backPropagationDelay, "back-propagation", place)
    let weights = checkWeights(
      projection, index, populations, source, target, axonal: axonal, back: back)
    let delaysOnDendrite = weights.synapse.values.contains {
      $0.use.outputs.contains(.addToPostDelay)
    }
    let slots = projection.mostDendriticSteps ?? 0
    if delaysOnDendrite, slots < 1 { report(.noDendriticSlots(projection.name, at: place)) }
    if !(0...Self.mostDelaySteps).contains(slots) {
      report(.delayOutOfRange("dendritic", Double(slots), Self.mostDelaySteps, at: place))
    }
    return CheckedProjection(
      name: projection.name, source: source, target: target, group: weights.group,
      connectivity: projection.connectivity, storage: projection.storage,
      builtRows: builtRows[index], axonalDelay: axonal,
      backPropagationDelay: back, dendriticSlots: delaysOnDendrite ? max(1, slots) : 0,
      targetInput: input(projection.targetInput, populations[target], place),
      sourceInput: input(projection.sourceInput, populations[source], place),
      postsynaptic: weights.postsynaptic, weights: weights.context,
      synapseCode: weights.synapse,
      neuronCode: weights.neuron, preEvent: weights.preEvent, postEvent: weights.postEvent,
      addsToPre: weights.synapse.values.contains { $0.use.outputs.contains(.addToPre) })
  }

  /// Longer delays are taken for mistakes: GeNN keeps a copy of every queued variable a step.
  static let mostDelaySteps = 65_535

  private mutating func find(
    _ name: String, _ populations: [CheckedPopulation], _ place: SourceLocation
  ) -> Int? {
    if let index = populations.firstIndex(where: { $0.name == name }) { return index }
    report(
      .unknownPopulation(
        name, suggestion: nearest(to: name, in: populations.map(\.name)), at: place))
    return nil
  }

  private mutating func steps(_ delay: Delay, _ what: String, _ place: SourceLocation) -> Int {
    let steps: Double
    switch delay {
    case .steps(let count): steps = Double(count)
    case .milliseconds(let time):
      steps = (time / timeStep).rounded()
      // 1.5 / 0.1 is not 15 in binary.
      if abs(steps * timeStep - time) > 1e-9 * max(1, abs(time)) {
        report(.delayNotWholeSteps(what, time, timeStep, at: place))
      }
    }
    guard steps >= 0, steps <= Double(Self.mostDelaySteps) else {
      report(.delayOutOfRange(what, steps, Self.mostDelaySteps, at: place))
      return 0
    }
    return Int(steps)
  }

  private mutating func input(
    _ name: String, _ population: CheckedPopulation, _ place: SourceLocation
  ) -> Int {
    if let index = population.inputs.firstIndex(where: { $0.name == name }) { return index }
    report(
      .unknownInput(
        name, population.name,
        suggestion: nearest(to: name, in: population.inputs.map(\.name)), at: place))
    return 0
  }

  /// The postsynaptic model of a projection.
  mutating func checkPostsynaptic(
    _ projection: Projection, _ index: Int, _ target: CheckedPopulation
  ) -> CheckedSnippet {
    let model = projection.postsynaptic
    var context = context(
      model, and: model.neuronReferences.map(\.nameAndPlace), .postsynaptic(index),
      count: target.count)
    context.slots += model.neuronReferences.compactMap {
      resolve($0, in: target.code.context, .own)
    }
    let scope = self.scope(context, .postsynaptic)
    return statements(model.simulation, "simulation", context, scope, model.place)
  }
}
