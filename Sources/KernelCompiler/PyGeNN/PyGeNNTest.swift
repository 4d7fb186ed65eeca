import SpikingModels
package import Templates

/// A Python program that has an installed PyGeNN run networks, and compares their spikes with those
/// of the reference: the kernel test of a package.
package struct PyGeNNTest: Hashable, Sendable {
  /// A network and what it must do.
  package struct Case: Hashable, Sendable {
    package var network: CheckedNetwork
    package var steps: Int
    package var expected: SimulationResult

    package init(_ network: CheckedNetwork, steps: Int, expected: SimulationResult) {
      self.network = network
      self.steps = steps
      self.expected = expected
    }
  }

  /// The program; it needs pygenn and numpy.
  package let source: String

  package init(
    _ cases: [Case], file: String = "test_kernels.py", templates: TemplateSet = TemplateSet()
  ) throws(MustacheError) {
    let networks = PythonLiteral.list(cases.map(Self.network))
    source = try templates.render(
      .kernelTest,
      [
        "file": .text(file),
        "networks": .text(networks.text(column: "NETWORKS = ".utf8.count)),
      ])
  }

  private static func network(_ one: Case) -> PythonLiteral {
    let network = one.network
    let calls = network.callsFunctions
    return .dictionary([
      .init("name", .string(network.name)),
      .init("precision", .string(network.scalar.rawValue)),
      .init("dt", .real(network.network.dt.inMilliseconds)),
      .init("seed", .integer(Int128(network.network.seed))),
      .init("steps", .integer(Int128(one.steps))),
      .init("calls_functions", .bool(calls)),
      .init(
        "populations",
        .list(
          network.populations.enumerated().map { index, checked in
            population(
              network.network.populations[index], checked, network.columns,
              one.expected.spikes.filter { $0.population == index })
          })),
      .init("state", .list(one.expected.state.map { state($0, network) })),
    ])
  }

  private static func population(
    _ population: Population, _ checked: CheckedPopulation, _ columns: [Column],
    _ spikes: [Spike]
  ) -> PythonLiteral {
    let context = checked.code.context
    let derived = context.parameters.dropFirst(population.model.parameters.count)
    var code = [PythonLiteral.Entry("sim_code", .string(population.model.simulation.code))]
    if let threshold = population.model.threshold {
      code.append(.init("threshold_condition_code", .string(threshold.code)))
    }
    code += [
      .init("reset_code", .string(population.model.reset.code)),
      .init("auto_refractory_required", .bool(population.model.autoRefractory)),
    ]
    let sources = zip(population.currentSources, checked.currentSources).map { source, checked in
      PythonLiteral.dictionary([
        .init("name", .string("\(population.name)_\(source.name)")),
        .init(
          "model",
          model(
            source.model.name, source.model.builtIn, source.model.parameters, [],
            source.model.variables, checked.injection.context.slots.map { columns[$0.column] },
            [.init("injection_code", .string(source.model.injection.code))])),
      ])
    }
    return .dictionary([
      .init("name", .string(population.name)),
      .init("count", .integer(Int128(population.count))),
      .init(
        "model",
        model(
          population.model.name, population.model.builtIn, population.model.parameters,
          Array(derived), population.model.variables, context.slots.map { columns[$0.column] },
          code)),
      .init("current_sources", .list(sources)),
      .init("spikes", trains(spikes, count: population.count)),
    ])
  }

  private static func model(
    _ name: String, _ builtIn: String?, _ parameters: [Parameter], _ derived: [CheckedParameter],
    _ variables: [Variable], _ checked: [Column], _ code: [PythonLiteral.Entry]
  ) -> PythonLiteral {
    .dictionary([
      .init("name", .string(name)),
      .init("built_in", builtIn.map { .string($0) } ?? .none),
      .init("parameters", .dictionary(parameters.map { .init($0.name, .real($0.value)) })),
      .init("derived_parameters", .dictionary(derived.map { .init($0.name, .real($0.exact)) })),
      .init(
        "variables",
        .dictionary(
          zip(variables, checked).map { variable, checked in
            .init(
              variable.name,
              .tuple([
                .string(variable.type), .bool(checked.isReadOnly), initial(variable, checked),
              ]))
          })),
      .init("code", .dictionary(code)),
    ])
  }

  /// A number for all neurons goes in as written, as GeNN rounds it itself; several go in rounded.
  private static func initial(_ variable: Variable, _ checked: Column) -> PythonLiteral {
    switch (checked.start, variable.initial) {
    case (.values(let values), _): .list(values.map { PythonLiteral($0) })
    case (.constant, .constant(let number)) where checked.type.isReal: .real(number)
    case (.constant(let value), _): PythonLiteral(value)
    case (.drawn, _): .none
    }
  }

  /// Neurons with the same spikes share an entry: `((0, 1, 2, 3), [2, 7, 44])`.
  private static func trains(_ spikes: [Spike], count: Int) -> PythonLiteral {
    var steps = Array(repeating: [Int](), count: count)
    for spike in spikes { steps[spike.neuron].append(spike.step) }
    var groups: [(steps: [Int], neurons: [Int])] = []
    var known: [[Int]: Int] = [:]
    for (neuron, train) in steps.enumerated() {
      if let group = known[train] {
        groups[group].neurons.append(neuron)
      } else {
        known[train] = groups.count
        groups.append((train, [neuron]))
      }
    }
    return .list(
      groups.map { group in
        .tuple([
          .tuple(group.neurons.map { .integer(Int128($0)) }),
          .list(group.steps.map { .integer(Int128($0)) }),
        ])
      })
  }

  private static func state(_ state: StateColumn, _ network: CheckedNetwork) -> PythonLiteral {
    let column = network.columns[state.column]
    return .dictionary([
      .init("group", .string(network.groupName(of: column))),
      .init("variable", .string(column.name)),
      .init("values", .list(state.values.map { PythonLiteral($0) })),
    ])
  }
}
