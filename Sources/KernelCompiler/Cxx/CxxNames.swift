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
    }
  }

  func type(ofLocal index: Int) -> NumericType { locals[index].type }

  /// A parameter.
  func constant(_ name: String) -> String { "\(prefix)p_\(name)" }

  /// The values of a variable, one a neuron.
  func column(_ name: String) -> String { "\(prefix)all_\(name)" }
}
