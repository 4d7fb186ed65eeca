import SpikingModels

/// The function that advances a population's neurons by a step.
///
/// Neurons are taken in blocks. What has no loops, and needs no random numbers but those from words that
/// were made for the whole block, goes through a block in a loop of its own, which compilers turn into
/// vectors; spikes are marked there, and listed behind it.
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
    var draws: [CxxDraws] = []
    /// Whether numbers are looked at before the end.
    var checksEarly = false
    var body: [String]
    /// Groups whose first random words are made for a whole block at once.
    var eagerGroups: [Int] { draws.filter(\.words.areMadeForBlock).map(\.group) }
    var isEven: Bool {
      draws.allSatisfy { $0.words == .first } && !use.hasLoop && !use.callsLibrary && !use.usesArray
    }
  }

  var function: CxxFunction {
    var printer = CxxStatementPrinter(names: parts.plain, depth: 1)
    let stages = stages()
    printer.add("const Slice slice(num_neurons, thread);")
    addStart(to: &printer)
    printer.add("[[maybe_unused]] Bits wild = 0;")
    addBlocks(loops(of: stages), to: &printer)
    printer.add("if (wild & wild_bit) end_after(step);")
    printer.block("for (const std::uint32_t id : spiked)") {
      $0.add("record[thread].value.add({static_cast<std::uint32_t>(step), id});")
    }
    for column in histories {
      printer.add(
        "copy_all(\(parts.local(column)) + slice.first, \(parts.local(column)) + slice.last, "
          + "\(history(column)) + slice.first);")
    }
    return CxxFunction("neurons_\(index)", parameters(stages), body: printer.lines)
  }

  private func parameters(_ stages: [Stage]) -> [CxxFunction.Parameter] {
    let columns = Set(stages.flatMap(\.columns) + previousTimes + histories)
    return [
      parts.number("num_neurons", population.count),
      parts.queue("spikes", CxxParts.spikes(index)),
      CxxFunction.Parameter(
        type: "Apart<List<Event>>*", name: "record", value: "records[\(index)]"),
    ]
      + columns.sorted().filter { network.columns[$0].constant == nil }.map(parts.pointer)
      + histories.map { column in
        CxxFunction.Parameter(
          type: network.columns[column].type.cxxStorage + "*", name: history(column),
          value: "\(parts.history(column)) + step % \(network.columns[column].oldest + 1)u * "
            + "\(population.count)u")
      }
      + population.incoming.flatMap { projection in
        let slots = network.projections[projection].dendriticSlots
        let front = "\(CxxParts.later(projection)) + step % \(slots)u * \(population.count)u"
        return [
          parts.sum(arrived(projection), CxxParts.arrived(projection)),
          parts.sum(self.front(projection), front),
          parts.queue(postEvents(projection), CxxParts.postEvents(projection)),
        ]
      }
      + population.outgoing.flatMap { projection in
        [
          parts.sum(returned(projection), CxxParts.returned(projection)),
          parts.queue(preEvents(projection), CxxParts.preEvents(projection)),
        ]
      }
      + parts.constants(of: population.contexts(in: network))
  }

  // MARK: Names

  func arrived(_ projection: Int) -> String { incoming("arrived_at", projection) }
  func front(_ projection: Int) -> String { incoming("front", projection) }
  func returned(_ projection: Int) -> String { outgoing("returned_to", projection) }
  private func preEvents(_ projection: Int) -> String { outgoing("pre_queue", projection) }
  private func postEvents(_ projection: Int) -> String { incoming("post_queue", projection) }
  private func history(_ column: Int) -> String { "h\(parts.numbering.column(column))" }

  func incoming(_ kind: String, _ projection: Int) -> String {
    "\(kind)_\(parts.numbering.incoming(projection))"
  }

  func outgoing(_ kind: String, _ projection: Int) -> String {
    "\(kind)_\(parts.numbering.outgoing(projection))"
  }

  /// Columns whose earlier values are kept.
  private var histories: [Int] {
    network.columns.indices.filter {
      network.columns[$0].oldest > 0
        && network.population(of: network.columns[$0].owner) == index
    }
  }

  /// Columns of the spikes and events before the last ones.
  private var previousTimes: [Int] {
    let outgoing = population.outgoing.compactMap { network.projections[$0].preEvent }
    let incoming = population.incoming.compactMap { network.projections[$0].postEvent }
    return ([population.previousSpikeTimes] + (outgoing + incoming).map(\.previousTimes))
      .compactMap { $0 }
  }

  // MARK: Code

  /// Lists of spikes and events are emptied, after those of the step before became earlier ones.
  private func addStart(to printer: inout CxxStatementPrinter) {
    func start(_ queue: String, _ name: String, _ previous: Int?) {
      if let previous {
        printer.block("for (const std::uint32_t id : \(queue).before(step, 0, thread))") {
          $0.add("\(parts.local(previous))[id] = t - dt;")
        }
      }
      printer.add("List<std::uint32_t>& \(name) = \(queue).at(step, thread);")
      printer.add("\(name).clear();")
    }
    start("spikes", "spiked", population.previousSpikeTimes)
    for projection in population.outgoing {
      guard let event = network.projections[projection].preEvent else { continue }
      start(preEvents(projection), outgoing("pre_event", projection), event.previousTimes)
    }
    for projection in population.incoming {
      guard let event = network.projections[projection].postEvent else { continue }
      start(postEvents(projection), incoming("post_event", projection), event.previousTimes)
    }
  }

  /// Marks of a block: the array's name, and the list that its neurons go to.
  var marks: [(array: String, list: String)] {
    (population.code.threshold == nil ? [] : [("marks", "spiked")])
      + population.outgoing.filter { network.projections[$0].preEvent != nil }.map {
        (outgoing("pre_marks", $0), outgoing("pre_event", $0))
      }
      + population.incoming.filter { network.projections[$0].postEvent != nil }.map {
        (incoming("post_marks", $0), incoming("post_event", $0))
      }
  }

  /// The first random words of a block, for one group.
  func words(_ group: Int) -> String { "words_\(parts.numbering.group(group))" }

  private func addBlocks(_ loops: [[Stage]], to printer: inout CxxStatementPrinter) {
    for mark in marks { printer.add("std::uint8_t \(mark.array)[block] = {};") }
    let trial = loops.last.flatMap { Trial($0, source) }
    trial.map { addMemory(of: $0, to: &printer) }
    for group in Set(loops.joined().flatMap(\.eagerGroups)).sorted() {
      printer.add("std::uint32_t \(words(group))[4][block];")
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
            "first_words(\(parts.group(group)), count, step, \(words(group)), "
              + "[&](std::uint32_t k) { return static_cast<std::uint32_t>(base) + k; });")
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
        "[[maybe_unused]] \(network.columns[column].type.cxxName) \(own(column)) = \(parts.local(column))[at];"
      )
    }
  }

  func addLoop(
    _ loop: [Stage], isFirst: Bool, isLast: Bool, to printer: inout CxxStatementPrinter
  ) {
    addNeuron(loop, isFirst: isFirst, to: &printer)
    for stage in loop { printer.addFinished(stage.body) }
    for column in Set(loop.flatMap(\.written)).sorted() {
      printer.add("\(parts.local(column))[at] = \(own(column));")
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
    return parts.check(element: "at", column: column, own(column))
  }

  /// The local copy of a neuron's number.
  func own(_ column: Int) -> String {
    let slot = Slot(
      column: column, site: .own, name: "", type: network.columns[column].type, readOnly: nil)
    return network.columns[column].isReported
      ? parts.variable(slot) : parts.time(SpikeTime(column: column, site: .own))
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
}
