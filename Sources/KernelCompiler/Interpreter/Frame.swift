/// What one neuron's or synapse's code sees when it runs.
struct Frame: Sendable {
  var parameters: [Value]
  var variables: [Value]
  var locals: [Value]
  var inputCurrent: Value
  var time: Value
  var timeStep: Value
  var neuron: Value
  var neuronCount: Value
  /// Further sums of inputs.
  var inputs: [Value] = []
  /// The other names that GeNN defines.
  var builtIns: [BuiltIn: Value] = [:]
  /// The model's arrays, which all of a group share.
  var arrays: [[Value]] = []
  /// What locals that hold pointers point to.
  var pointers: [Int: Pointer] = [:]

  /// An element of an array, or the place behind its last one.
  struct Pointer: Hashable, Sendable {
    var array: Int
    var index: Int
  }

  subscript(symbol: Symbol) -> Value {
    get {
      switch symbol {
      case .parameter(let index): parameters[index]
      case .variable(let index): variables[index]
      case .local(let index): locals[index]
      case .inputCurrent: inputCurrent
      case .time: time
      case .timeStep: timeStep
      case .neuron: neuron
      case .neuronCount: neuronCount
      case .input(let index): inputs[index]
      case .builtIn(let name): builtIns[name] ?? .zero(.uint32)
      }
    }
    set {
      switch symbol {
      case .variable(let index): variables[index] = newValue
      case .local(let index): locals[index] = newValue
      case .builtIn(let name): builtIns[name] = newValue
      // The type checker rejects writing anything else.
      default: break
      }
    }
  }

  /// An element that is there.
  func element(_ pointer: Pointer) throws(Fault) -> Value {
    let array = arrays.indices.contains(pointer.array) ? arrays[pointer.array] : []
    guard array.indices.contains(pointer.index) else {
      throw .outsideArray(pointer.index, count: array.count)
    }
    return array[pointer.index]
  }

  mutating func write(_ value: Value, to pointer: Pointer) throws(Fault) {
    _ = try element(pointer)
    arrays[pointer.array][pointer.index] = value
  }

  /// Moves within an array; C++ leaves open what a pointer to outside is.
  func moved(_ pointer: Pointer, by distance: Int128) throws(Fault) -> Pointer {
    let count = arrays.indices.contains(pointer.array) ? arrays[pointer.array].count : 0
    let index = Int128(pointer.index) + distance
    guard (0...Int128(count)).contains(index) else {
      throw .outsideArray(Int(clamping: index), count: count)
    }
    return Pointer(array: pointer.array, index: Int(index))
  }
}
