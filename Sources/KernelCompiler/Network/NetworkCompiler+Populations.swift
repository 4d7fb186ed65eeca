import Diagnostics
import SpikingModels

extension NetworkCompiler {
  mutating func check(_ population: Population, _ index: Int) -> CheckedPopulation? {
    let place = SourceLocation(population.place)
    guard (1...Int(Int32.max)).contains(population.count) else {
      report(.badNeuronCount(population.count, population.name, at: place))
      return nil
    }
    let model = population.model
    var context = context(
      model, and: model.inputVariables.map { ($0.name, $0.place) }, .population(index),
      count: population.count)
    var inputs = [CheckedInput(name: "Isyn", type: scalar, start: .zero(scalar))]
    for input in model.inputVariables { inputs.append(check(input)) }
    let times = spikeTimes(.population(index), population.count, named: "st")
    context.times[.spikeTime] = SpikeTime(column: times.last, site: .own)
    let code = check(code: model, inputs, in: context)
    let sources = population.currentSources.enumerated().map { number, source in
      check(source, .currentSource(population: index, number), population, context)
    }
    return CheckedPopulation(
      name: population.name, count: population.count, code: code, currentSources: sources,
      inputs: inputs, spikeTimes: times.last, previousSpikeTimes: times.before)
  }

  private mutating func check(_ input: InputVariable) -> CheckedInput {
    let type = type(input.type, at: input.place)
    if !type.isReal { report(.inputNotReal(input.name, at: SourceLocation(input.place))) }
    return CheckedInput(
      name: input.name, type: type,
      start: value(input.start, type, input.name, input.place, isLiteral: true))
  }

  private mutating func check(
    _ source: CurrentSource, _ owner: Column.Owner, _ population: Population,
    _ neurons: SnippetContext
  ) -> CheckedCurrentSource {
    checkName(source.name, "current source", source.place)
    let model = source.model
    var context = context(
      model, and: model.neuronReferences.map(\.nameAndPlace), owner, count: population.count)
    context.slots += model.neuronReferences.compactMap { resolve($0, in: neurons, .own) }
    let scope = self.scope(context, .currentSource)
    return CheckedCurrentSource(
      name: source.name,
      injection: statements(model.injection, "injection", context, scope, model.place))
  }

  private mutating func check(
    code model: NeuronModel, _ inputs: [CheckedInput], in context: SnippetContext
  ) -> CheckedNeuronCode {
    var scope = self.scope(context, .neuron)
    for (index, input) in inputs.dropFirst().enumerated() {
      scope.define(
        input.name,
        Scope.Entry(
          symbol: .input(index), type: input.type,
          readOnly: "only current sources and synapses add to it"))
    }
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
      context: context, locals: checker.locals, simulation: simulation, threshold: threshold,
      reset: reset, isAutoRefractory: model.autoRefractory)
  }

  private func statements(
    _ snippet: Snippet, _ role: String, of model: NeuronModel, _ checker: inout TypeChecker
  ) -> CheckedStatements {
    let source = SnippetSource(snippet, title: "\(role) of '\(model.name)'", place: model.place)
    return CheckedStatements(statements: checker.statements(source), source: source)
  }
}
