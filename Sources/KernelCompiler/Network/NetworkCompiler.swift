package import Diagnostics
package import SpikingModels

/// Checks a network and prepares it for the engines.
///
///     let (network, findings) = NetworkCompiler.compile(experiment.network)
///
/// There is no network if a finding is an error.
package struct NetworkCompiler {
  private(set) var findings: [Diagnostic] = []
  let scalar: NumericType
  let timeStep: Double

  package static func compile(
    _ network: Network
  ) -> (network: CheckedNetwork?, findings: [Diagnostic]) {
    var compiler = NetworkCompiler(network)
    compiler.checkFrame(of: network)
    let populations = network.populations.compactMap { compiler.check($0) }
    let isRight = !compiler.findings.contains { $0.severity == .error }
    let checked = CheckedNetwork(
      network: network, scalar: compiler.scalar,
      timeStep: RealLiteral.value(compiler.timeStep, as: compiler.scalar), populations: populations)
    return (isRight ? checked : nil, compiler.findings)
  }

  private init(_ network: Network) {
    scalar = network.precision == .float ? .float : .double
    timeStep = network.dt.inMilliseconds
  }

  private mutating func checkFrame(of network: Network) {
    let place = SourceLocation(network.place)
    checkName(network.name, "network", network.place)
    if !(network.dt.inMilliseconds > 0 && network.dt.inMilliseconds.isFinite) {
      report(.timeStepNotPositive(network.dt.inMilliseconds, at: place))
    }
    if network.seed == 0 { report(.seedIsZero(at: place)) }
    if network.populations.isEmpty { report(.emptyNetwork(network.name, at: place)) }
    var names: Set<String> = []
    for population in network.populations {
      checkName(population.name, "population", population.place)
      let sources = population.currentSources.map {
        ($0.name, "\(population.name)_\($0.name)", $0.place)
      }
      for (name, whole, place) in [(population.name, population.name, population.place)] + sources {
        if !names.insert(whole).inserted { report(.nameTaken(name, at: SourceLocation(place))) }
      }
    }
  }

  private mutating func check(_ population: Population) -> CheckedPopulation? {
    let place = SourceLocation(population.place)
    guard (1...Int(Int32.max)).contains(population.count) else {
      report(.badNeuronCount(population.count, population.name, at: place))
      return nil
    }
    let sources = population.currentSources.map { check($0, of: population) }
    let model = population.model
    checkNames(
      model.parameters.map { ($0.name, $0.place) }
        + model.derivedParameters.map { ($0.name, $0.place) }
        + model.variables.map { ($0.name, $0.place) })
    let parameters = check(model.parameters) + derive(model)
    let variables = model.variables.map { check($0, count: population.count) }
    var scope = self.scope(parameters, variables)
    scope.defineStep(ofNeuron: true)
    for (index, array) in model.extraGlobalParameters.enumerated() {
      let words = array.type.split(separator: " ").compactMap { TypeWord(rawValue: String($0)) }
      let type = TypeName(words)?.resolved(scalar) ?? scalar
      scope.define(array.name, Scope.Array(index: index, element: type))
    }
    return CheckedPopulation(
      name: population.name, count: population.count, variables: variables, parameters: parameters,
      currentSources: sources, code: check(code: model, in: scope))
  }

  private mutating func check(
    _ source: CurrentSource, of population: Population
  ) -> CheckedCurrentSource {
    checkName(source.name, "current source", source.place)
    let model = source.model
    checkNames(
      model.parameters.map { ($0.name, $0.place) } + model.variables.map { ($0.name, $0.place) })
    let parameters = check(model.parameters)
    let variables = model.variables.map { check($0, count: population.count) }
    var scope = self.scope(parameters, variables)
    scope.defineStep(ofNeuron: false)
    scope.injects = true
    var checker = TypeChecker(scope: scope)
    let code = SnippetSource(
      model.injection, title: "injection of '\(model.name)'", place: model.place)
    let injection = CheckedStatements(statements: checker.statements(code), source: code)
    findings += checker.findings
    return CheckedCurrentSource(
      name: source.name, parameters: parameters, variables: variables, locals: checker.locals,
      injection: injection)
  }

  private mutating func check(
    code model: NeuronModel, in scope: Scope
  ) -> CheckedNeuronCode {
    var checker = TypeChecker(scope: scope)
    let simulation = statements(model.simulation, "simulation", of: model, &checker)
    let threshold = model.threshold.flatMap { threshold in
      let source = SnippetSource(
        threshold, title: "threshold of '\(model.name)'", place: model.place)
      return checker.expression(source, as: .bool).map {
        CheckedCondition(condition: $0, source: source)
      }
    }
    let reset = statements(model.reset, "reset", of: model, &checker)
    findings += checker.findings
    if let threshold, model.autoRefractory {
      // The condition is also tested before `simulation` has declared anything.
      var early = TypeChecker(scope: scope)
      _ = early.expression(threshold.source, as: .bool)
      findings += early.findings
    }
    return CheckedNeuronCode(
      locals: checker.locals, simulation: simulation, threshold: threshold, reset: reset,
      isAutoRefractory: model.autoRefractory)
  }

  private func statements(
    _ snippet: Snippet, _ role: String, of model: NeuronModel, _ checker: inout TypeChecker
  ) -> CheckedStatements {
    let source = SnippetSource(snippet, title: "\(role) of '\(model.name)'", place: model.place)
    return CheckedStatements(statements: checker.statements(source), source: source)
  }

  private func scope(_ parameters: [CheckedParameter], _ variables: [CheckedVariable]) -> Scope {
    var scope = Scope(scalar: scalar)
    for (index, parameter) in parameters.enumerated() {
      scope.define(
        parameter.name,
        .init(symbol: .parameter(index), type: scalar, readOnly: "it is a parameter"))
    }
    for (index, variable) in variables.enumerated() {
      let reason = variable.isReadOnly ? "its access is .readOnly" : nil
      scope.define(
        variable.name, .init(symbol: .variable(index), type: variable.type, readOnly: reason))
    }
    return scope
  }

  mutating func report(_ finding: Diagnostic) { findings.append(finding) }
}
