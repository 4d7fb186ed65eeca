import Diagnostics
import SpikingModels

extension NetworkCompiler {
  /// GeNN's rule for the names of networks and populations.
  mutating func checkName(_ name: String, _ what: String, _ place: Place) {
    let isRight =
      !name.isEmpty && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
    if !isRight { report(.badName(name, what, at: SourceLocation(place))) }
  }

  /// Names that snippets use must be readable there, unique, and not mean something else.
  mutating func checkNames(_ names: [(name: String, place: Place)]) {
    var seen: Set<String> = []
    for (name, place) in names {
      let location = SourceLocation(place)
      let bytes = Array(name.utf8)
      let isReadable =
        bytes.first?.isLetter == true
        && bytes.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
      if !isReadable {
        report(.unreadableName(name, at: location))
      } else if Keyword(rawValue: name) != nil || TypeWord(rawValue: name) != nil
        || LibraryFunction.Name(rawValue: name) != nil || Scope.builtIn.contains(name)
      {
        report(.reservedName(name, at: location))
      } else if CxxNames.keywords.contains(name) {
        report(.cxxKeyword(name, at: location))
      } else if !seen.insert(name).inserted {
        report(.nameTaken(name, at: location))
      }
    }
  }

  mutating func check(_ parameters: [Parameter]) -> [CheckedParameter] {
    parameters.map { parameter in
      rounded(parameter.name, parameter.value, at: SourceLocation(parameter.place))
    }
  }

  /// Computes derived parameters from the parameters, in double precision as GeNN does.
  mutating func derive(_ model: NeuronModel) -> [CheckedParameter] {
    var scope = Scope(scalar: .double)
    for (index, parameter) in model.parameters.enumerated() {
      scope.define(
        parameter.name,
        .init(symbol: .parameter(index), type: .double, readOnly: "it is a parameter"))
    }
    scope.defineTimeStep()
    return model.derivedParameters.compactMap { parameter -> CheckedParameter? in
      let source = SnippetSource(
        parameter.expression, title: "derived parameter '\(parameter.name)'",
        place: parameter.place)
      var checker = TypeChecker(scope: scope)
      let expression = checker.expression(source, as: .double)
      for finding in checker.findings { report(finding) }
      guard let expression else { return nil }
      var interpreter = Interpreter(
        frame: Frame(
          parameters: model.parameters.map { .double($0.value) }, variables: [], locals: [],
          inputCurrent: .double(0), time: .double(0), timeStep: .double(timeStep),
          neuron: .zero(.uint32), neuronCount: .zero(.uint32)), source: source)
      do throws(Fault) {
        let value = try interpreter.evaluate(expression).asDouble
        return rounded(parameter.name, value, at: SourceLocation(parameter.place))
      } catch {
        report(
          .derivationFailed(
            parameter.name, error.message, at: interpreter.place))
        return nil
      }
    }
  }

  private mutating func rounded(
    _ name: String, _ value: Double, at place: SourceLocation
  ) -> CheckedParameter {
    let rounded = RealLiteral.value(value, as: scalar)
    if !rounded.isFinite { report(.numberNotFinite(name, value, scalar, at: place)) }
    return CheckedParameter(name: name, exact: value, value: rounded)
  }

  mutating func check(_ variable: Variable, count: Int) -> CheckedVariable {
    let place = SourceLocation(variable.place)
    let words = variable.type.split(separator: " ").map { TypeWord(rawValue: String($0)) }
    let known = words.compactMap { $0 }
    var type = scalar
    if known.count == words.count, let name = TypeName(known) {
      type = name.resolved(scalar)
    } else {
      report(.unknownType([variable.type], at: place))
    }
    let start: CheckedVariable.Start
    switch variable.initial {
    case .constant(let value): start = .constant(initial(value, type, variable, isLiteral: true))
    case .values(let values):
      if values.count != count {
        report(.wrongValueCount(variable.name, values.count, count, at: place))
      }
      start = .values(values.map { initial($0, type, variable, isLiteral: false) })
    default:
      report(.notDrawnYet(variable.name, at: place))
      start = .constant(.zero(type))
    }
    return CheckedVariable(
      name: variable.name, type: type, isReadOnly: variable.access == .readOnly, start: start)
  }

  /// One number for all neurons is written into GeNN's code as a `scalar`, whatever the variable's
  /// type (`InitVarSnippet::Constant`); several are handed over in memory.
  private mutating func initial(
    _ number: Double, _ type: NumericType, _ variable: Variable, isLiteral: Bool
  ) -> Value {
    let place = SourceLocation(variable.place)
    let value = isLiteral ? RealLiteral.value(number, as: scalar) : .double(number)
    guard let converted = try? value.converted(to: type), converted.isFinite, value.isFinite else {
      report(.numberNotFinite(variable.name, number, type, at: place))
      return .zero(type)
    }
    if type.isInteger, converted.asDouble != number {
      report(.integerNotExact(variable.name, number, converted, at: place))
    }
    return converted
  }
}
