import SpikingModels

/// The function in which a projection's synapses do what a step asks for.
///
/// Each thread looks after the synapses onto its own neurons, so that no two add to one sum, and
/// each sum's terms come in the same order with any number of threads. Only where synapses add to
/// presynaptic neurons, one thread does it all.
struct CxxSynapsePhase {
  let parts: CxxParts
  let index: Int
  let projection: CheckedProjection
  var network: CheckedNetwork { parts.network }

  init(_ parts: CxxParts, _ index: Int) {
    self.parts = parts
    self.index = index
    projection = parts.network.projections[index]
  }

  var function: CxxFunction {
    var printer = CxxStatementPrinter(names: parts.plain, depth: 1)
    if projection.addsToPre { printer.add("if (thread != worker % threads) return;") }
    switch projection.layout {
    case .sparse where !projection.isDrawnAgain:
      printer.add("[[maybe_unused]] const auto* const targets = rows.targets;")
    case .dense, .toeplitz, .sparse:
      let slice = "Slice(num_post, thread)"
      let (first, last) =
        projection.addsToPre ? ("0", "num_post") : ("\(slice).first", "\(slice).last")
      printer.add("[[maybe_unused]] const std::uint32_t first = \(first), last = \(last);")
    }
    printer.add("[[maybe_unused]] Bits wild = 0;")
    if let snippet = projection.synapseCode[.synapseDynamics] {
      printer.block("for (std::uint32_t id_pre = 0; id_pre < num_pre; ++id_pre)") {
        addRow(snippet, to: &$0)
      }
    }
    addFromPre(.preEventSynapse, "pre_events", to: &printer)
    addFromPre(.preSpikeSynapse, "pre_spikes", to: &printer)
    addFromPost(.postEventSynapse, "post_events", to: &printer)
    addFromPost(.postSpikeSynapse, "post_spikes", to: &printer)
    printer.add("if (wild & wild_bit) end_after(step);")
    return CxxFunction("synapses_\(index)", parameters, body: printer.lines)
  }

  private var parameters: [CxxFunction.Parameter] {
    let (source, target) = (projection.source, projection.target)
    return [
      parts.number("worker", index),
      parts.number("num_pre", network.populations[source].count),
      parts.number("num_post", network.populations[target].count),
      parts.sum("arrived", CxxParts.arrived(index)),
      parts.sum("returned", CxxParts.returned(index)),
      parts.sum("later", CxxParts.later(index)),
      parts.rows("rows", of: index),
      parts.queue("pre_events", CxxParts.preEvents(index)),
      parts.queue("pre_spikes", CxxParts.spikes(source)),
      parts.queue("post_events", CxxParts.postEvents(index)),
      parts.queue("post_spikes", CxxParts.spikes(target)),
    ] + pointers(Array(projection.synapseCode.values)) + parts.constants(of: projection.contexts)
      + [parts.number(parts.group(projection.group), projection.group)]
  }

  /// Pointers to the columns that snippets use.
  func pointers(_ snippets: [CheckedSnippet]) -> [CxxFunction.Parameter] {
    let used = snippets.flatMap { snippet in
      snippet.use.slots.map { snippet.context.slots[$0] }
    }
    let times = snippets.flatMap { snippet in
      snippet.use.builtIns.compactMap { snippet.context.times[$0] }
    }
    let columns = used.filter { network.columns[$0.column].constant == nil }
    return Set(
      columns.map { Access($0.column, $0.delay) } + times.map { Access($0.column, $0.delay) }
    ).sorted().map(pointer)
  }

  /// A column, now or so many steps ago.
  struct Access: Hashable, Comparable {
    var column: Int
    var delay: Int

    init(_ column: Int, _ delay: Int) {
      self.column = column
      self.delay = delay
    }

    static func < (a: Self, b: Self) -> Bool { (a.column, a.delay) < (b.column, b.delay) }
  }

  func name(_ access: Access) -> String {
    parts.local(access.column) + (access.delay == 0 ? "" : "_before_\(access.delay)")
  }

  private func pointer(_ access: Access) -> CxxFunction.Parameter {
    guard access.delay > 0 else { return parts.pointer(to: access.column) }
    let column = network.columns[access.column]
    // Before the start, the ring holds what the column started from.
    let slots = column.oldest + 1
    return CxxFunction.Parameter(
      type: "const \(column.type.cxxStorage)*", name: name(access),
      value: "\(parts.history(access.column)) + "
        + "(step + \(slots - 1 - access.delay)u) % \(slots)u * \(parts.count(column))")
  }

  // MARK: Loops

  private func addFromPre(
    _ moment: WeightUpdateModel.Moment, _ queue: String, to printer: inout CxxStatementPrinter
  ) {
    guard let snippet = projection.synapseCode[moment] else { return }
    let loop =
      "\(queue).each_before(step, \(projection.axonalDelay), \(rowsAhead(snippet))"
      + "[&](std::uint32_t id_pre)"
    if case .convolution(let convolution) = projection.connectivity, projection.layout == .toeplitz
    {
      printer.block(
        "for (std::uint32_t diagonal = 0; diagonal < \(convolution.diagonalCount)u; ++diagonal)"
      ) { printer in
        addDiagonal(convolution, to: &printer)
        printer.block(loop) { addConvolution(convolution, snippet, to: &$0) }
        printer.append(");")
      }
      return
    }
    printer.block(loop) { addRow(snippet, to: &$0) }
    printer.append(");")
  }

  /// What a loop over spikes is told of their rows, so that it can ask for memory ahead.
  private func rowsAhead(_ snippet: CheckedSnippet) -> String {
    guard projection.layout == .sparse, !projection.isDrawnAgain else { return "" }
    let columns = snippet.use.slots.map { snippet.context.slots[$0] }.filter {
      $0.site == .own && network.columns[$0.column].constant == nil
    }.map(\.column)
    let places = ["targets"] + Set(columns).sorted().map(parts.local)
    let requests = places.map { "ask_for(\($0) + s);" }.joined(separator: " ")
    return
      "rows, \(projection.addsToPre ? "0" : "thread"), [&](std::uint64_t s) { \(requests) }, "
  }

  /// Code for all synapses of `id_pre`.
  private func addRow(_ snippet: CheckedSnippet, to printer: inout CxxStatementPrinter) {
    addLoads(snippet, at: .pre, "id_pre", to: &printer)
    let all = projection.addsToPre
    if projection.isDrawnAgain {
      printer.block("\(drawing), [&](std::uint32_t id_post)") {
        addBody(snippet, loaded: .pre, to: &$0)
      }
      printer.append(");")
    } else if projection.layout == .sparse {
      let bounds =
        all
        ? "s = rows.first(id_pre), end = rows.last(id_pre)"
        : "s = rows.first(id_pre, thread), end = rows.last(id_pre, thread)"
      printer.block("for (std::uint64_t \(bounds); s < end; ++s)") { printer in
        printer.add("[[maybe_unused]] const std::uint32_t id_post = targets[s];")
        addBody(snippet, loaded: .pre, to: &printer)
      }
    } else {
      if snippet.isEven, !all { printer.add("INDEPENDENT") }
      printer.block("for (std::uint32_t id_post = first; id_post < last; ++id_post)") { printer in
        printer.add(
          "[[maybe_unused]] const std::size_t s = std::size_t{id_pre} * num_post + id_post;")
        addBody(snippet, loaded: .pre, to: &printer)
      }
    }
  }

  /// The call that draws a row, but for what is done with each synapse.
  private var drawing: String {
    let row = "\(parts.group(projection.group)), id_pre, num_post, first, last"
    switch projection.connectivity {
    case .fixedProbability(let p, let allowsSelf):
      return "each_with_probability(\(row), \(p), \(allowsSelf ? "num_post" : "id_pre")"
    case .fixedNumberPost(let count): return "each_of_number(\(row), \(count)u"
    default: return ""
    }
  }

  private func addFromPost(
    _ moment: WeightUpdateModel.Moment, _ queue: String, to printer: inout CxxStatementPrinter
  ) {
    guard let snippet = projection.synapseCode[moment] else { return }
    let delay = projection.backPropagationDelay
    if projection.addsToPre {
      printer.block("\(queue).each_before(step, \(delay), [&](std::uint32_t id_post)") {
        addColumn(snippet, to: &$0)
      }
      printer.append(");")
    } else {
      // A thread's own list has its own neurons.
      printer.block(
        "for (const std::uint32_t id_post : \(queue).before(step, \(delay), thread))"
      ) { addColumn(snippet, to: &$0) }
    }
  }

  /// Code for all synapses onto `id_post`.
  private func addColumn(_ snippet: CheckedSnippet, to printer: inout CxxStatementPrinter) {
    addLoads(snippet, at: .post, "id_post", to: &printer)
    if projection.layout == .sparse {
      printer.block(
        "for (std::uint64_t c = rows.columns[id_post]; c < rows.columns[id_post + 1u]; ++c)"
      ) { printer in
        printer.add("const std::uint64_t s = rows.synapses[c];")
        printer.add("[[maybe_unused]] const std::uint32_t id_pre = rows.origins[c];")
        addBody(snippet, loaded: .post, to: &printer)
      }
    } else {
      printer.block("for (std::uint32_t id_pre = 0; id_pre < num_pre; ++id_pre)") { printer in
        printer.add("const std::size_t s = std::size_t{id_pre} * num_post + id_post;")
        addBody(snippet, loaded: .post, to: &printer)
      }
    }
  }

  /// What belongs to a diagonal of a convolution.
  func addDiagonal(_ convolution: Convolution2D, to printer: inout CxxStatementPrinter) {
    let (kernel, channels) = (convolution.kernel, convolution.outputChannels)
    printer.add("const int row = static_cast<int>(diagonal / \(channels)u / \(kernel.width)u);")
    printer.add("const int column = static_cast<int>(diagonal / \(channels)u % \(kernel.width)u);")
    printer.add("const std::uint32_t channel = diagonal % \(channels)u;")
    printer.add(
      "[[maybe_unused]] const std::uint32_t flipped = static_cast<std::uint32_t>((\(kernel.height - 1) - row) * "
        + "\(kernel.width) + (\(kernel.width - 1) - column));")
  }

  private func addConvolution(
    _ convolution: Convolution2D, _ snippet: CheckedSnippet,
    to printer: inout CxxStatementPrinter
  ) {
    addTarget(convolution, orElse: "return", to: &printer)
    printer.add("if (id_post < first || id_post >= last) return;")
    addWeight(convolution, to: &printer)
    addLoads(snippet, at: .pre, "id_pre", to: &printer)
    addBody(snippet, loaded: .pre, to: &printer)
  }

  /// Where a diagonal leads from `id_pre`; beyond the output's edge there is nothing.
  func addTarget(
    _ convolution: Convolution2D, orElse leave: String, to printer: inout CxxStatementPrinter
  ) {
    let (input, output, kernel) = (convolution.input, convolution.output, convolution.kernel)
    let shift = (
      (input.height + kernel.height - 1 - output.height) / 2,
      (input.width + kernel.width - 1 - output.width) / 2
    )
    printer.add("const std::uint32_t pixel = id_pre / \(convolution.inputChannels)u;")
    printer.add(
      "const int post_row = static_cast<int>(pixel / \(input.width)u) + row - \(shift.0);")
    printer.add(
      "const int post_column = static_cast<int>(pixel % \(input.width)u) + column - \(shift.1);")
    printer.add(
      "if (post_row < 0 || post_column < 0 || post_row >= \(output.height) || post_column >= \(output.width)) \(leave);"
    )
    printer.add(
      "[[maybe_unused]] const std::uint32_t id_post = static_cast<std::uint32_t>(post_row * \(output.width) + "
        + "post_column) * \(convolution.outputChannels)u + channel;")
  }

  /// The weight of a diagonal's synapse.
  func addWeight(_ convolution: Convolution2D, to printer: inout CxxStatementPrinter) {
    printer.add(
      "[[maybe_unused]] const std::size_t s = (std::size_t{flipped} * \(convolution.inputChannels)u + "
        + "id_pre % \(convolution.inputChannels)u) * \(convolution.outputChannels)u + channel;")
  }
}

extension CheckedSnippet {
  /// Whether rounds of a loop over it could be computed side by side.
  var isEven: Bool {
    let use = use
    return !use.draws && !use.hasLoop && !use.callsLibrary && !use.usesArray
  }
}
