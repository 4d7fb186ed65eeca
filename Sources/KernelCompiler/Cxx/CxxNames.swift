/// How a snippet's names appear in C++: with a prefix each, so that no name can meet a keyword of
/// C++ or another name.
struct CxxNames: Hashable, Sendable {
  private let parameters: [String]
  private let variables: [String]
  private let locals: [Local]
  /// Empty for the neurons themselves, `s0_` for their first current source.
  private let prefix: String

  init(neuronsOf population: CheckedPopulation) {
    parameters = population.parameters.map(\.name)
    variables = population.variables.map(\.name)
    locals = population.code.locals
    prefix = ""
  }

  init(source: CheckedCurrentSource, number: Int) {
    parameters = source.parameters.map(\.name)
    variables = source.variables.map(\.name)
    locals = source.locals
    prefix = "s\(number)_"
  }

  subscript(symbol: Symbol) -> String {
    switch symbol {
    case .parameter(let index): constant(parameters[index])
    case .variable(let index): "\(prefix)v_\(variables[index])"
    case .local(let index): "\(prefix)l\(index)_\(locals[index].name)"
    case .inputCurrent: "Isyn"
    case .time: "t"
    case .timeStep: "dt"
    case .neuron: "id"
    case .neuronCount: "num_neurons"
    case .input(let index): "\(prefix)input_\(index)"
    case .builtIn(let name): name.rawValue
    }
  }

  func type(ofLocal index: Int) -> NumericType { locals[index].type }

  /// How a local that holds a pointer is declared.
  func pointerType(ofLocal index: Int) -> String {
    let local = locals[index]
    let element = (local.pointer == .readOnly ? "const " : "") + local.type.cxxName
    return "\(element)* \(local.isConstant ? "const " : "")"
  }

  /// An array of the model's.
  func array(_ index: Int) -> String { "\(prefix)array_\(index)" }

  /// A random number.
  func draw(_ function: RandomFunction, _ arguments: [String]) -> String {
    "random.\(function)(\(arguments.joined(separator: ", ")))"
  }

  /// What a variable was so many steps ago.
  func delayed(_ symbol: Symbol, _ steps: String) -> String { "\(self[symbol])_before(\(steps))" }

  /// A call of one of GeNN's own functions.
  func output(_ function: OutputFunction, _ arguments: [String]) -> String {
    let list = arguments.joined(separator: ", ")
    return switch function {
    case .addToPost: "add_to_post(\(list))"
    case .addToPostDelay: "add_to_post_delay(\(list))"
    case .addToPre: "add_to_pre(\(list))"
    case .atomicAdd(let variable): "atomic_add(\(self[.variable(variable)]), \(list))"
    case .addSynapse: "add_synapse(\(list))"
    case .insertSynapse: "insert_synapse(\(list))"
    case .removeSynapse: "remove_synapse()"
    case .allocate(let index): "allocate(\(array(index)), \(list))"
    case .push(let index): "push(\(array(index)), \(list))"
    case .pull(let index): "pull(\(array(index)), \(list))"
    case .transfer(let name): "\(name)(\(list))"
    }
  }

  /// A parameter.
  func constant(_ name: String) -> String { "\(prefix)p_\(name)" }

  /// The values of a variable, one a neuron.
  func column(_ name: String) -> String { "\(prefix)all_\(name)" }
}
