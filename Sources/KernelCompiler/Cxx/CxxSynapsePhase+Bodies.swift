/// What is done at one synapse, whatever loop has led there.
extension CxxSynapsePhase {
  /// Local copies of what belongs to the neuron at one end; it does not change in this phase.
  func addLoads(
    _ snippet: CheckedSnippet, at site: Slot.Site, _ element: String,
    to printer: inout CxxStatementPrinter
  ) {
    var done: Set<String> = []
    for index in snippet.use.slots.sorted() {
      let slot = snippet.context.slots[index]
      guard slot.site == site, network.columns[slot.column].constant == nil else { continue }
      let name = CxxNames.variable(slot, network)
      guard done.insert(name).inserted else { continue }
      let access = Access(slot.column, slot.delay)
      printer.add("const \(slot.type.cxxName) \(name) = \(access.name)[\(element)];")
    }
    for name in snippet.use.builtIns.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let time = snippet.context.times[name], time.site == site else { continue }
      let access = Access(time.column, time.delay)
      let travel = time.travel.map { "\($0.cxxLiteral) + " } ?? ""
      printer.add(
        "const scalar \(CxxNames.time(time)) = \(travel)\(access.name)[\(element)];")
    }
  }

  /// What a synapse does; `loaded` is the end that the loop around it has loaded.
  func addBody(
    _ snippet: CheckedSnippet, loaded: Slot.Site, to printer: inout CxxStatementPrinter
  ) {
    let names = CxxNames(network, snippet.context, snippet.locals)
    addBody(snippet, names, loaded: loaded, to: &printer)
  }

  /// With sums in other places; `number` is the synapse's among all of the projection.
  func addBody(
    _ snippet: CheckedSnippet, _ names: CxxNames, loaded: Slot.Site?, number: String = "s",
    isStored: Bool = true, to printer: inout CxxStatementPrinter
  ) {
    var names = names
    names.projection = index
    var inner = CxxStatementPrinter(names: names, depth: printer.depth)
    let use = snippet.use
    if use.builtIns.contains(.synapse) || use.builtIns.contains(.kernel) {
      inner.add("const std::uint32_t id_syn = static_cast<std::uint32_t>(\(number));")
    }
    if loaded != .pre { addLoads(snippet, at: .pre, "id_pre", to: &inner) }
    if loaded != .post { addLoads(snippet, at: .post, "id_post", to: &inner) }
    addOwn(snippet, to: &inner)
    inner.print(snippet.code.statements)
    if isStored { addStores(snippet, to: &inner) }
    printer.addFinished(inner.lines)
  }

  private func addOwn(_ snippet: CheckedSnippet, to printer: inout CxxStatementPrinter) {
    for index in snippet.use.slots.sorted() {
      let slot = snippet.context.slots[index]
      guard slot.site == .own, network.columns[slot.column].constant == nil else { continue }
      let name = CxxNames.variable(slot, network)
      printer.add("[[maybe_unused]] \(slot.type.cxxName) \(name) = a\(slot.column)[s];")
    }
  }

  private func addStores(_ snippet: CheckedSnippet, to printer: inout CxxStatementPrinter) {
    for index in snippet.use.writtenSlots.sorted() {
      let slot = snippet.context.slots[index]
      let name = CxxNames.variable(slot, network)
      printer.add("a\(slot.column)[s] = \(name);")
      guard slot.type.isReal else { continue }
      printer.add(
        parts.check(
          phase: index, element: "0", pre: "id_pre", post: "id_post", column: slot.column, name))
    }
  }
}
