import SpikingModels

/// The function that advances a population's neurons by a step.
///
/// Neurons are taken in blocks. What has neither loops nor random numbers goes through a block in a
/// loop of its own, which compilers turn into vectors; spikes are marked there, and listed behind it.
struct CxxNeuronPhase {
  let parts: CxxParts
  let index: Int
  let population: CheckedPopulation
  var network: CheckedNetwork { parts.network }

  init(_ parts: CxxParts, _ index: Int) {
    self.parts = parts
    self.index = index
    population = parts.network.populations[index]
  }

  /// One contribution to the update of a neuron, in order.
  struct Stage {
    var use: SnippetUse
    /// Columns of the neuron that it reads or writes.
    var columns: Set<Int>
    var written: Set<Int>
    /// Groups whose first random words are made for a whole block at once.
    var eagerGroups: [Int] = []
    var body: [String]
    var isEven: Bool { !use.draws && !use.hasLoop && !use.callsLibrary && !use.usesArray }
  }

  /// Everything from its head to its closing brace.
  var lines: [String] {
    var printer = CxxStatementPrinter(names: parts.plain, depth: 0)
    printer.block(
      "void neurons_\(index)(unsigned thread, [[maybe_unused]] std::uint64_t step, "
        + "[[maybe_unused]] scalar t)"
    ) { printer in
      let stages = stages()
      printer.add(
        "[[maybe_unused]] constexpr std::uint32_t num_neurons = \(population.count)u;")
      printer.add("const Slice slice(num_neurons, thread);")
      addPointers(stages, to: &printer)
      addStart(to: &printer)
      printer.add("[[maybe_unused]] Bits wild = 0;")
      let loops = loops(of: stages)
      addBlocks(loops, to: &printer)
      printer.add("if (wild & wild_bit) end_after(step);")
      printer.block("for (const std::uint32_t id : spiked)") {
        $0.add("record[\(index)][thread].value.add({static_cast<std::uint32_t>(step), id});")
      }
      addHistory(to: &printer)
    }
    return printer.lines
  }

  private func addPointers(_ stages: [Stage], to printer: inout CxxStatementPrinter) {
    for column in Set(stages.flatMap(\.columns)).sorted()
    where network.columns[column].constant == nil {
      let type = network.columns[column].type.cxxStorage
      printer.add(
        "[[maybe_unused]] \(type)* const a\(column) = \(parts.column(column));")
    }
    for projection in population.incoming {
      printer.add("scalar* const arrived_at_\(projection) = \(CxxParts.arrived(projection));")
      let slots = network.projections[projection].dendriticSlots
      guard slots > 0 else { continue }
      printer.add(
        "scalar* const front_\(projection) = \(CxxParts.later(projection)) + step % \(slots)u * num_neurons;"
      )
    }
    for projection in population.outgoing where network.projections[projection].addsToPre {
      printer.add("scalar* const returned_to_\(projection) = \(CxxParts.returned(projection));")
    }
  }

  /// Lists of spikes and events are emptied, after those of the step before became earlier ones.
  private func addStart(to printer: inout CxxStatementPrinter) {
    func start(_ queue: String, _ name: String, _ previous: Int?) {
      if let previous {
        printer.block("for (const std::uint32_t id : \(queue).before(step, 0, thread))") {
          $0.add("\(parts.column(previous))[id] = t - dt;")
        }
      }
      printer.add("List<std::uint32_t>& \(name) = \(queue).at(step, thread);")
      printer.add("\(name).clear();")
    }
    start(CxxParts.spikes(index), "spiked", population.previousSpikeTimes)
    for projection in population.outgoing {
      guard let event = network.projections[projection].preEvent else { continue }
      start(CxxParts.preEvents(projection), "pre_event_\(projection)", event.previousTimes)
    }
    for projection in population.incoming {
      guard let event = network.projections[projection].postEvent else { continue }
      start(CxxParts.postEvents(projection), "post_event_\(projection)", event.previousTimes)
    }
  }

  /// Marks of a block: the array's name, and the list that its neurons go to.
  var marks: [(array: String, list: String)] {
    (population.code.threshold == nil ? [] : [("marks", "spiked")])
      + population.outgoing.filter { network.projections[$0].preEvent != nil }.map {
        ("pre_marks_\($0)", "pre_event_\($0)")
      }
      + population.incoming.filter { network.projections[$0].postEvent != nil }.map {
        ("post_marks_\($0)", "post_event_\($0)")
      }
  }

  private func addBlocks(_ loops: [[Stage]], to printer: inout CxxStatementPrinter) {
    for mark in marks { printer.add("std::uint8_t \(mark.array)[block] = {};") }
    let trial = loops.last.flatMap { Trial($0) }
    trial.map { addMemory(of: $0, to: &printer) }
    for group in Set(loops.joined().flatMap(\.eagerGroups)).sorted() {
      printer.add("std::uint32_t words_\(group)[4][block];")
    }
    if loops.count > 1 {
      for (index, input) in population.inputs.enumerated() {
        printer.add("\(input.type.cxxName) sum_\(index)[block];")
      }
    }
    printer.block("for (std::size_t base = slice.first; base < slice.last; base += block)") {
      printer in
      printer.add(
        "const std::uint32_t count = least(block, slice.last - static_cast<std::uint32_t>(base));"
      )
      for (number, loop) in loops.enumerated() {
        for group in Set(loop.flatMap(\.eagerGroups)).sorted() {
          printer.add(
            "first_words(\(group)u, static_cast<std::uint32_t>(base), count, step, words_\(group));"
          )
        }
        let isLast = number == loops.count - 1
        if isLast, let trial {
          addTrial(trial, isFirst: number == 0, to: &printer)
          continue
        }
        if loop.allSatisfy(\.isEven) { printer.add("INDEPENDENT") }
        printer.block("for (std::uint32_t k = 0; k < count; ++k)") {
          addLoop(loop, isFirst: number == 0, isLast: isLast, to: &$0)
        }
      }
      for mark in marks {
        printer.add(
          "collect(\(mark.array), count, static_cast<std::uint32_t>(base), \(mark.list));")
      }
    }
  }

  /// What a neuron has at hand: its inputs and numbers.
  func addNeuron(
    _ loop: [Stage], isFirst: Bool, to printer: inout CxxStatementPrinter
  ) {
    printer.add("const std::size_t at = base + k;")
    printer.add("[[maybe_unused]] const std::uint32_t id = static_cast<std::uint32_t>(at);")
    for (index, input) in population.inputs.enumerated() {
      let start = isFirst ? input.start.cxxLiteral : "sum_\(index)[k]"
      printer.add("[[maybe_unused]] \(input.type.cxxName) \(CxxNames.input(index)) = \(start);")
    }
    let columns = Set(loop.flatMap(\.columns)).sorted().filter {
      network.columns[$0].constant == nil
    }
    for column in columns {
      printer.add(
        "[[maybe_unused]] \(network.columns[column].type.cxxName) \(own(column)) = a\(column)[at];")
    }
  }

  func addLoop(
    _ loop: [Stage], isFirst: Bool, isLast: Bool, to printer: inout CxxStatementPrinter
  ) {
    addNeuron(loop, isFirst: isFirst, to: &printer)
    for stage in loop { printer.addFinished(stage.body) }
    for column in Set(loop.flatMap(\.written)).sorted() {
      printer.add("a\(column)[at] = \(own(column));")
      if let check = check(column) { printer.add(check) }
    }
    if !isLast {
      for index in population.inputs.indices {
        printer.add("sum_\(index)[k] = \(CxxNames.input(index));")
      }
    }
  }

  /// Looks whether a number is still finite; nil for those that can't be anything else.
  func check(_ column: Int) -> String? {
    guard network.columns[column].isReported, network.columns[column].type.isReal else {
      return nil
    }
    return parts.check(
      phase: network.projections.count + index, element: "at", column: column, own(column))
  }

  /// The local copy of a neuron's number.
  func own(_ column: Int) -> String {
    let slot = Slot(
      column: column, site: .own, name: "", type: network.columns[column].type, readOnly: nil)
    return network.columns[column].isReported
      ? CxxNames.variable(slot, network)
      : CxxNames.time(SpikeTime(column: column, site: .own))
  }

  /// Neighbouring stages of one kind share a loop.
  private func loops(of stages: [Stage]) -> [[Stage]] {
    var loops: [[Stage]] = []
    for stage in stages {
      if loops.last?.last?.isEven == stage.isEven {
        loops[loops.count - 1].append(stage)
      } else {
        loops.append([stage])
      }
    }
    return loops
  }

  private func addHistory(to printer: inout CxxStatementPrinter) {
    for (column, value) in network.columns.enumerated()
    where value.oldest > 0 && network.population(of: value.owner) == index {
      printer.add(
        "copy_all(\(parts.column(column)) + slice.first, \(parts.column(column)) + slice.last, "
          + "\(parts.history(column)) + step % \(value.oldest + 1)u * num_neurons + slice.first);")
    }
  }
}
