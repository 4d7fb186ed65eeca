import Diagnostics
import SpikingModels

/// The neurons and the synapse that a snippet is about.
struct Elements {
  /// The neuron or synapse whose code it is.
  var own: Int
  var pre = 0
  var post = 0
}

extension ReferenceEngine {
  var time: Value { network.time(ofStep: step) }

  /// What a snippet sees of these elements.
  func frame(
    _ context: SnippetContext, _ locals: [Local], _ elements: Elements, count: Int
  ) -> Frame {
    var frame = Frame(
      parameters: context.parameters.map(\.value),
      variables: context.slots.map { value($0.column, $0.site, $0.delay, elements) },
      locals: locals.map { .zero($0.type) }, inputCurrent: .zero(network.scalar),
      time: time, timeStep: network.timeStep, neuron: .integer(Int128(elements.own), .uint32),
      neuronCount: .integer(Int128(count), .uint32))
    frame.arrays = arrays[context.group] ?? context.arrays.map(\.values)
    for (name, spikeTime) in context.times where !columns[spikeTime.column].isEmpty {
      let time = value(spikeTime.column, spikeTime.site, spikeTime.delay, elements)
      guard let travel = spikeTime.travel else {
        frame.builtIns[name] = time
        continue
      }
      frame.builtIns[name] = (try? Arithmetic.apply(.add, travel, time)) ?? time
    }
    return frame
  }

  private func value(
    _ column: Int, _ site: Slot.Site, _ delay: Int, _ elements: Elements
  ) -> Value {
    let index =
      switch site {
      case .own: elements.own
      case .pre: elements.pre
      case .post: elements.post
      }
    guard delay > 0, let ring = history[column] else { return columns[column][index] }
    // Before the start, the ring holds what the column started from.
    let slot = (step - 1 - delay) % ring.count
    return ring[slot < 0 ? slot + ring.count : slot][index]
  }

  /// Stores what a snippet has written; only its own elements can be written.
  mutating func store(
    _ frame: Frame, _ context: SnippetContext, _ elements: Elements, _ place: SourceLocation,
    _ element: () -> String
  ) throws(Diagnostic) {
    for (slot, value) in zip(context.slots, frame.variables)
    where slot.readOnly == nil && slot.site == .own {
      if !value.isFinite {
        throw .notFinite(
          slot.name, value, Moment(element: element(), step: step, time: time), at: place)
      }
      columns[slot.column][elements.own] = value
    }
    for (slot, value) in zip(context.slots, frame.variables) {
      guard let transposed = slot.transposed,
        case .synapses(let back) = network.columns[transposed].extent
      else { continue }
      // Its rows lead from this projection's targets to its sources.
      let stride = network.populations[network.projections[back].target].count
      columns[transposed][elements.post * stride + elements.pre] = value
    }
    if !context.arrays.isEmpty { arrays[context.group] = frame.arrays }
  }

  /// A stream of random numbers for an element in this step.
  func stream(_ context: SnippetContext, _ element: Int) -> RandomStream {
    RandomStream(
      seed: network.network.seed, group: context.group, element: element, time: UInt64(step),
      purpose: .simulation)
  }

  /// Runs a snippet from beginning to end; its outputs are the caller's to carry out.
  mutating func run(
    _ snippet: CheckedSnippet, _ elements: Elements, count: Int,
    _ element: () -> String, prepare: (inout Frame) -> Void = { _ in }
  ) throws(Diagnostic) -> (frame: Frame, outputs: [(function: OutputFunction, arguments: [Value])])
  {
    var start = frame(snippet.context, snippet.locals, elements, count: count)
    prepare(&start)
    var interpreter = Interpreter(
      frame: start, source: snippet.code.source,
      host: ReferenceHost(stream: stream(snippet.context, elements.own), scalar: network.scalar))
    do throws(Fault) {
      try interpreter.run(snippet.code.statements, of: snippet.code.source)
    } catch {
      throw .undefinedResult(
        error, Moment(element: element(), step: step, time: time), at: interpreter.place)
    }
    try store(
      interpreter.frame, snippet.context, elements, snippet.code.source.location(at: 0), element)
    return (interpreter.frame, interpreter.host.outputs)
  }

  /// Whether a condition holds.
  func holds(
    _ condition: CheckedTest, _ neuron: Int, count: Int, _ element: () -> String
  ) throws(Diagnostic) -> Bool {
    var interpreter = Interpreter(
      frame: frame(condition.context, [], Elements(own: neuron), count: count),
      source: condition.test.source,
      host: ReferenceHost(stream: nil, scalar: network.scalar))
    do throws(Fault) {
      return try interpreter.evaluate(condition.test.condition).isTrue
    } catch {
      throw .undefinedResult(
        error, Moment(element: element(), step: step, time: time), at: interpreter.place)
    }
  }

  func sum(_ a: Value, _ b: Value) -> Value { (try? Arithmetic.apply(.add, a, b)) ?? a }
}
