import Diagnostics
import SpikingModels

extension NetworkCompiler {
  /// What a snippet of a context can name.
  func scope(_ context: SnippetContext, _ role: SnippetRole) -> Scope {
    var scope = Scope(scalar: scalar)
    scope.computesInDouble = computesInDouble
    scope.define(role)
    for (index, parameter) in context.parameters.enumerated() {
      scope.define(
        parameter.name,
        .init(symbol: .parameter(index), type: scalar, readOnly: "it is a parameter"))
    }
    for (index, slot) in context.slots.enumerated() {
      scope.define(
        slot.name, .init(symbol: .variable(index), type: slot.type, readOnly: slot.readOnly))
    }
    for (index, array) in context.arrays.enumerated() {
      scope.define(array.name, Scope.Array(index: index, element: array.type))
    }
    return scope
  }

  mutating func statements(
    _ snippet: Snippet, _ role: String, _ context: SnippetContext, _ scope: Scope, _ place: Place
  ) -> CheckedSnippet {
    var checker = TypeChecker(scope: scope)
    let source = SnippetSource(snippet, title: "\(role) of '\(context.title)'", place: place)
    let code = CheckedStatements(statements: checker.statements(source), source: source)
    findings += checker.findings
    return CheckedSnippet(context: context, locals: checker.locals, code: code)
  }

  mutating func condition(
    _ snippet: Snippet, _ role: String, _ context: SnippetContext, _ scope: Scope, _ place: Place
  ) -> CheckedTest? {
    var checker = TypeChecker(scope: scope)
    let source = SnippetSource(snippet, title: "\(role) of '\(context.title)'", place: place)
    let condition = checker.expression(source, as: .bool)
    findings += checker.findings
    return condition.map {
      CheckedTest(context: context, test: CheckedCondition(condition: $0, source: source))
    }
  }

  /// A new column for a variable, and the slot of its own snippets.
  mutating func own(
    _ variable: Variable, _ number: Int, _ owner: Column.Owner, _ extent: Column.Extent,
    _ group: Int, listed order: [Int]? = nil, reportedAt place: Place? = nil
  ) -> Slot {
    let type = type(variable.type, at: variable.place)
    let isReadOnly = variable.access == .readOnly
    let start: Column.Start
    switch variable.initial {
    case .constant(let number):
      start = .constant(value(number, type, variable.name, variable.place, isLiteral: true))
    case .values(var numbers):
      if case .elements(let count) = extent, numbers.count != count {
        report(
          .wrongValueCount(
            variable.name, numbers.count, count, at: SourceLocation(variable.place)))
      }
      if let order, numbers.count == order.count { numbers = order.map { numbers[$0] } }
      start = .values(
        numbers.map { value($0, type, variable.name, variable.place, isLiteral: false) })
    case .model(let model):
      let values = values(of: model, variable, number, type, extent, group)
      start = values.map { .values($0) } ?? .constant(.zero(type))
    default:
      checkDistribution(of: variable, at: place ?? variable.place)
      start = .drawn(
        VariableStart(
          values: variable.initial, seed: network.seed, group: group, variable: number, type: type,
          scalar: scalar, timeStep: timeStep))
    }
    columns.append(
      Column(
        owner: owner, name: variable.name, type: type, extent: extent, start: start,
        isReadOnly: isReadOnly, isReported: true))
    return Slot(
      column: columns.count - 1, site: .own, name: variable.name, type: type,
      readOnly: isReadOnly ? "its access is .readOnly" : nil)
  }

  /// The slot of a reference to a variable of other snippets.
  mutating func resolve(
    _ reference: VariableReference, in context: SnippetContext, _ site: Slot.Site
  ) -> Slot? {
    let place = SourceLocation(reference.place)
    guard let slot = context.slots.first(where: { $0.name == reference.target }) else {
      let known = context.slots.map(\.name)
      report(
        .unknownReference(
          reference.target, context.title, suggestion: nearest(to: reference.target, in: known),
          at: place))
      return nil
    }
    let wanted = type(reference.type, at: reference.place)
    if wanted != slot.type {
      report(.wrongReferenceType(reference.name, wanted, slot.type, at: place))
    }
    if reference.access == .readWrite { report(.neuronReferenceWritten(reference.name, at: place)) }
    let readOnly = slot.readOnly ?? "it belongs to another model"
    return Slot(
      column: slot.column, site: site, name: reference.name, type: slot.type, readOnly: readOnly)
  }

  /// The arrays of a model.
  mutating func check(_ arrays: [ExtraGlobalParameter]) -> [SharedArray] {
    arrays.map { array in
      let type = type(array.type, at: array.place)
      return SharedArray(
        name: array.name, type: type,
        values: array.values.map { value($0, type, array.name, array.place, isLiteral: false) })
    }
  }

  /// Columns for when neurons last spiked, and for when they did so before.
  mutating func spikeTimes(
    _ owner: Column.Owner, _ count: Int, named name: String
  ) -> (last: Int, before: Int) {
    let never: Value =
      scalar == .float
      ? .float(-Float.greatestFiniteMagnitude) : .double(-Double.greatestFiniteMagnitude)
    for name in [name, "prev_\(name)"] {
      columns.append(
        Column(
          owner: owner, name: name, type: scalar, extent: .elements(count),
          start: .constant(never), isReadOnly: false, isReported: false))
    }
    return (columns.count - 2, columns.count - 1)
  }
}
