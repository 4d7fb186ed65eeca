/// What a snippet can name, besides its own locals and the functions of the library.
struct Scope: Hashable, Sendable {
  /// A parameter, variable or built-in name.
  struct Entry: Hashable, Sendable {
    var symbol: Symbol
    var type: NumericType
    /// Why it can't be written; nil if it can.
    var readOnly: String?
    /// A reference that only `=` may touch, as its value is copied to several places.
    var isWriteOnly = false
    /// Whether `NAME[steps]` reads what it was so many steps ago.
    var isDelayable = false
  }

  /// An array of the model's.
  struct Array: Hashable, Sendable {
    var index: Int
    var element: NumericType
  }

  /// A function that does something outside.
  struct Function: Hashable, Sendable {
    var output: OutputFunction
    var arguments: [NumericType]
  }

  /// What `for_each_synapse` adds.
  struct Synapses: Hashable, Sendable {
    var entries: [String: Entry] = [:]
    var functions: [String: Function] = [:]
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var arrays: [String: Array] = [:]
  private(set) var functions: [String: Function] = [:]
  /// Nil where `for_each_synapse` is not possible.
  var synapses: Synapses?
  /// Whether `injectCurrent` may be called.
  var injects = false
  /// Whether random numbers can be drawn.
  var draws = false
  /// The type of `scalar`.
  var scalar: NumericType
  /// Whether functions of real numbers compute in double, as C++ does for GeNN's single-threaded
  /// backend: its generated code calls the C library's `exp`, whatever the argument's type.
  var computesInDouble = false

  init(scalar: NumericType) { self.scalar = scalar }

  mutating func define(_ name: String, _ entry: Entry) { entries[name] = entry }
  mutating func define(_ name: String, _ array: Array) { arrays[name] = array }
  mutating func define(_ name: String, _ function: Function) { functions[name] = function }

  /// A built-in name that can't be written.
  mutating func define(_ names: [BuiltIn]) {
    for name in names { define(name.rawValue, constant(name)) }
  }

  /// Takes back what the role has, but this code hasn't.
  mutating func undefine(_ names: BuiltIn...) {
    for name in names { entries[name.rawValue] = nil }
  }

  func constant(_ name: BuiltIn) -> Entry {
    Entry(
      symbol: .builtIn(name), type: name.isTime ? scalar : .uint32,
      readOnly: name.isTime ? "spikes decide it" : "it numbers or counts")
  }

  /// Names that mean something in GeNN's code, so that nothing else can have them.
  static let builtIn: Set<String> = {
    var names: Set<String> = ["t", "dt", "id", "num_neurons", "Isyn", "injectCurrent"]
    names.formUnion(BuiltIn.allCases.map(\.rawValue))
    names.formUnion(RandomFunction.allCases.map(\.rawValue))
    names.formUnion(["addToPost", "addToPostDelay", "addToPre", "addSynapse"])
    names.formUnion(["add_synapse", "remove_synapse", "printf", "assert", "atomic_or"])
    return names
  }()

  mutating func defineStep(ofNeuron isNeuron: Bool) {
    func constant(_ symbol: Symbol, _ type: NumericType, _ reason: String) -> Entry {
      Entry(symbol: symbol, type: type, readOnly: reason)
    }
    defineTime()
    define("id", constant(.neuron, .uint32, "it numbers the neurons"))
    define("num_neurons", constant(.neuronCount, .uint32, "it counts the neurons"))
    if isNeuron {
      define("Isyn", constant(.inputCurrent, scalar, "only current sources and synapses add to it"))
    }
    draws = true
  }

  mutating func defineTime() {
    define("t", Entry(symbol: .time, type: scalar, readOnly: "the time is the same for all"))
    defineTimeStep()
  }

  mutating func defineTimeStep() {
    define("dt", Entry(symbol: .timeStep, type: scalar, readOnly: "the network sets it"))
  }
}
