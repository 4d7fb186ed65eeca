/// An expression whose names and types are known; conversions are explicit, so that both operands
/// of an operator have the same type.
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
    /// A random number; the arguments have the function's types.
    case draw(RandomFunction, [TypedExpression])
    /// An element of an array.
    case element(TypedPointer, TypedExpression)
    /// How many elements one pointer is behind another.
    case difference(TypedPointer, TypedPointer)
    /// Whether a pointer points anywhere; all do.
    case isSet(TypedPointer)
    /// The value that a postsynaptic variable had so many steps ago.
    case delayed(Symbol, TypedExpression)
    /// Assigns, and is what the target holds then. With an operator, target and value are combined
    /// in the value's type first, or for a shift in the target's.
    case assign(TypedTarget, BinaryOperator?, TypedExpression)
    /// Adds or subtracts one; is the new value for a prefix, else the old one.
    case step(TypedTarget, up: Bool, isPrefix: Bool)
    /// Evaluates the first for what it does, and is the second.
    case sequence(TypedExpression, TypedExpression)
  }

  var kind: Kind
  var type: NumericType
  var offset: Int
  /// GeNN's type checker gives a comparison the type of its operands, so it takes `V > 1.0` for a
  /// real number, though C++ has a truth value there.
  var countsAsReal = false
}

/// Where a value can be put.
indirect enum TypedTarget: Hashable, Sendable {
  case symbol(Symbol)
  case element(TypedPointer, TypedExpression)
}

/// What points into an array.
struct TypedPointer: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    /// The first element of one of the model's arrays.
    case array(Int)
    /// A local that holds a pointer.
    case local(Int)
    /// So many elements further, or back.
    case moved(TypedPointer, by: TypedExpression, back: Bool)
    /// Moves a local to the next element or back; is the new place for a prefix, else the old one.
    case step(local: Int, up: Bool, isPrefix: Bool)
  }

  var kind: Kind
  /// The type of the array's elements.
  var element: NumericType
  /// Whether elements can't be written through it.
  var isReadOnly: Bool
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
  /// One of the model's further sums of inputs.
  case input(Int)
  case builtIn(BuiltIn)
}

/// A statement whose names and types are known.
struct TypedStatement: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case declare(local: Int, TypedExpression?)
    /// The target is a variable or a local, and the value has its type.
    case assign(Symbol, TypedExpression)
    case declarePointer(local: Int, TypedPointer?)
    case assignPointer(local: Int, TypedPointer)
    /// `injectCurrent(…)`.
    case inject(TypedExpression)
    /// A call of one of GeNN's own functions; the arguments have its types.
    case output(OutputFunction, [TypedExpression])
    /// `assert(…)`.
    case check(TypedExpression)
    /// `printf(…)`.
    case print(String, [TypedExpression])
    case evaluate(TypedExpression)
    case block([TypedStatement])
    case conditional(TypedExpression, then: [TypedStatement], otherwise: [TypedStatement])
    case whileLoop(TypedExpression, [TypedStatement])
    case doLoop([TypedStatement], TypedExpression)
    case forLoop(
      start: [TypedStatement], condition: TypedExpression?, step: [TypedStatement],
      body: [TypedStatement])
    case forEachSynapse([TypedStatement])
    case switchOn(TypedExpression, [TypedCase])
    case leaveLoop
    case nextRound
  }

  var kind: Kind
  var offset: Int
}

/// The statements behind one or several labels of a `switch`, up to the next label.
struct TypedCase: Hashable, Sendable {
  /// In the type of what is switched on.
  var labels: [Value]
  var isDefault: Bool
  var statements: [TypedStatement]
}

/// A variable that a snippet declares.
struct Local: Hashable, Sendable {
  var name: String
  /// For a pointer, the type of the elements.
  var type: NumericType
  var isConstant: Bool
  /// Whether it points to elements, and whether these can't be written; nil for numbers.
  var pointer: PointerAccess?

  init(name: String, type: NumericType, isConstant: Bool, pointer: PointerAccess? = nil) {
    self.name = name
    self.type = type
    self.isConstant = isConstant
    self.pointer = pointer
  }
}

/// What can be done with the elements that a pointer points to.
enum PointerAccess: Hashable, Sendable { case readWrite, readOnly }
