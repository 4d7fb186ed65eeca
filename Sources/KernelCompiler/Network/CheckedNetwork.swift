package import SpikingModels

/// A network in which every name, type, number and snippet has been checked: what the engines run.
package struct CheckedNetwork: Hashable, Sendable {
  package let network: Network
  /// What `scalar` is.
  package let scalar: NumericType
  /// The time step in `scalar`'s precision.
  package let timeStep: Value
  package let populations: [CheckedPopulation]

  package var name: String { network.name }

  /// The time of a step as GeNN computes it: the step's number in `scalar`'s precision, times `dt`.
  func time(ofStep step: Int) -> Value {
    switch timeStep {
    case .float(let dt): .float(Float(step) * dt)
    default: .double(Double(step) * timeStep.asDouble)
    }
  }
}

/// A population whose model has been checked.
package struct CheckedPopulation: Hashable, Sendable {
  package let name: String
  package let count: Int
  package let variables: [CheckedVariable]
  let parameters: [CheckedParameter]
  let currentSources: [CheckedCurrentSource]
  let code: CheckedNeuronCode
}

/// A parameter or derived parameter, rounded to the network's precision.
struct CheckedParameter: Hashable, Sendable {
  var name: String
  /// As it was written, or as it was derived in double precision.
  var exact: Double
  var value: Value
}

/// A variable and what it starts from.
package struct CheckedVariable: Hashable, Sendable {
  enum Start: Hashable, Sendable {
    case constant(Value)
    case values([Value])
  }

  package let name: String
  package let type: NumericType
  let isReadOnly: Bool
  let start: Start

  func initialValues(_ count: Int) -> [Value] {
    switch start {
    case .constant(let value): Array(repeating: value, count: count)
    case .values(let values): values
    }
  }
}

/// The snippets of a neuron model; locals of the first are known in the others.
struct CheckedNeuronCode: Hashable, Sendable {
  var locals: [Local]
  var simulation: CheckedStatements
  var threshold: CheckedCondition?
  var reset: CheckedStatements
  var isAutoRefractory: Bool
}

/// A snippet of statements.
struct CheckedStatements: Hashable, Sendable {
  var statements: [TypedStatement]
  var source: SnippetSource
}

/// A snippet that is a condition.
struct CheckedCondition: Hashable, Sendable {
  var condition: TypedExpression
  var source: SnippetSource
}

/// A current source whose model has been checked.
struct CheckedCurrentSource: Hashable, Sendable {
  var name: String
  var parameters: [CheckedParameter]
  var variables: [CheckedVariable]
  var locals: [Local]
  var injection: CheckedStatements
}
