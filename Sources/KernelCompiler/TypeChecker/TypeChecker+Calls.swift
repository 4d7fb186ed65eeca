import Diagnostics

extension TypeChecker {
  /// A call that gives a value.
  mutating func call(
    _ name: String, _ arguments: [Expression], at offset: Int
  ) throws(Abandoned) -> TypedExpression {
    if isStatementFunction(name) { throw fail(.outputInside(name, at: place(offset))) }
    if let random = RandomFunction(rawValue: name), find(name) == nil {
      guard scope.draws else { throw fail(.noRandomNumbers(at: place(offset))) }
      let types = random.arguments(scope.scalar)
      return TypedExpression(
        kind: .draw(random, try self.arguments(name, arguments, types, at: offset)),
        type: random.result(scope.scalar), offset: offset)
    }
    guard let function = LibraryFunction.Name(rawValue: name) else {
      if find(name) != nil { throw fail(.calledNumber(name, at: place(offset))) }
      if let role = LibraryFunction.elsewhere[name] {
        throw fail(.functionElsewhere(name, role, at: place(offset)))
      }
      throw fail(
        .unknownFunction(
          name, suggestion: nearest(to: name, in: knownFunctions), at: place(offset)))
    }
    let wanted = function.signature.argumentCount
    guard arguments.count == wanted else {
      throw fail(.wrongArgumentCount(name, wanted, arguments.count, at: place(offset)))
    }
    var typed: [TypedExpression] = []
    for argument in arguments { typed.append(try check(argument)) }
    return try call(function, typed, at: offset)
  }

  /// Functions that do something and give no value.
  func isStatementFunction(_ name: String) -> Bool {
    function(name) != nil || name == "injectCurrent" && scope.injects || name == "printf"
      || name == "assert" || name == "atomic_or"
  }

  /// Arguments in the types that a function wants.
  mutating func arguments(
    _ name: String, _ arguments: [Expression], _ types: [NumericType], at offset: Int
  ) throws(Abandoned) -> [TypedExpression] {
    guard arguments.count == types.count else {
      throw fail(.wrongArgumentCount(name, types.count, arguments.count, at: place(offset)))
    }
    var typed: [TypedExpression] = []
    for (argument, type) in zip(arguments, types) {
      typed.append(try check(argument).converted(to: type))
    }
    return typed
  }

  private mutating func call(
    _ name: LibraryFunction.Name, _ arguments: [TypedExpression], at offset: Int
  ) throws(Abandoned) -> TypedExpression {
    func result(
      _ type: NumericType, of arguments: [TypedExpression], returning: NumericType
    ) -> TypedExpression {
      TypedExpression(
        kind: .call(LibraryFunction(name: name, type: type), arguments), type: returning,
        offset: offset)
    }
    let types = arguments.map(\.type)
    switch name.signature {
    case .reals:
      let type = realType(types)
      return result(type, of: arguments.map { $0.converted(to: type) }, returning: type)
    case .realAndInt:
      let type = realType(Array(types.prefix(1)))
      let converted = [arguments[0].converted(to: type), arguments[1].converted(to: .int32)]
      return result(type, of: converted, returning: type)
    case .realToInt:
      let type = realType(types)
      return result(type, of: arguments.map { $0.converted(to: type) }, returning: .int32)
    case .bits:
      return result(.uint32, of: arguments.map { $0.converted(to: .uint32) }, returning: .int32)
    case .integers:
      // C++'s templates min and max also take two equal real numbers.
      if name != .abs, types[0] == types[1], types[0].isReal {
        return result(types[0], of: arguments, returning: types[0])
      }
      guard types.allSatisfy(\.isInteger) else {
        throw fail(.integerFunction(name.rawValue, at: place(offset)))
      }
      if name != .abs, types[0] != types[1] {
        report(.mixedTypes(name.rawValue, types[0], types[1], at: place(offset)))
      }
      let type = types.dropFirst().reduce(types[0].promoted) { $0.common(with: $1) }
      return result(type, of: arguments.map { $0.converted(to: type) }, returning: type)
    }
  }

  /// C++'s choice between the overloads: double if any argument is, or if none is a real number.
  private func realType(_ types: [NumericType]) -> NumericType {
    let reals = types.filter(\.isReal)
    return scope.computesInDouble || reals.isEmpty || reals.contains(.double) ? .double : .float
  }
}
