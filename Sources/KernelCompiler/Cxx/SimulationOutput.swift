package import Diagnostics

/// Reads what a generated program printed.
package enum SimulationOutput {
  /// The result, in the layout that the reference engine gives it.
  ///
  /// Everything is checked: a line too few, a neuron too many or a number that is none is a
  /// finding.
  package static func parse(
    _ output: [UInt8], of network: CheckedNetwork
  ) throws(Diagnostic) -> SimulationResult {
    var spikes: [Spike] = []
    var columns = StateTable(network)
    var ended = false
    var lines = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Behind the last line's end there is nothing.
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      let words = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      let isRight: Bool
      switch words.first {
      case "spike" where !ended: isRight = read(spike: words, network, into: &spikes)
      case "state" where !ended: isRight = columns.read(words)
      case "end" where !ended:
        ended = true
        isRight = words.count == 2 && Int(words[1]) == spikes.count
      default: isRight = false
      }
      if !isRight {
        throw .unreadableOutput(line: index + 1, String(decoding: line.prefix(80), as: UTF8.self))
      }
    }
    guard ended else { throw .truncatedOutput() }
    return SimulationResult(spikes: spikes.sorted(), state: try columns.finished())
  }

  private static func read(
    spike words: [String], _ network: CheckedNetwork, into spikes: inout [Spike]
  ) -> Bool {
    guard words.count == 4, let step = Int(words[1]), let population = Int(words[2]),
      let neuron = Int(words[3]), step >= 0, network.populations.indices.contains(population),
      (0..<network.populations[population].count).contains(neuron)
    else { return false }
    spikes.append(Spike(step: step, population: population, neuron: neuron))
    return true
  }
}

/// The columns that a network's state has, being filled.
private struct StateTable {
  private var columns: [StateColumn] = []
  private var counts: [Int] = []

  init(_ network: CheckedNetwork) {
    for (index, population) in network.populations.enumerated() {
      add(population.variables, nil, index, population.count)
      for source in population.currentSources {
        add(source.variables, source.name, index, population.count)
      }
    }
  }

  private mutating func add(
    _ variables: [CheckedVariable], _ source: String?, _ population: Int, _ count: Int
  ) {
    for variable in variables where !variable.isReadOnly {
      columns.append(
        StateColumn(
          population: population, source: source, variable: variable.name, type: variable.type,
          values: []))
      counts.append(count)
    }
  }

  /// `state POPULATION VARIABLE NEURON VALUE`; the neurons of a column come in order.
  mutating func read(_ words: [String]) -> Bool {
    guard words.count == 5, let population = Int(words[1]), let neuron = Int(words[3]),
      let index = columns.firstIndex(where: {
        $0.population == population && $0.label == words[2]
      }),
      columns[index].values.count == neuron, neuron < counts[index],
      let value = Self.value(words[4], columns[index].type)
    else { return false }
    columns[index].values.append(value)
    return true
  }

  private static func value(_ text: String, _ type: NumericType) -> Value? {
    switch type {
    case .float: Float(text).map { .float($0) }
    case .double: Double(text).map { .double($0) }
    default:
      // 64-bit unsigned numbers are printed as signed ones.
      Int64(text).map { .integer(Int128($0).wrapped(to: type), type) }
    }
  }

  func finished() throws(Diagnostic) -> [StateColumn] {
    for (column, count) in zip(columns, counts) where column.values.count != count {
      throw .truncatedOutput()
    }
    return columns
  }
}

extension Diagnostic {
  static func unreadableOutput(line: Int, _ text: String) -> Self {
    Diagnostic(
      .error, at: nil, "line \(line) of the simulation's output makes no sense: '\(text)'",
      remedy: "look for a changed template or a broken compiler")
  }

  static func truncatedOutput() -> Self {
    Diagnostic(
      .error, at: nil, "the simulation's output ends too early",
      remedy: "run the program by hand and look for a crash")
  }
}
