import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// Statements of a role, run alone with the variables `V` and `U` (scalar), `n` (int), the arrays
/// `a` of 1.5, 2.5, 4 and `ia` of 10, 20, 30, 40, and what the role defines.
struct SnippetRun {
  private(set) var interpreter: Interpreter<TestHost>
  let findings: [Diagnostic]
  /// The place of the fault, marked `§` in the code.
  let mark: Diagnostics.SourceLocation?
  private(set) var fault: Fault?

  var V: Value { interpreter.frame.variables[0] }
  var n: Value { interpreter.frame.variables[2] }
  var floats: [Value] { interpreter.frame.arrays[0] }
  var integers: [Value] { interpreter.frame.arrays[1] }
  var host: TestHost { interpreter.host }
  var place: Diagnostics.SourceLocation { interpreter.place }

  init(
    _ code: String, role: SnippetRole = .neuron, scalar: NumericType = .float,
    prepare: (inout Scope) -> Void = { _ in }
  ) {
    let marked = MarkedSnippet(code)
    mark = marked.mark
    var scope = Scope(scalar: scalar)
    scope.define(role)
    scope.define("V", .init(symbol: .variable(0), type: scalar))
    scope.define("U", .init(symbol: .variable(1), type: scalar, isDelayable: role == .synapse))
    scope.define("n", .init(symbol: .variable(2), type: .int32))
    scope.define("a", Scope.Array(index: 0, element: scalar))
    scope.define("ia", Scope.Array(index: 1, element: .int32))
    prepare(&scope)
    var checker = TypeChecker(scope: scope)
    let source = SnippetSource(
      marked.snippet, title: "test", place: Place(file: "Model.swift", line: 1, column: 1))
    let statements = checker.statements(source)
    findings = checker.findings
    func real(_ number: Double) -> Value {
      scalar == .float ? .float(Float(number)) : .double(number)
    }
    var frame = Frame(
      parameters: [], variables: [real(-65), real(-20), .integer(3, .int32)],
      locals: checker.locals.map { .zero($0.type) }, inputCurrent: real(0), time: real(5),
      timeStep: real(0.5), neuron: .integer(2, .uint32), neuronCount: .integer(10, .uint32))
    frame.arrays = [
      [real(1.5), real(2.5), real(4)], [10, 20, 30, 40].map { .integer($0, .int32) },
    ]
    frame.builtIns = [.arrived: real(2), .pre: .integer(1, .uint32), .value: real(0)]
    interpreter = Interpreter(frame: frame, source: source, host: TestHost(scalar: scalar))
    guard !findings.contains(where: { $0.severity == .error }) else { return }
    do throws(Fault) {
      try interpreter.run(statements, of: source)
    } catch {
      fault = error
    }
  }
}

/// Notes what code does; draws 0.25, 0.5, 0.75 … and gives three synapses, to 4, 5 and 6.
struct TestHost: SnippetHost {
  let scalar: NumericType
  private(set) var calls: [String] = []
  private var drawn = 0.0
  private var synapses = 0

  init(scalar: NumericType) { self.scalar = scalar }

  mutating func draw(_ function: RandomFunction, _ arguments: [Value]) throws(Fault) -> Value {
    drawn += 0.25
    calls.append("\(function.rawValue)(\(arguments.map(\.description).joined(separator: ", ")))")
    if function.result(scalar) == .uint32 { return .integer(Int128(drawn * 4), .uint32) }
    return scalar == .float ? .float(Float(drawn)) : .double(drawn)
  }

  mutating func delayed(_ symbol: Symbol, by steps: Int) throws(Fault) -> Value {
    .float(Float(steps) * 100)
  }

  mutating func output(
    _ function: OutputFunction, _ arguments: [Value], _ frame: inout Frame
  ) throws(Fault) {
    calls.append("\(function)(\(arguments.map(\.description).joined(separator: ", ")))")
  }

  mutating func nextSynapse(isFirst: Bool, _ frame: inout Frame) throws(Fault) -> Bool {
    synapses = isFirst ? 0 : synapses + 1
    frame.builtIns[.post] = .integer(Int128(4 + synapses), .uint32)
    frame.builtIns[.pre] = frame.builtIns[.post]
    return synapses < 3
  }
}
