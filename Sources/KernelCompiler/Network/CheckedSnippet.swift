/// What a model's snippets see: the parameters and the slots of one use of the model.
struct SnippetContext: Hashable, Sendable {
  /// Unlike that of all others in the network; random numbers depend on it.
  var group: Int
  /// For findings.
  var title: String
  var parameters: [CheckedParameter]
  var slots: [Slot]
  var times: [BuiltIn: SpikeTime] = [:]
  var arrays: [SharedArray] = []
}

/// An array that all elements of a group share.
struct SharedArray: Hashable, Sendable {
  var name: String
  var type: NumericType
  var values: [Value]
}

/// A snippet of statements with what it sees.
struct CheckedSnippet: Hashable, Sendable {
  var context: SnippetContext
  var locals: [Local]
  var code: CheckedStatements

  var isEmpty: Bool { code.statements.isEmpty }
}

/// A snippet that is a condition, with what it sees.
struct CheckedTest: Hashable, Sendable {
  var context: SnippetContext
  var test: CheckedCondition
}

/// The snippets of a neuron model; locals of the first are known in the others.
struct CheckedNeuronCode: Hashable, Sendable {
  var context: SnippetContext
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

/// A parameter or derived parameter, rounded to the network's precision.
struct CheckedParameter: Hashable, Sendable {
  var name: String
  /// As it was written, or as it was derived in double precision.
  var exact: Double
  var value: Value
}
