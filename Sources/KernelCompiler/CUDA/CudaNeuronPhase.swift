import SpikingModels

/// A population's part of the kernel that updates neurons: one thread for each, with the code of
/// the C++ engine.
struct CudaNeuronPhase {
  private let parts: CxxParts
  private let index: Int
  private let population: CheckedPopulation
  private let bodies: CxxNeuronPhase
  private var network: CheckedNetwork { parts.network }

  init(_ parts: CxxParts, _ index: Int) {
    self.parts = parts
    self.index = index
    population = parts.network.populations[index]
    bodies = CxxNeuronPhase(parts, index)
  }

  /// `first` is the number of the population's first neuron among all.
  func pass(first: Int) -> CudaPass {
    let stages = bodies.stages()
    return CudaPass(
      "neurons_\(index)", blocks: CudaPass.blocks(for: population.count),
      { printer in
        printer.add(
          "[[maybe_unused]] constexpr std::uint32_t num_neurons = \(population.count)u;")
        printer.add("const std::uint32_t id = block * block_size + threadIdx.x;")
        // The code is that for blocks of neurons, with blocks of one.
        printer.add("[[maybe_unused]] constexpr std::uint32_t k = 0;")
        for mark in bodies.marks { printer.add("std::uint8_t \(mark.array)[1] = {};") }
        printer.block("if (id < num_neurons)") { addNeuron(stages, to: &$0) }
        addMarks(first, to: &printer)
      }, names: parts.plain)
  }

  private func addNeuron(
    _ stages: [CxxNeuronPhase.Stage], to printer: inout CxxStatementPrinter
  ) {
    printer.add("[[maybe_unused]] const std::size_t at = id;")
    for (queue, previous) in previousTimes {
      printer.add(
        "if (is_set(\(parts.memory)\(queue).before(step, 0), id)) \(parts.column(previous))[id] = t - dt;"
      )
    }
    addPointers(stages, to: &printer)
    for group in Set(stages.flatMap(\.eagerGroups)).sorted() {
      printer.add("std::uint32_t \(bodies.words(group))[4][1];")
      printer.add(
        "first_words(\(group)u, 1, step, \(bodies.words(group)), [&](std::uint32_t) { return id; });"
      )
    }
    for (index, input) in population.inputs.enumerated() {
      printer.add(
        "[[maybe_unused]] \(input.type.cxxName) \(CxxNames.input(index)) = \(input.start.cxxLiteral);"
      )
    }
    for column in columns(stages) {
      printer.add(
        "[[maybe_unused]] \(network.columns[column].type.cxxName) \(bodies.own(column)) = a\(column)[at];"
      )
    }
    for stage in stages { printer.addFinished(stage.body) }
    for column in Set(stages.flatMap(\.written)).sorted() {
      printer.add("a\(column)[at] = \(bodies.own(column));")
    }
    for (column, value) in network.columns.enumerated()
    where value.oldest > 0 && network.population(of: value.owner) == index {
      printer.add(
        "\(parts.history(column))[step % \(value.oldest + 1)u * num_neurons + id] = "
          + "\(parts.column(column))[id];")
    }
  }

  private func columns(_ stages: [CxxNeuronPhase.Stage]) -> [Int] {
    Set(stages.flatMap(\.columns)).sorted().filter { network.columns[$0].constant == nil }
  }

  /// Who spiked or had an event in the step before has an earlier one now.
  private var previousTimes: [(queue: String, column: Int)] {
    var times: [(queue: String, column: Int)] = []
    if let column = population.previousSpikeTimes {
      times.append((CxxParts.spikes(index), column))
    }
    for projection in population.outgoing {
      guard let column = network.projections[projection].preEvent?.previousTimes else { continue }
      times.append((CxxParts.preEvents(projection), column))
    }
    for projection in population.incoming {
      guard let column = network.projections[projection].postEvent?.previousTimes else { continue }
      times.append((CxxParts.postEvents(projection), column))
    }
    return times
  }

  private func addPointers(
    _ stages: [CxxNeuronPhase.Stage], to printer: inout CxxStatementPrinter
  ) {
    for column in columns(stages) {
      printer.add(parts.pointer(to: column).definition)
    }
    for projection in population.incoming {
      printer.add(
        "scalar* const \(bodies.arrived(projection)) = \(parts.memory)\(CxxParts.arrived(projection));"
      )
      let slots = network.projections[projection].dendriticSlots
      guard slots > 0 else { continue }
      printer.add(
        "scalar* const \(bodies.front(projection)) = \(parts.memory)\(CxxParts.later(projection)) + "
          + "step % \(slots)u * num_neurons;")
    }
    for projection in population.outgoing where network.projections[projection].addsToPre {
      printer.add(
        "scalar* const \(bodies.returned(projection)) = \(parts.memory)\(CxxParts.returned(projection));"
      )
    }
  }

  /// Whole warps write their bits, also those without neurons.
  private func addMarks(_ first: Int, to printer: inout CxxStatementPrinter) {
    for mark in bodies.marks {
      printer.block("") { printer in
        printer.add(
          "const std::uint32_t set = __ballot_sync(0xFFFFFFFFu, \(mark.array)[0] != 0);")
        printer.add(
          "if (threadIdx.x % 32 == 0) \(parts.memory)\(queue(of: mark.list)).at(step)[id / 32] = set;"
        )
      }
    }
    guard population.code.threshold != nil else { return }
    printer.block("if (marks[0] != 0)") { printer in
      printer.add("const unsigned place = atomicAdd(\(parts.memory)record_count, 1u);")
      printer.add("\(parts.memory)record[place] = step << 32 | (\(first)u + id);")
    }
  }

  /// The ring of bits in place of the C++ engine's list.
  private func queue(of list: String) -> String {
    guard list != "spiked" else { return CxxParts.spikes(index) }
    // `pre_event_3` is a list of `pre_events_3`.
    let words = list.split(separator: "_")
    let projection = words.last.flatMap { Int($0) } ?? 0
    return words.first == "pre"
      ? CxxParts.preEvents(projection) : CxxParts.postEvents(projection)
  }
}
