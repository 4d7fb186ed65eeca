/// What a snippet can name, besides its own locals and the functions of the library.
struct Scope: Hashable, Sendable {
  /// A parameter, variable or built-in name.
  struct Entry: Hashable, Sendable {
    var symbol: Symbol
    var type: NumericType
    /// Why it can't be written; nil if it can.
    var readOnly: String?
  }

  private(set) var entries: [String: Entry] = [:]
  /// Whether `injectCurrent` may be called.
  var injects = false
  /// The type of `scalar`.
  var scalar: NumericType

  init(scalar: NumericType) { self.scalar = scalar }

  mutating func define(_ name: String, _ entry: Entry) { entries[name] = entry }

  /// Names that GeNN defines in every neuron's and current source's code.
  static let builtIn = ["t", "dt", "id", "num_neurons", "Isyn", "injectCurrent"]

  mutating func defineStep(ofNeuron isNeuron: Bool) {
    func constant(_ symbol: Symbol, _ type: NumericType, _ reason: String) -> Entry {
      Entry(symbol: symbol, type: type, readOnly: reason)
    }
    define("t", constant(.time, scalar, "the time is the same for all"))
    defineTimeStep()
    define("id", constant(.neuron, .uint32, "it numbers the neurons"))
    define("num_neurons", constant(.neuronCount, .uint32, "it counts the neurons"))
    if isNeuron {
      define("Isyn", constant(.inputCurrent, scalar, "only current sources and synapses add to it"))
    }
  }

  mutating func defineTimeStep() {
    define("dt", Entry(symbol: .timeStep, type: scalar, readOnly: "the network sets it"))
  }
}
