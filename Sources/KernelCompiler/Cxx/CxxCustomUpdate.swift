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

  var function: CxxFunction {
    var printer = CxxStatementPrinter(names: parts.plain, depth: 1)
    printer.add("[[maybe_unused]] Bits wild = 0;")
    switch update.elements {
    case .neurons:
      printer.add("const Slice slice(num_neurons, thread);")
      if update.update.isEven { printer.add("INDEPENDENT") }
      printer.block("for (std::uint32_t id = slice.first; id < slice.last; ++id)") {
        addBody("id", to: &$0)
      }
    case .synapses(let projection): addSynapses(network.projections[projection], to: &printer)
    }
    printer.add("if (wild & wild_bit) end_after(step - 1);")
    return CxxFunction("update_\(index)", parameters, body: printer.lines)
  }

  private var parameters: [CxxFunction.Parameter] {
    let elements: [CxxFunction.Parameter] =
      switch update.elements {
      case .neurons(let population):
        [parts.number("num_neurons", network.populations[population].count)]
      case .synapses(let index):
        [
          parts.number("num_pre", network.populations[network.projections[index].source].count),
          parts.number("num_post", network.populations[network.projections[index].target].count),
          parts.rows("rows", of: index),
        ]
      }
    return elements + pointers + parts.constants(of: [update.update.context])
  }

  var pointers: [CxxFunction.Parameter] { columns.map(parts.pointer) }

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

  private func addSynapses(
    _ projection: CheckedProjection, to printer: inout CxxStatementPrinter
  ) {
    if let weights = projection.kernelSize {
      printer.add("const Slice slice(\(weights)u, thread);")
      if update.update.isEven { printer.add("INDEPENDENT") }
      return printer.block("for (std::uint32_t s = slice.first; s < slice.last; ++s)") {
        addBody("s", to: &$0)
      }
    }
    let isSparse = projection.layout == .sparse
    if !isSparse { printer.add("const Slice slice(num_post, thread);") }
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
      names: parts.names(snippet), depth: printer.depth)
    if snippet.use.builtIns.contains(.synapse) {
      inner.add("const std::uint32_t id_syn = static_cast<std::uint32_t>(\(number));")
    }
    var done: Set<Int> = []
    for index in slots {
      let slot = snippet.context.slots[index]
      guard network.columns[slot.column].constant == nil, done.insert(slot.column).inserted
      else { continue }
      inner.add(
        "[[maybe_unused]] \(slot.type.cxxName) \(parts.variable(slot)) = "
          + "\(parts.local(slot.column))[\(element)];")
    }
    inner.print(snippet.code.statements)
    for index in snippet.use.writtenSlots.sorted() {
      let slot = snippet.context.slots[index]
      let name = parts.variable(slot)
      inner.add("\(parts.local(slot.column))[\(element)] = \(name);")
      guard slot.type.isReal else { continue }
      inner.add(
        hasEnds
          ? parts.check(
            element: "0", pre: "id_pre", post: "id_post", column: slot.column, name)
          : parts.check(element: element, column: slot.column, name))
    }
    for index in slots {
      guard let transposed = snippet.context.slots[index].transposed else { continue }
      let name = inner.text(symbol: .variable(index))
      inner.add("\(parts.local(transposed))[std::size_t{id_post} * num_pre + id_pre] = \(name);")
    }
    printer.addFinished(inner.lines)
  }
}
