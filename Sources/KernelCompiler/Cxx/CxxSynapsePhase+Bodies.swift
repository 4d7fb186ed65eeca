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
      let variable = parts.variable(slot)
      guard done.insert(variable).inserted else { continue }
      let place = name(Access(slot.column, slot.delay))
      printer.add("const \(slot.type.cxxName) \(variable) = \(place)[\(element)];")
    }
    for builtIn in snippet.use.builtIns.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let time = snippet.context.times[builtIn], time.site == site else { continue }
      let place = name(Access(time.column, time.delay))
      let travel = time.travel.map { "\($0.cxxLiteral) + " } ?? ""
      printer.add("const scalar \(parts.time(time)) = \(travel)\(place)[\(element)];")
    }
  }

  /// What a synapse does; `loaded` is the end that the loop around it has loaded.
  func addBody(
    _ snippet: CheckedSnippet, loaded: Slot.Site, to printer: inout CxxStatementPrinter
  ) {
    addBody(snippet, parts.names(snippet), loaded: loaded, to: &printer)
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
      printer.add(
        "[[maybe_unused]] \(slot.type.cxxName) \(parts.variable(slot)) = "
          + "\(parts.local(slot.column))[s];")
    }
  }

  private func addStores(_ snippet: CheckedSnippet, to printer: inout CxxStatementPrinter) {
    for index in snippet.use.writtenSlots.sorted() {
      let slot = snippet.context.slots[index]
      let variable = parts.variable(slot)
      printer.add("\(parts.local(slot.column))[s] = \(variable);")
      guard slot.type.isReal else { continue }
      printer.add(
        parts.check(
          element: "0", pre: "id_pre", post: "id_post", column: slot.column, variable))
    }
  }
}
