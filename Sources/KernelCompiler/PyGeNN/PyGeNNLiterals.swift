import SpikingModels

/// The parts of a network as Python values, for programs that hand them to PyGeNN.
struct PyGeNNLiterals {
  private let checked: CheckedNetwork
  private var described: Network { checked.network }
  /// The place of each column's start values in the file of data.
  private let data: [Int: Int]

  init(_ network: CheckedNetwork) {
    checked = network
    var data: [Int: Int] = [:]
    var next = 2 * network.projections.count { $0.layout == .sparse }
    for (index, column) in network.columns.enumerated() where column.comesFromData {
      data[index] = next
      next += 1
    }
    self.data = data
  }

  func network(steps: Int) -> PythonLiteral {
    .dictionary([
      .init("name", .string(checked.name)),
      .init("precision", .string(checked.scalar.rawValue)),
      .init("dt", .real(described.dt.inMilliseconds)),
      .init("seed", .integer(Int128(described.seed))),
      .init("steps", .integer(Int128(steps))),
      .init("calls_in_float", .bool(checked.callsFunctionsInFloat)),
      .init("populations", .list(described.populations.indices.map(population))),
      .init("projections", .list(described.projections.indices.map(projection))),
      .init("updates", .list(described.customUpdates.indices.map(update))),
      .init("state", .list(checked.reportedColumns.map(state))),
    ])
  }

  private func population(_ index: Int) -> PythonLiteral {
    let population = described.populations[index]
    let model = population.model
    var code = [PythonLiteral.Entry("sim_code", .string(model.simulation.code))]
    if let threshold = model.threshold {
      code.append(.init("threshold_condition_code", .string(threshold.code)))
    }
    code.append(.init("reset_code", .string(model.reset.code)))
    let sources = zip(population.currentSources, checked.populations[index].currentSources)
      .enumerated().map {
        number, pair in
        PythonLiteral.dictionary([
          .init("name", .string("\(population.name)_\(pair.0.name)")),
          .init(
            "model",
            self.model(
              pair.0.model.name, pair.1.injection.context,
              [("variables", pair.0.model.variables)], .currentSource(population: index, number),
              [("references", pair.0.model.neuronReferences)],
              [.init("injection_code", .string(pair.0.model.injection.code))])),
        ])
      }
    return .dictionary([
      .init("name", .string(population.name)),
      .init("count", .integer(Int128(population.count))),
      .init("auto_refractory", .bool(model.autoRefractory)),
      .init(
        "inputs",
        .list(
          model.inputVariables.map {
            .tuple([.string($0.name), .string($0.type), .real($0.start)])
          })),
      .init(
        "model",
        self.model(
          model.name, checked.populations[index].code.context, [("variables", model.variables)],
          .population(index), [], code)),
      .init("current_sources", .list(sources)),
    ])
  }

  private func projection(_ index: Int) -> PythonLiteral {
    let (projection, ready) = (described.projections[index], checked.projections[index])
    let (weights, postsynaptic) = (projection.weights, projection.postsynaptic)
    let code = WeightUpdateModel.Moment.allCases.compactMap { moment in
      weights.code[moment].map { PythonLiteral.Entry(moment.rawValue, .string($0.code)) }
    }
    let matrix =
      switch ready.layout {
      case .dense: "DENSE"
      case .sparse: "SPARSE"
      case .toeplitz: "TOEPLITZ"
      }
    return .dictionary([
      .init("name", .string(projection.name)),
      .init("source", .string(projection.source)),
      .init("target", .string(projection.target)),
      .init("matrix", .string(matrix)),
      .init("rows", rows(index)),
      .init("convolution", convolution(ready)),
      .init("axonal_delay", .integer(Int128(ready.axonalDelay))),
      .init("back_propagation_delay", .integer(Int128(ready.backPropagationDelay))),
      .init("dendritic_slots", .integer(Int128(ready.dendriticSlots))),
      .init("target_input", .string(projection.targetInput)),
      .init("source_input", .string(projection.sourceInput)),
      .init(
        "weights",
        model(
          weights.name, ready.weights,
          [("variables", weights.variables)], .synapses(index),
          [
            ("pre_references", weights.preNeuronReferences),
            ("post_references", weights.postNeuronReferences),
            ("postsynaptic_references", weights.postsynapticReferences),
          ], code,
          others: [
            ("pre_variables", weights.preVariables, .presynaptic(index)),
            ("post_variables", weights.postVariables, .target(index)),
          ])),
      .init(
        "postsynaptic",
        model(
          postsynaptic.name, ready.postsynaptic.context,
          [("variables", postsynaptic.variables)], .postsynaptic(index),
          [("references", postsynaptic.neuronReferences)],
          [.init("sim_code", .string(postsynaptic.simulation.code))])),
    ])
  }

  /// Where the rows of synapses are in the data.
  private func rows(_ index: Int) -> PythonLiteral {
    let projection = checked.projections[index]
    guard projection.layout == .sparse else { return .none }
    let before = checked.projections[..<index].count { $0.layout == .sparse }
    let isNarrow = checked.populations[projection.target].count <= 1 << 16
    return .tuple([
      .integer(Int128(2 * before)), .integer(Int128(2 * before + 1)),
      .string(isNarrow ? "uint16" : "uint32"),
    ])
  }

  private func convolution(_ projection: CheckedProjection) -> PythonLiteral {
    guard projection.layout == .toeplitz, case .convolution(let shape) = projection.connectivity
    else { return .none }
    let numbers = [
      ("conv_kh", shape.kernel.height), ("conv_kw", shape.kernel.width),
      ("conv_ih", shape.input.height), ("conv_iw", shape.input.width),
      ("conv_ic", shape.inputChannels), ("conv_oh", shape.output.height),
      ("conv_ow", shape.output.width), ("conv_oc", shape.outputChannels),
    ]
    return .dictionary(numbers.map { .init($0.0, .integer(Int128($0.1))) })
  }

  private func update(_ index: Int) -> PythonLiteral {
    let update = described.customUpdates[index]
    let targets = update.references.keys.sorted().map { name -> PythonLiteral.Entry in
      let (kind, group, variable) =
        switch update.references[name] {
        case .neuron(let group, let variable)?: ("neuron", group, variable)
        case .synapse(let group, let variable)?: ("synapse", group, variable)
        case .transposed(let group, let variable, _, _)?: ("synapse", group, variable)
        case .postsynaptic(let group, let variable)?: ("postsynaptic", group, variable)
        case .presynapticWeight(let group, let variable)?: ("presynaptic_weight", group, variable)
        case .postsynapticWeight(let group, let variable)?:
          ("postsynaptic_weight", group, variable)
        case nil: ("", "", "")
        }
      var parts = [kind, group, variable]
      if case .transposed(_, _, let other, let copy)? = update.references[name] {
        parts += [other, copy]
      }
      return .init(name, .tuple(parts.map { .string($0) }))
    }
    return .dictionary([
      .init("name", .string(update.name)),
      .init("interval", .integer(Int128(update.interval))),
      .init("targets", .dictionary(targets)),
      .init(
        "model",
        model(
          update.model.name, checked.customUpdates[index].update.context,
          [("variables", update.model.variables)], .customUpdate(index),
          [("references", update.model.references)],
          [.init("update_code", .string(update.model.update.code))])),
    ])
  }

  /// A model with its parameters; derived ones are handed over as further parameters.
  private func model(
    _ name: String, _ context: SnippetContext, _ variables: [(String, [Variable])],
    _ owner: Column.Owner, _ references: [(String, [VariableReference])],
    _ code: [PythonLiteral.Entry],
    others: [(String, [Variable], Column.Owner)] = []
  ) -> PythonLiteral {
    var entries: [PythonLiteral.Entry] = [
      .init("name", .string(name)),
      .init(
        "parameters", .dictionary(context.parameters.map { .init($0.name, .real($0.exact)) })),
      .init(
        "arrays",
        .list(
          context.arrays.map {
            .tuple([
              .string($0.name), .string($0.type.rawValue),
              .list($0.values.map { PythonLiteral($0) }),
            ])
          })),
    ]
    for (key, list) in variables { entries.append(.init(key, self.variables(list, owner))) }
    for (key, list, owner) in others { entries.append(.init(key, self.variables(list, owner))) }
    for (key, list) in references {
      entries.append(
        .init(
          key,
          .list(
            list.map {
              .tuple([
                .string($0.name), .string($0.target), .string($0.type),
                .bool($0.access == .readWrite),
              ])
            })))
    }
    entries.append(.init("code", .dictionary(code)))
    return .dictionary(entries)
  }

  private func variables(_ variables: [Variable], _ owner: Column.Owner) -> PythonLiteral {
    .list(
      variables.map { variable in
        let index =
          checked.columns.firstIndex { $0.owner == owner && $0.name == variable.name } ?? 0
        return .tuple([
          .string(variable.name), .string(variable.type), .bool(checked.columns[index].isReadOnly),
          start(variable, index),
        ])
      })
  }

  /// One number for all goes in as written, as GeNN rounds it itself.
  private func start(_ variable: Variable, _ index: Int) -> PythonLiteral {
    if let place = data[index] {
      return .dictionary([
        .init("data", .integer(Int128(place))),
        .init("dtype", .string(checked.columns[index].type.numPyName)),
      ])
    }
    switch (checked.columns[index].start, variable.initial) {
    case (.constant, .constant(let number)) where checked.columns[index].type.isReal:
      return .real(number)
    case (.constant(let value), _): return PythonLiteral(value)
    default: return .none
    }
  }

  private func state(_ index: Int) -> PythonLiteral {
    let column = checked.columns[index]
    let kind =
      switch column.owner {
      case .population, .currentSource, .synapses, .customUpdate: "vars"
      case .postsynaptic: "psm_vars"
      case .presynaptic: "pre_vars"
      case .target: "post_vars"
      }
    return .dictionary([
      .init("column", .integer(Int128(index))),
      .init("group", .string(checked.groupName(of: column))),
      .init("kind", .string(kind)), .init("variable", .string(column.name)),
      .init("is_real", .bool(column.type.isReal)),
    ])
  }
}

extension NumericType {
  /// As NumPy names it.
  fileprivate var numPyName: String {
    switch self {
    case .bool: "bool"
    case .float: "float32"
    case .double: "float64"
    default: String(rawValue.dropLast(2))
    }
  }
}
