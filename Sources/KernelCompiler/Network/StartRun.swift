import Diagnostics
import SpikingModels

/// Runs code once for each neuron, synapse or row before the network runs.
///
/// Each neuron, and each row of synapses, has a stream of random numbers of its own, as have the
/// distributions that are built in.
struct StartRun {
  private let snippet: CheckedSnippet
  private let scalar: NumericType
  private let network: Network
  private let variable: Int
  private let purpose: RandomStream.Purpose
  private var stream: RandomStream?
  /// Whose stream it is.
  private(set) var element: Int?
  /// What the last run gave to `addSynapse`.
  private(set) var added: [Int128] = []

  init(
    _ snippet: CheckedSnippet, _ scalar: NumericType, _ network: Network, variable: Int,
    _ purpose: RandomStream.Purpose
  ) {
    self.snippet = snippet
    self.scalar = scalar
    self.network = network
    self.variable = variable
    self.purpose = purpose
  }

  mutating func beginStream(_ element: Int) {
    self.element = element
    stream = RandomStream(
      seed: network.seed, group: snippet.context.group, element: element, time: UInt64(variable),
      purpose: purpose)
  }

  /// Gives what the code's names are in the end.
  mutating func run(
    _ numbers: [String: Int], value: Value? = nil
  ) throws(Diagnostic) -> Frame {
    func number(_ name: String) -> Value { .integer(Int128(numbers[name] ?? 0), .uint32) }
    var frame = Frame(
      parameters: snippet.context.parameters.map(\.value), variables: [],
      locals: snippet.locals.map { .zero($0.type) }, inputCurrent: .zero(scalar),
      time: .zero(scalar), timeStep: RealLiteral.value(network.dt.inMilliseconds, as: scalar),
      neuron: number("id"), neuronCount: number("num_neurons"))
    for (name, count) in numbers {
      if let name = BuiltIn(rawValue: name) {
        frame.builtIns[name] = .integer(Int128(count), .uint32)
      }
    }
    frame.builtIns[.batchCount] = .integer(1, .uint32)
    frame.builtIns[.value] = value
    frame.arrays = snippet.context.arrays.map(\.values)
    var interpreter = Interpreter(
      frame: frame, source: snippet.code.source,
      host: ReferenceHost(stream: stream, scalar: scalar))
    do throws(Fault) {
      try interpreter.run(snippet.code.statements, of: snippet.code.source)
    } catch {
      let element = numbers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      throw .startFails(error, element.joined(separator: ", "), at: interpreter.place)
    }
    stream = interpreter.host.stream
    added = interpreter.host.outputs.compactMap { output in
      guard output.function == .addSynapse, case .integer(let end, _)? = output.arguments.first
      else { return nil }
      return end
    }
    return interpreter.frame
  }
}
