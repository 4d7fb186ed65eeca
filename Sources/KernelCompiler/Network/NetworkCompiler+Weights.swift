import Diagnostics
import SpikingModels

/// What the models of a projection come to.
struct CheckedWeights {
  var group: Int
  var context: SnippetContext
  var postsynaptic: CheckedSnippet
  var synapse: [WeightUpdateModel.Moment: CheckedSnippet] = [:]
  var neuron: [WeightUpdateModel.Moment: CheckedSnippet] = [:]
  var preEvent: CheckedEvent?
  var postEvent: CheckedEvent?
}

extension NetworkCompiler {
  /// The three places from which snippets of a weight update model look at the network.
  private struct Sides {
    var synapse: SnippetContext
    var pre: SnippetContext
    var post: SnippetContext
  }

  mutating func checkWeights(
    _ projection: Projection, _ index: Int, _ populations: [CheckedPopulation], _ source: Int,
    _ target: Int, axonal: Int, back: Int
  ) -> CheckedWeights {
    let model = projection.weights
    let others = (model.preVariables + model.postVariables).map { ($0.name, $0.place) }
    let references =
      model.preNeuronReferences + model.postNeuronReferences + model.postsynapticReferences
    checkNames(of: model, and: others + references.map(\.nameAndPlace))
    let (before, after) = (populations[source], populations[target])
    let postsynaptic = checkPostsynaptic(projection, index, after)
    let group = nextGroup()
    if case .model(let model) = projection.connectivity {
      builtRows[index] = rows(of: model, group, sources: before.count, targets: after.count)
    }
    let parameters =
      check(model.parameters) + derive(model.derivedParameters, model.parameters)
    let empty = SnippetContext(
      group: group, title: model.name, parameters: parameters, slots: [],
      arrays: check(model.extraGlobalParameters))
    var sides = Sides(synapse: empty, pre: empty, post: empty)
    var order: [Int]?
    if case .explicit(let synapses) = projection.connectivity {
      order = SynapseRows.order(of: synapses)
    }
    sides.synapse.slots = model.variables.enumerated().map { number, variable in
      own(
        variable, number, .synapses(index), .synapses(index), group, listed: order,
        reportedAt: projection.place)
    }
    let isKernel = projection.layout == .toeplitz
    if isKernel {
      // All synapses of a weight would write it, in an order that nothing fixes.
      for slot in sides.synapse.slots.indices {
        sides.synapse.slots[slot].readOnly = "synapses of a Toeplitz kernel share it"
      }
    }
    let first = model.variables.count
    for (number, variable) in model.preVariables.enumerated() {
      let slot = own(
        variable, first + number, .presynaptic(index), .elements(before.count), group)
      add(slot, at: .pre, delay: axonal, to: &sides.synapse, and: &sides.pre)
    }
    for (number, variable) in model.postVariables.enumerated() {
      let slot = own(
        variable, first + model.preVariables.count + number, .target(index),
        .elements(after.count), group)
      add(slot, at: .post, delay: back, to: &sides.synapse, and: &sides.post)
    }
    for reference in model.preNeuronReferences {
      guard let slot = resolve(reference, in: before.code.context, .own) else { continue }
      add(slot, at: .pre, delay: axonal, to: &sides.synapse, and: &sides.pre)
    }
    for reference in model.postNeuronReferences {
      guard let slot = resolve(reference, in: after.code.context, .own) else { continue }
      add(slot, at: .post, delay: back, to: &sides.synapse, and: &sides.post)
    }
    sides.synapse.slots += model.postsynapticReferences.compactMap {
      resolve($0, in: postsynaptic.context, .post)
    }
    var weights = CheckedWeights(group: group, context: empty, postsynaptic: postsynaptic)
    addTimes(before, after, axonal, back, to: &sides)
    addEvents(model, index, before, after, axonal, back, &sides, to: &weights)
    addCode(model, sides, isKernel: isKernel, to: &weights)
    if isKernel { refuseInKernels(weights, projection) }
    weights.context = sides.synapse
    warnOfDelays(model, weights, axonal, back)
    warnOfEventTimes(model, weights)
    return weights
  }

  /// Code that would need each synapse of a kernel by itself: GeNN 5.4.0 has no loop for it.
  private mutating func refuseInKernels(_ weights: CheckedWeights, _ projection: Projection) {
    for moment in [
      WeightUpdateModel.Moment.synapseDynamics, .postSpikeSynapse, .postEventSynapse,
    ] where weights.synapse[moment] != nil {
      report(
        .notInToeplitz(
          projection.name, moment.title, at: SourceLocation(projection.weights.place)))
    }
  }

  /// Where GeNN 5.4.0 does something else than what the words say; we do what they say.
  private mutating func warnOfDelays(
    _ model: WeightUpdateModel, _ weights: CheckedWeights, _ axonal: Int, _ back: Int
  ) {
    let place = SourceLocation(model.place)
    let used = weights.synapse.values.reduce(into: Set<BuiltIn>()) {
      $0.formUnion($1.use.builtIns)
    }
    let before: [(BuiltIn, Int)] = [
      (.previousPreSpikeTime, axonal), (.previousPreEventTime, axonal),
      (.previousPostSpikeTime, back), (.previousPostEventTime, back),
    ]
    for (name, delay) in before where delay > 0 && used.contains(name) {
      report(.previousTimeAfterDelay(name.rawValue, model.name, at: place))
    }
    if axonal > 0, weights.neuron[.preDynamics] != nil, weights.neuron[.preSpike] != nil {
      report(.dynamicsBesideSpikeCode(model.name, "presynaptic", at: place))
    }
    if back > 0, weights.neuron[.postDynamics] != nil, weights.neuron[.postSpike] != nil {
      report(.dynamicsBesideSpikeCode(model.name, "postsynaptic", at: place))
    }
  }

  /// GeNN 5.4.0 keeps times of events only where code of synapses or spikes names them; a condition
  /// that reads one all the same has its network fail when it is loaded.
  private mutating func warnOfEventTimes(_ model: WeightUpdateModel, _ weights: CheckedWeights) {
    let others = Array(weights.synapse.values) + weights.neuron.values
    let named = others.reduce(into: Set<BuiltIn>()) { $0.formUnion($1.use.builtIns) }
    let times: [(CheckedEvent?, WeightUpdateModel.Moment, BuiltIn, BuiltIn)] = [
      (weights.preEvent, .preEventThreshold, .eventTime, .preEventTime),
      (weights.preEvent, .preEventThreshold, .previousEventTime, .previousPreEventTime),
      (weights.postEvent, .postEventThreshold, .eventTime, .postEventTime),
      (weights.postEvent, .postEventThreshold, .previousEventTime, .previousPostEventTime),
    ]
    for (event, moment, own, wanted) in times
    where event?.threshold.use.builtIns.contains(own) == true && !named.contains(wanted) {
      report(
        .eventTimeNotKept(
          model.name, moment.title, own.rawValue, wanted.rawValue,
          at: SourceLocation(model.place)))
    }
  }

  /// A neuron's variable: its own side may write it, a synapse sees it as it was.
  private mutating func add(
    _ slot: Slot, at site: Slot.Site, delay: Int, to synapse: inout SnippetContext,
    and side: inout SnippetContext
  ) {
    side.slots.append(slot)
    var seen = slot
    seen.site = site
    // What never changes is the same at all times.
    seen.delay = columns[slot.column].isReadOnly ? 0 : delay
    seen.readOnly = slot.readOnly ?? "it belongs to the neuron"
    synapse.slots.append(seen)
  }

  private mutating func addTimes(
    _ before: CheckedPopulation, _ after: CheckedPopulation, _ axonal: Int, _ back: Int,
    to sides: inout Sides
  ) {
    add(
      before.spikeTimes, .preSpikeTime, before.previousSpikeTimes, .previousPreSpikeTime, .pre,
      axonal, to: &sides)
    add(
      after.spikeTimes, .postSpikeTime, after.previousSpikeTimes, .previousPostSpikeTime, .post,
      back, to: &sides)
    if let column = before.spikeTimes {
      sides.pre.times[.preSpikeTime] = SpikeTime(column: column, site: .own)
    }
    if let column = after.spikeTimes {
      sides.post.times[.postSpikeTime] = SpikeTime(column: column, site: .own)
    }
  }

  private mutating func add(
    _ last: Int?, _ name: BuiltIn, _ before: Int?, _ previousName: BuiltIn, _ site: Slot.Site,
    _ delay: Int, to sides: inout Sides
  ) {
    // GeNN computes the way's time in double precision and writes it into the code.
    let travel = RealLiteral.value(timeStep * Double(delay + 1), as: scalar)
    for (column, name) in [(last, name), (before, previousName)] {
      guard let column else { continue }
      sides.synapse.times[name] = SpikeTime(
        column: column, site: site, delay: delay, travel: travel)
    }
  }

  private mutating func addEvents(
    _ model: WeightUpdateModel, _ index: Int, _ before: CheckedPopulation,
    _ after: CheckedPopulation, _ axonal: Int, _ back: Int, _ sides: inout Sides,
    to weights: inout CheckedWeights
  ) {
    if let snippet = model.code[.preEventThreshold] {
      let times = spikeTimes(.presynaptic(index), before.count, named: "set_pre")
      add(
        times.last, .preEventTime, times.before, .previousPreEventTime, .pre, axonal, to: &sides)
      var context = sides.pre
      context.times[.eventTime] = SpikeTime(column: times.last, site: .own)
      context.times[.previousEventTime] = SpikeTime(column: times.before, site: .own)
      let scope = self.scope(context, .preEvent)
      weights.preEvent = condition(
        snippet, WeightUpdateModel.Moment.preEventThreshold.title, context, scope, model.place
      ).map { CheckedEvent(threshold: $0, times: times.last, previousTimes: times.before) }
    }
    if let snippet = model.code[.postEventThreshold] {
      let times = spikeTimes(.target(index), after.count, named: "set_post")
      add(
        times.last, .postEventTime, times.before, .previousPostEventTime, .post, back, to: &sides)
      var context = sides.post
      context.times[.eventTime] = SpikeTime(column: times.last, site: .own)
      context.times[.previousEventTime] = SpikeTime(column: times.before, site: .own)
      let scope = self.scope(context, .postEvent)
      weights.postEvent = condition(
        snippet, WeightUpdateModel.Moment.postEventThreshold.title, context, scope, model.place
      ).map { CheckedEvent(threshold: $0, times: times.last, previousTimes: times.before) }
    }
  }

  private mutating func addCode(
    _ model: WeightUpdateModel, _ sides: Sides, isKernel: Bool, to weights: inout CheckedWeights
  ) {
    var synapse = scope(sides.synapse, .synapse)
    synapse.undefine(isKernel ? .synapse : .kernel)
    for moment in WeightUpdateModel.Moment.allCases {
      guard let snippet = model.code[moment] else { continue }
      switch moment {
      case .preEventThreshold, .postEventThreshold: continue
      case .preEventSynapse where model.code[.preEventThreshold] == nil,
        .postEventSynapse where model.code[.postEventThreshold] == nil:
        report(.noEventThreshold(model.name, moment.title, at: SourceLocation(model.place)))
      case .preSpikeSynapse, .preEventSynapse, .synapseDynamics:
        weights.synapse[moment] = code(snippet, moment, sides.synapse, synapse, model.place)
      case .postSpikeSynapse, .postEventSynapse:
        let checked = code(snippet, moment, sides.synapse, synapse, model.place)
        if checked.use.outputs.contains(where: { $0 != .addToPre }) {
          report(.addsToPostOnPost(moment.title, at: SourceLocation(model.place)))
        }
        weights.synapse[moment] = checked
      case .preSpike, .preDynamics:
        weights.neuron[moment] = code(
          snippet, moment, sides.pre, scope(sides.pre, .preNeuron), model.place)
      case .postSpike, .postDynamics:
        weights.neuron[moment] = code(
          snippet, moment, sides.post, scope(sides.post, .postNeuron), model.place)
      }
    }
    weights.synapse = weights.synapse.filter { !$0.value.isEmpty }
    weights.neuron = weights.neuron.filter { !$0.value.isEmpty }
  }

  private mutating func code(
    _ snippet: Snippet, _ moment: WeightUpdateModel.Moment, _ context: SnippetContext,
    _ scope: Scope, _ place: Place
  ) -> CheckedSnippet {
    statements(snippet, moment.title, context, scope, place)
  }
}

extension WeightUpdateModel.Moment {
  /// For findings.
  var title: String {
    switch self {
    case .preSpikeSynapse: "synapse code for presynaptic spikes"
    case .preEventSynapse: "synapse code for presynaptic events"
    case .postSpikeSynapse: "synapse code for postsynaptic spikes"
    case .postEventSynapse: "synapse code for postsynaptic events"
    case .synapseDynamics: "synapse dynamics"
    case .preEventThreshold: "presynaptic event threshold"
    case .postEventThreshold: "postsynaptic event threshold"
    case .preSpike: "presynaptic spike code"
    case .postSpike: "postsynaptic spike code"
    case .preDynamics: "presynaptic dynamics"
    case .postDynamics: "postsynaptic dynamics"
    }
  }
}
