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
  mutating func derive(
    _ derived: [DerivedParameter], _ parameters: [Parameter]
  ) -> [CheckedParameter] {
    var scope = Scope(scalar: .double)
    for (index, parameter) in parameters.enumerated() {
      scope.define(
        parameter.name,
        .init(symbol: .parameter(index), type: .double, readOnly: "it is a parameter"))
    }
    scope.defineTimeStep()
    return derived.compactMap { parameter -> CheckedParameter? in
      let source = SnippetSource(
        parameter.expression, title: "derived parameter '\(parameter.name)'",
        place: parameter.place)
      var checker = TypeChecker(scope: scope)
      let expression = checker.expression(source, as: .double)
      for finding in checker.findings { report(finding) }
      guard let expression else { return nil }
      var interpreter = Interpreter(
        frame: Frame(
          parameters: parameters.map { .double($0.value) }, variables: [], locals: [],
          inputCurrent: .double(0), time: .double(0), timeStep: .double(timeStep),
          neuron: .zero(.uint32), neuronCount: .zero(.uint32)), source: source)
      do throws(Fault) {
        let value = try interpreter.evaluate(expression).asDouble
        return rounded(parameter.name, value, at: SourceLocation(parameter.place))
      } catch {
        report(.derivationFailed(parameter.name, error.message, at: interpreter.place))
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

  /// A type as a variable names it.
  mutating func type(_ name: String, at place: Place) -> NumericType {
    let words = name.split(separator: " ").map { TypeWord(rawValue: String($0)) }
    let known = words.compactMap { $0 }
    if known.count == words.count, let type = TypeName(known) { return type.resolved(scalar) }
    report(.unknownType([name], at: SourceLocation(place)))
    return scalar
  }

  /// A number in a type. One number for all neurons is written into GeNN's code as a `scalar`,
  /// whatever the variable's type (`InitVarSnippet::Constant`); several are handed over in memory.
  mutating func value(
    _ number: Double, _ type: NumericType, _ name: String, _ place: Place, isLiteral: Bool
  ) -> Value {
    let place = SourceLocation(place)
    let value = isLiteral ? RealLiteral.value(number, as: scalar) : .double(number)
    guard let converted = try? value.converted(to: type), converted.isFinite, value.isFinite else {
      report(.numberNotFinite(name, number, type, at: place))
      return .zero(type)
    }
    if type.isInteger, converted.asDouble != number {
      report(.integerNotExact(name, number, converted, at: place))
    }
    return converted
  }

  /// Whether a distribution exists with these numbers.
  mutating func checkDistribution(of variable: Variable, at place: Place) {
    let problem: String? =
      switch variable.initial {
      case .uniform(let min, let max) where !(min <= max): "the upper bound is the lower one"
      case .normal(_, let sd) where !(sd >= 0): "the standard deviation is negative"
      case .normalClipped(let mean, let sd, let min, let max),
        .normalClippedDelay(let mean, let sd, let min, let max):
        // Drawing until a number lies between the bounds must come to an end.
        !(sd > 0)
          ? "the standard deviation is not positive"
          : !(min < max)
            ? "the upper bound is the lower one"
            : max < mean - 4 * sd || min > mean + 4 * sd
              ? "the bounds lie more than 4 standard deviations from the mean" : nil
      case .exponential(let lambda) where !(lambda > 0): "lambda is not positive"
      case .gamma(let a, let b) where !(a > 0 && b > 0): "a and b must be positive"
      case .binomial(let n, let p) where n < 0 || n > Int(Int32.max) || !(0...1).contains(p):
        "n must not be negative, and p lies between 0 and 1"
      default: nil
      }
    if let problem {
      report(.noSuchDistribution(variable.name, problem, at: SourceLocation(place)))
    }
  }
}
