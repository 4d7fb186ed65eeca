/// What one neuron's code sees in one step.
struct Frame: Sendable {
  var parameters: [Value]
  var variables: [Value]
  var locals: [Value]
  var inputCurrent: Value
  var time: Value
  var timeStep: Value
  var neuron: Value
  var neuronCount: Value

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
      }
    }
    set {
      switch symbol {
      case .variable(let index): variables[index] = newValue
      case .local(let index): locals[index] = newValue
      // The type checker rejects writing anything else.
      default: break
      }
    }
  }
}
