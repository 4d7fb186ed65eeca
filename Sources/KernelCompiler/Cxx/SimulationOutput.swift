package import Diagnostics

/// Reads what a generated program printed.
package enum SimulationOutput {
  /// The result, in the layout that the reference engine gives it.
  ///
  /// Everything is checked: a line too few, a neuron too many or a number that is none is a
  /// finding.
  package static func parse(
    _ output: [UInt8], of layout: NetworkLayout, withState: Bool = true, traces: Int = 0
  ) throws(Diagnostic) -> SimulationResult {
    var reader = SimulationReader(layout, withState: withState, traces: traces)
    var start = 0
    var number = 0
    while start < output.count {
      let end = output[start...].firstIndex(of: UInt8(ascii: "\n")) ?? output.count
      number += 1
      guard reader.read(output[start..<end]) else {
        let line = String(decoding: output[start..<end].prefix(80), as: UTF8.self)
        throw .unreadableOutput(line: number, line)
      }
      start = end + 1
    }
    return try reader.finished()
  }
}

extension SimulationOutput {
  /// What the line `wild PHASE ELEMENT PRE POST COLUMN STEP VALUE` of a searching program says.
  package static func wildNumber(_ output: [UInt8], in network: CheckedNetwork) -> Diagnostic? {
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard words.count == 8, words[0] == "wild", let value = Double(words[7]) else { continue }
      let numbers = words[2...6].compactMap { Int($0) }
      guard numbers.count == 5, network.columns.indices.contains(numbers[3]) else { continue }
      return network.notFinite(
        column: numbers[3], neuron: numbers[0], pre: numbers[1], post: numbers[2],
        step: numbers[4], value: value)
    }
    return nil
  }
}

/// A result, being filled line by line.
private struct SimulationReader {
  private let network: CheckedNetwork
  private var spikes: [Spike] = []
  private var columns: [StateColumn] = []
  /// How many values each column has in the end.
  private var counts: [Int] = []
  private var traces: [[Double]]
  private var seconds: SimulationResult.Seconds?
  private var hasEnded = false

  init(_ layout: NetworkLayout, withState: Bool, traces: Int) {
    network = layout.network
    self.traces = Array(repeating: [], count: traces)
    guard withState else { return }
    for index in network.reportedColumns {
      columns.append(StateColumn(column: index, values: []))
      counts.append(layout.count(of: network.columns[index]))
    }
  }

  /// False if the line makes no sense.
  mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
    guard !hasEnded else { return false }
    let words = line.split(separator: UInt8(ascii: " "))
    guard let first = words.first else { return false }
    if first.elementsEqual("spike".utf8) { return read(spike: words) }
    if first.elementsEqual("state".utf8) { return read(state: words) }
    if first.elementsEqual("trace".utf8) { return read(trace: words) }
    if first.elementsEqual("seconds".utf8), words.count == 3,
      let setUp = Double(Self.text(words[1])), let run = Double(Self.text(words[2]))
    {
      seconds = .init(setUp: setUp, run: run)
      return true
    }
    guard first.elementsEqual("end".utf8), words.count == 2 else { return false }
    hasEnded = true
    return Self.number(words[1]) == spikes.count
  }

  private mutating func read(spike words: [ArraySlice<UInt8>]) -> Bool {
    guard words.count == 4, let step = Self.number(words[1]),
      let population = Self.number(words[2]), let neuron = Self.number(words[3]),
      population < network.populations.count, neuron < network.populations[population].count
    else { return false }
    spikes.append(Spike(step: step, population: population, neuron: neuron))
    return true
  }

  /// `state COLUMN INDEX VALUE`; the values of a column come in order.
  private mutating func read(state words: [ArraySlice<UInt8>]) -> Bool {
    guard words.count == 4, let column = Self.number(words[1]), let index = Self.number(words[2]),
      let place = columns.firstIndex(where: { $0.column == column }),
      columns[place].values.count == index, index < counts[place],
      let value = Self.value(Self.text(words[3]), network.columns[column].type)
    else { return false }
    columns[place].values.append(value)
    return true
  }

  /// `trace NUMBER VALUE`; the values of a trace come in order.
  private mutating func read(trace words: [ArraySlice<UInt8>]) -> Bool {
    guard words.count == 3, let trace = Self.number(words[1]), trace < traces.count,
      let value = Double(Self.text(words[2]))
    else { return false }
    traces[trace].append(value)
    return true
  }

  private static func text(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word, as: UTF8.self)
  }

  /// A number without a sign; outputs have many of them.
  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    guard !word.isEmpty, word.count < 19 else { return nil }
    var number = 0
    for byte in word {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
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

  func finished() throws(Diagnostic) -> SimulationResult {
    for (column, count) in zip(columns, counts) where column.values.count != count {
      throw .truncatedOutput()
    }
    guard hasEnded, Set(traces.map(\.count)).count <= 1 else { throw .truncatedOutput() }
    return SimulationResult(
      spikes: spikes.sorted(), state: columns, traces: traces, seconds: seconds)
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
