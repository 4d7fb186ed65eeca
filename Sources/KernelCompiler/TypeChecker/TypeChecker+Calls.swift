import Diagnostics

extension TypeChecker {
  mutating func call(
    _ name: String, _ arguments: [Expression], at offset: Int
  ) throws(Abandoned) -> TypedExpression {
    if name == "injectCurrent" { throw fail(.injectionInside(at: place(offset))) }
    guard let function = LibraryFunction.Name(rawValue: name) else {
      if find(name) != nil { throw fail(.calledNumber(name, at: place(offset))) }
      let known = LibraryFunction.Name.allCases.map(\.rawValue)
      throw fail(
        .unknownFunction(name, suggestion: nearest(to: name, in: known), at: place(offset)))
    }
    let wanted = function.signature.argumentCount
    guard arguments.count == wanted else {
      throw fail(.wrongArgumentCount(name, wanted, arguments.count, at: place(offset)))
    }
    var typed: [TypedExpression] = []
    for argument in arguments { typed.append(try check(argument)) }
    return try call(function, typed, at: offset)
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
      let type = Self.realType(types)
      return result(type, of: arguments.map { $0.converted(to: type) }, returning: type)
    case .realAndInt:
      let type = Self.realType(Array(types.prefix(1)))
      let converted = [arguments[0].converted(to: type), arguments[1].converted(to: .int32)]
      return result(type, of: converted, returning: type)
    case .realToInt:
      let type = Self.realType(types)
      return result(type, of: arguments.map { $0.converted(to: type) }, returning: .int32)
    case .integers:
      guard types.allSatisfy(\.isInteger) else {
        throw fail(.integerFunction(name.rawValue, at: place(offset)))
      }
      let type = types.dropFirst().reduce(types[0].promoted) { $0.common(with: $1) }
      return result(type, of: arguments.map { $0.converted(to: type) }, returning: type)
    }
  }

  /// C++'s choice between the overloads: double if any argument is, or if none is a real number.
  private static func realType(_ types: [NumericType]) -> NumericType {
    let reals = types.filter(\.isReal)
    return reals.isEmpty || reals.contains(.double) ? .double : .float
  }
}
