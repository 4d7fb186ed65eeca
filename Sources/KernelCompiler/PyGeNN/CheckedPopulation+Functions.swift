extension CheckedPopulation {
  /// Whether its code calls a function of the mathematical library.
  var callsFunction: Bool {
    let statements =
      code.simulation.statements + code.reset.statements
      + currentSources.flatMap(\.injection.statements)
    return statements.contains { $0.callsFunction }
      || code.threshold?.condition.callsFunction ?? false
  }
}

extension TypedStatement {
  fileprivate var callsFunction: Bool {
    func any(_ statements: [TypedStatement]) -> Bool {
      statements.contains { $0.callsFunction }
    }
    func any(_ expression: TypedExpression?) -> Bool { expression?.callsFunction ?? false }
    return switch kind {
    case .declare(_, let initial): any(initial)
    case .assign(_, let value), .inject(let value), .evaluate(let value), .check(let value):
      any(value)
    case .declarePointer(_, let pointer): pointer?.parts.contains(where: \.callsFunction) ?? false
    case .assignPointer(_, let pointer): pointer.parts.contains(where: \.callsFunction)
    case .output(_, let values), .print(_, let values): values.contains(where: \.callsFunction)
    case .forEachSynapse(let body): any(body)
    case .switchOn(let value, let cases): any(value) || cases.contains { any($0.statements) }
    case .block(let body): any(body)
    case .conditional(let test, let then, let otherwise):
      any(test) || any(then) || any(otherwise)
    case .whileLoop(let test, let body), .doLoop(let body, let test): any(test) || any(body)
    case .forLoop(let start, let test, let step, let body):
      any(start) || any(test) || any(step) || any(body)
    case .leaveLoop, .nextRound: false
    }
  }
}

extension TypedExpression {
  fileprivate var callsFunction: Bool {
    if case .call = kind { return true }
    return parts.contains(where: \.callsFunction)
  }
}
