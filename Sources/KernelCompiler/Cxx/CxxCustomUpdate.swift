/// The function of a custom update; each thread takes its own neurons, or the synapses onto them.
struct CxxCustomUpdate {
  private let parts: CxxParts
  private let index: Int
  private let update: CheckedCustomUpdate
  private var network: CheckedNetwork { parts.network }

  init(_ parts: CxxParts, _ index: Int) {
    self.parts = parts
    self.index = index
    update = parts.network.customUpdates[index]
  }

  /// Everything from its head to its closing brace.
  var lines: [String] {
    var printer = CxxStatementPrinter(names: parts.plain, depth: 0)
    printer.block(
      "void update_\(index)(unsigned thread, [[maybe_unused]] std::uint64_t step, "
        + "[[maybe_unused]] scalar t)"
    ) { printer in
      addPointers(to: &printer)
      printer.add("[[maybe_unused]] Bits wild = 0;")
      switch update.elements {
      case .neurons(let population):
        printer.add(
          "[[maybe_unused]] constexpr std::uint32_t num_neurons = \(network.populations[population].count)u;"
        )
        printer.add("const Slice slice(num_neurons, thread);")
        if update.update.isEven { printer.add("INDEPENDENT") }
        printer.block("for (std::uint32_t id = slice.first; id < slice.last; ++id)") {
          addBody("id", to: &$0)
        }
      case .synapses(let projection): addSynapses(projection, to: &printer)
      }
      printer.add("if (wild & wild_bit) end_after(step - 1);")
    }
    return printer.lines
  }

  func addPointers(to printer: inout CxxStatementPrinter) {
    for column in columns {
      let type = network.columns[column].type.cxxStorage
      printer.add("\(type)* const a\(column) = \(parts.column(column));")
    }
  }

  /// Slots that the code names, or whose values are copied elsewhere.
  private var slots: [Int] {
    let context = update.update.context
    let transposed = context.slots.indices.filter { context.slots[$0].transposed != nil }
    return update.update.use.slots.union(transposed).sorted()
  }

  private var columns: [Int] {
    let slots = slots.map { update.update.context.slots[$0] }
    return Set(slots.map(\.column) + slots.compactMap(\.transposed)).sorted().filter {
      network.columns[$0].constant == nil
    }
  }

  private func addSynapses(_ index: Int, to printer: inout CxxStatementPrinter) {
    let projection = network.projections[index]
    let (source, target) = (
      network.populations[projection.source].count, network.populations[projection.target].count
    )
    printer.add("[[maybe_unused]] constexpr std::uint32_t num_pre = \(source)u;")
    printer.add("[[maybe_unused]] constexpr std::uint32_t num_post = \(target)u;")
    if let weights = projection.kernelSize {
      printer.add("const Slice slice(\(weights)u, thread);")
      if update.update.isEven { printer.add("INDEPENDENT") }
      return printer.block("for (std::uint32_t s = slice.first; s < slice.last; ++s)") {
        addBody("s", to: &$0)
      }
    }
    let isSparse = projection.layout == .sparse
    if isSparse {
      printer.add("const auto& rows = \(CxxParts.rows(index));")
    } else {
      printer.add("const Slice slice(num_post, thread);")
    }
    printer.block("for (std::uint32_t id_pre = 0; id_pre < num_pre; ++id_pre)") { printer in
      if update.update.isEven { printer.add("INDEPENDENT") }
      printer.block(
        isSparse
          ? "for (std::uint64_t s = rows.first(id_pre, thread), end = rows.last(id_pre, thread); s < end; ++s)"
          : "for (std::uint32_t id_post = slice.first; id_post < slice.last; ++id_post)"
      ) { printer in
        printer.add(
          isSparse
            ? "[[maybe_unused]] const std::uint32_t id_post = rows.targets[s];"
            : "const std::size_t s = std::size_t{id_pre} * num_post + id_post;")
        addBody("s", to: &printer)
      }
    }
  }

  /// Whether an element is a synapse between two neurons.
  private var hasEnds: Bool {
    guard case .synapses(let projection) = update.elements else { return false }
    return network.projections[projection].kernelSize == nil
  }

  /// What is done to an element; `number` is a synapse's among all of the projection.
  func addBody(
    _ element: String, number: String = "s", to printer: inout CxxStatementPrinter
  ) {
    let snippet = update.update
    var inner = CxxStatementPrinter(
      names: CxxNames(network, snippet.context, snippet.locals), depth: printer.depth)
    if snippet.use.builtIns.contains(.synapse) {
      inner.add("const std::uint32_t id_syn = static_cast<std::uint32_t>(\(number));")
    }
    var done: Set<Int> = []
    for index in slots {
      let slot = snippet.context.slots[index]
      guard network.columns[slot.column].constant == nil, done.insert(slot.column).inserted
      else { continue }
      inner.add(
        "[[maybe_unused]] \(slot.type.cxxName) \(CxxNames.variable(slot, network)) = "
          + "a\(slot.column)[\(element)];")
    }
    inner.print(snippet.code.statements)
    for index in snippet.use.writtenSlots.sorted() {
      let slot = snippet.context.slots[index]
      let name = CxxNames.variable(slot, network)
      inner.add("a\(slot.column)[\(element)] = \(name);")
      guard slot.type.isReal else { continue }
      let phase = network.projections.count + network.populations.count + self.index
      inner.add(
        hasEnds
          ? parts.check(
            phase: phase, element: "0", pre: "id_pre", post: "id_post", column: slot.column, name)
          : parts.check(phase: phase, element: element, column: slot.column, name))
    }
    for index in slots {
      guard let transposed = snippet.context.slots[index].transposed else { continue }
      let name = inner.text(symbol: .variable(index))
      inner.add("a\(transposed)[std::size_t{id_post} * num_pre + id_pre] = \(name);")
    }
    printer.addFinished(inner.lines)
  }
}
