/// An expression whose names and types are known; conversions are explicit, so that both operands
/// of an operator have the same type. It has no side effects: those are statements.
struct TypedExpression: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case constant(Value)
    case symbol(Symbol)
    case convert(TypedExpression)
    case unary(UnaryOperator, TypedExpression)
    case binary(BinaryOperator, TypedExpression, TypedExpression)
    case logical(LogicalOperator, TypedExpression, TypedExpression)
    case conditional(TypedExpression, then: TypedExpression, otherwise: TypedExpression)
    case call(LibraryFunction, [TypedExpression])
  }

  var kind: Kind
  var type: NumericType
  var offset: Int
}

/// What a name stands for.
package enum Symbol: Hashable, Sendable {
  case parameter(Int)
  case variable(Int)
  case local(Int)
  /// The sum of a neuron's input currents.
  case inputCurrent
  case time
  case timeStep
  case neuron
  case neuronCount
}

/// A statement whose names and types are known.
struct TypedStatement: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case declare(local: Int, TypedExpression?)
    /// The target is a variable or a local, and the value has its type.
    case assign(Symbol, TypedExpression)
    /// `injectCurrent(…)`.
    case inject(TypedExpression)
    case evaluate(TypedExpression)
    case block([TypedStatement])
    case conditional(TypedExpression, then: [TypedStatement], otherwise: [TypedStatement])
    case whileLoop(TypedExpression, [TypedStatement])
    case doLoop([TypedStatement], TypedExpression)
    case forLoop(
      start: [TypedStatement], condition: TypedExpression?, step: [TypedStatement],
      body: [TypedStatement])
    case leaveLoop
    case nextRound
  }

  var kind: Kind
  var offset: Int
}

/// A variable that a snippet declares.
struct Local: Hashable, Sendable {
  var name: String
  var type: NumericType
  var isConstant: Bool
}
