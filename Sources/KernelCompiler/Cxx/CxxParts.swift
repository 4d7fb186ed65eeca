import SpikingModels
import Templates

/// What of a program depends on the network.
struct CxxParts {
  let network: CheckedNetwork
  /// In front of the names of what lasts for the whole run.
  let memory: String
  let numbering: CxxNumbering

  init(_ network: CheckedNetwork, memory: String = "", _ numbering: CxxNumbering = .network) {
    self.network = network
    self.memory = memory
    self.numbering = numbering
  }

  // MARK: Names of what lasts for the whole run

  func column(_ index: Int) -> String { "\(memory)c\(index)_\(network.columns[index].name)" }
  func history(_ index: Int) -> String { "\(memory)h\(index)_\(network.columns[index].name)" }
  static func arrived(_ projection: Int) -> String { "arrived_\(projection)" }
  static func returned(_ projection: Int) -> String { "returned_\(projection)" }
  static func later(_ projection: Int) -> String { "later_\(projection)" }
  static func rows(_ projection: Int) -> String { "rows_\(projection)" }
  static func spikes(_ population: Int) -> String { "spikes_\(population)" }
  static func preEvents(_ projection: Int) -> String { "pre_events_\(projection)" }
  static func postEvents(_ projection: Int) -> String { "post_events_\(projection)" }

  // MARK: Names inside of a function

  func local(_ column: Int) -> String { "a\(numbering.column(column))" }
  func variable(_ slot: Slot) -> String { CxxNames.variable(slot, network, numbering) }
  func time(_ time: SpikeTime) -> String { CxxNames.time(time, numbering) }

  func names(_ snippet: CheckedSnippet, prefix: String = "") -> CxxNames {
    CxxNames(network, snippet.context, snippet.locals, prefix: prefix, numbering)
  }

  /// The number of a group, on which random numbers depend.
  func group(_ number: Int) -> String {
    numbering.isOwn ? "group_\(numbering.group(number))" : "\(number)u"
  }

  /// A line that looks whether a number is still finite; the program's template says how.
  func check(
    element: String, pre: String = "0", post: String = "0", column: Int, _ value: String
  ) -> String {
    "CHECK(\(element), \(pre), \(post), \(local(column)), \(value));"
  }

  /// For lines without a snippet's names.
  var plain: CxxNames {
    CxxNames(network, SnippetContext(group: 0, title: "", parameters: [], slots: []), [])
  }

  /// Columns that need memory.
  var storedColumns: [Int] {
    network.columns.indices.filter {
      network.columns[$0].constant == nil && !network.columns[$0].isUnused
    }
  }

  private var contexts: [SnippetContext] {
    SnippetContext.inOrder(
      network.populations.flatMap { $0.contexts(in: network) }
        + network.projections.flatMap(\.contexts) + network.customUpdates.map(\.update.context))
  }

  var constants: [MustacheContext] {
    contexts.flatMap { context in
      context.parameters.enumerated().map { index, parameter in
        [
          "type": .text(parameter.value.type.cxxName),
          "constant": .text(CxxNames.parameter(context, index)),
          "value": .text(parameter.value.cxxLiteral),
        ]
      }
    }
  }

  var arrays: [MustacheContext] {
    contexts.flatMap { context in
      context.arrays.enumerated().map { index, array in
        // C++ has no empty arrays.
        let values = array.values.isEmpty ? [Value.zero(array.type)] : array.values
        return [
          "type": .text(array.type.cxxName), "array": .text(CxxNames.array(context, index)),
          "values": .text(values.map(\.cxxLiteral).joined(separator: ", ")),
        ]
      }
    }
  }

  var columns: [MustacheContext] {
    func context(_ type: String, _ name: String) -> MustacheContext {
      ["type": .text(type), "column": .text(name)]
    }
    var result: [MustacheContext] = []
    for index in storedColumns {
      let type = network.columns[index].type.cxxStorage
      result.append(context(type, column(index)))
      if network.columns[index].oldest > 0 { result.append(context(type, history(index))) }
    }
    for (index, projection) in network.projections.enumerated() {
      result.append(context("scalar", Self.arrived(index)))
      if projection.addsToPre { result.append(context("scalar", Self.returned(index))) }
      if projection.dendriticSlots > 0 { result.append(context("scalar", Self.later(index))) }
    }
    return result
  }

  /// Columns of numbers that may go astray.
  var numbered: [MustacheContext] {
    storedColumns.map { ["index": .text("\($0)"), "column": .text(column($0))] }
  }

  var rows: [MustacheContext] {
    network.projections.indices.filter {
      network.projections[$0].layout == .sparse && !network.projections[$0].isDrawnAgain
    }.map { index in
      ["target": .text(targetType(index)), "rows": .text(Self.rows(index))]
    }
  }

  func targetType(_ projection: Int) -> String {
    let targets = network.populations[network.projections[projection].target].count
    return targets <= 1 << 16 ? "std::uint16_t" : "std::uint32_t"
  }

  var queues: [MustacheContext] {
    // Without a barrier in between, a thread lists this step's spikes while another still reads.
    let more = network.synapsesSeeOthers ? 0 : 1
    func context(_ name: String, _ slots: Int) -> MustacheContext {
      ["queue": .text(name), "slots": .text("\(slots + more)")]
    }
    var result = network.populations.enumerated().map {
      context(Self.spikes($0), $1.spikeSlots)
    }
    for (index, projection) in network.projections.enumerated() {
      if projection.preEvent != nil {
        result.append(context(Self.preEvents(index), projection.axonalDelay + 1))
      }
      if projection.postEvent != nil {
        result.append(context(Self.postEvents(index), projection.backPropagationDelay + 1))
      }
    }
    return result
  }

  /// How many numbers a column has, in C++.
  func count(_ column: Column) -> String {
    switch column.extent {
    case .elements(let count): return "\(count)u"
    case .synapses(let index):
      let projection = network.projections[index]
      switch projection.layout {
      case .sparse: return "\(Self.rows(index)).count"
      case .toeplitz: return "\(projection.kernelSize ?? 0)u"
      case .dense:
        let sources = network.populations[projection.source].count
        return "std::size_t{\(sources)} * \(network.populations[projection.target].count)u"
      }
    }
  }

  var setUp: [String] {
    var lines: [String] = []
    for (index, projection) in network.projections.enumerated() {
      let (source, target) = (
        network.populations[projection.source].count, network.populations[projection.target].count
      )
      if projection.layout == .sparse, !projection.isDrawnAgain {
        lines.append("\(Self.rows(index)).read(data, \(source)u, \(target)u);")
        if projection.synapseCode[.postSpikeSynapse] != nil
          || projection.synapseCode[.postEventSynapse] != nil
        {
          lines.append("\(Self.rows(index)).transpose(\(target)u);")
        }
      }
      lines.append("\(Self.arrived(index)) = make<scalar>(\(target)u, 0);")
      if projection.addsToPre {
        lines.append("\(Self.returned(index)) = make<scalar>(\(source)u, 0);")
      }
      if projection.dendriticSlots > 0 {
        lines.append(
          "\(Self.later(index)) = make<scalar>(std::size_t{\(projection.dendriticSlots)} * \(target)u, 0);"
        )
      }
    }
    for index in storedColumns {
      let column = network.columns[index]
      let type = column.type.cxxStorage
      let count = count(column)
      if case .constant(let value) = column.start {
        lines.append("\(self.column(index)) = make<\(type)>(\(count), \(value.cxxLiteral));")
      } else {
        lines.append("\(self.column(index)) = make<\(type)>(\(count), 0);")
        lines.append("data.read(\(self.column(index)), \(count));")
      }
      guard column.oldest > 0 else { continue }
      let slots = column.oldest + 1
      lines.append("\(history(index)) = make<\(type)>(std::size_t{\(slots)} * \(count), 0);")
      lines.append("for (std::size_t slot = 0; slot < \(slots); ++slot) {")
      lines.append(
        "  copy_all(\(self.column(index)), \(self.column(index)) + \(count), \(history(index)) + slot * \(count));"
      )
      lines.append("}")
    }
    lines += queues.indices.compactMap { index in
      if case .text(let name)? = queues[index]["queue"] { "\(name).start();" } else { nil }
    }
    return lines.map { "  " + $0 }
  }

  /// A case for each column that can be traced.
  var traceable: [MustacheContext] {
    network.traceableColumns.map { index in
      [
        "index": .text("\(index)"), "column": .text(column(index)),
        "count": .text("\(network.neuronCount(index))u"),
      ]
    }
  }

  var reports: [String] {
    network.reportedColumns.map { index in
      let column = network.columns[index]
      let kind = column.type.isReal ? "reals" : "integers"
      return "  report_\(kind)(\(index), \(self.column(index)), \(count(column)));"
    }
  }
}

extension NumericType {
  /// The type of an array's elements; `bool` has one byte everywhere.
  var cxxStorage: String { self == .bool ? NumericType.uint8.cxxName : cxxName }
}
