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

  /// Everything from its head to its closing brace.
  var lines: [String] {
    var printer = CxxStatementPrinter(names: parts.plain, depth: 0)
    printer.block(
      "void synapses_\(index)([[maybe_unused]] unsigned thread, [[maybe_unused]] std::uint64_t step, "
        + "[[maybe_unused]] scalar t)"
    ) { printer in
      if projection.addsToPre { printer.add("if (thread != \(index) % threads) return;") }
      addFrame(to: &printer)
      printer.add("[[maybe_unused]] Bits wild = 0;")
      if let snippet = projection.synapseCode[.synapseDynamics] {
        printer.block("for (std::uint32_t id_pre = 0; id_pre < num_pre; ++id_pre)") {
          addRow(snippet, to: &$0)
        }
      }
      addFromPre(.preEventSynapse, CxxParts.preEvents(index), to: &printer)
      addFromPre(.preSpikeSynapse, CxxParts.spikes(projection.source), to: &printer)
      addFromPost(.postEventSynapse, CxxParts.postEvents(index), to: &printer)
      addFromPost(.postSpikeSynapse, CxxParts.spikes(projection.target), to: &printer)
      printer.add("if (wild & wild_bit) end_after(step);")
    }
    return printer.lines
  }

  private func addFrame(to printer: inout CxxStatementPrinter) {
    let (source, target) = (
      network.populations[projection.source].count, network.populations[projection.target].count
    )
    printer.add("[[maybe_unused]] constexpr std::uint32_t num_pre = \(source)u;")
    printer.add("[[maybe_unused]] constexpr std::uint32_t num_post = \(target)u;")
    printer.add("[[maybe_unused]] scalar* const arrived = \(CxxParts.arrived(index));")
    if projection.addsToPre {
      printer.add("scalar* const returned = \(CxxParts.returned(index));")
    }
    if projection.dendriticSlots > 0 {
      printer.add("scalar* const later = \(CxxParts.later(index));")
    }
    switch projection.layout {
    case .sparse where !projection.isDrawnAgain:
      printer.add("[[maybe_unused]] const auto& rows = \(CxxParts.rows(index));")
      printer.add("[[maybe_unused]] const auto* const targets = rows.targets;")
    case .dense, .toeplitz, .sparse:
      printer.add(
        projection.addsToPre
          ? "[[maybe_unused]] const std::uint32_t first = 0, last = num_post;"
          : "[[maybe_unused]] const std::uint32_t first = Slice(num_post, thread).first, last = Slice(num_post, thread).last;"
      )
    }
    addPointers(Array(projection.synapseCode.values), to: &printer)
  }

  /// Pointers to the columns that snippets use.
  func addPointers(_ snippets: [CheckedSnippet], to printer: inout CxxStatementPrinter) {
    let used = snippets.flatMap { snippet in
      snippet.use.slots.map { snippet.context.slots[$0] }
    }
    let times = snippets.flatMap { snippet in
      snippet.use.builtIns.compactMap { snippet.context.times[$0] }
    }
    var sites: [Access: String] = [:]
    for slot in used where network.columns[slot.column].constant == nil {
      sites[Access(slot.column, slot.delay)] = ""
    }
    for time in times { sites[Access(time.column, time.delay)] = "" }
    for access in sites.keys.sorted() { addPointer(access, to: &printer) }
  }

  /// A column, now or so many steps ago.
  struct Access: Hashable, Comparable {
    var column: Int
    var delay: Int
    var name: String { delay == 0 ? "a\(column)" : "a\(column)_before_\(delay)" }

    init(_ column: Int, _ delay: Int) {
      self.column = column
      self.delay = delay
    }

    static func < (a: Self, b: Self) -> Bool { (a.column, a.delay) < (b.column, b.delay) }
  }

  private func addPointer(_ access: Access, to printer: inout CxxStatementPrinter) {
    let column = network.columns[access.column]
    let type = column.type.cxxStorage
    guard access.delay > 0 else {
      printer.add("\(type)* const \(access.name) = \(parts.column(access.column));")
      return
    }
    // Before the start, the ring holds what the column started from.
    let slots = column.oldest + 1
    printer.add(
      "const \(type)* const \(access.name) = \(parts.history(access.column)) + "
        + "(step + \(slots - 1 - access.delay)u) % \(slots)u * \(parts.count(column));"
    )
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
    let places = ["targets"] + Set(columns).sorted().map { "a\($0)" }
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
    let row = "\(projection.group)u, id_pre, num_post, first, last"
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
