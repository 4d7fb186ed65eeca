/// What threads call in a step, and what they tell it.
extension CxxParts {
  /// What threads do in a step, in its order: projections, populations, custom updates.
  var functions: [CxxFunction] {
    func numbered(_ numbering: CxxNumbering) -> CxxParts {
      CxxParts(network, memory: memory, numbering)
    }
    return network.projections.enumerated().map {
      CxxSynapsePhase(numbered(CxxNumbering(of: $1)), $0).function
    }
      + network.populations.enumerated().map {
        CxxNeuronPhase(numbered(CxxNumbering(of: $1, in: network)), $0).function
      }
      + network.customUpdates.enumerated().map {
        CxxCustomUpdate(numbered(CxxNumbering(of: $1)), $0).function
      }
  }

  /// Calls the functions.
  func advance(_ functions: CxxFunctions) -> [String] {
    let firstPopulation = network.projections.count
    let firstUpdate = firstPopulation + network.populations.count
    func calls(_ phases: Range<Int>) -> [String] {
      phases.map { "PHASE(\($0)) " + functions.call($0) }
    }
    var lines = calls(0..<firstPopulation)
    let isCoupled = !network.projections.isEmpty || !network.customUpdates.isEmpty
    if isCoupled, network.synapsesSeeOthers { lines.append("barrier.wait(thread);") }
    lines += calls(firstPopulation..<firstUpdate)
    if isCoupled { lines.append("barrier.wait(thread);") }
    for (update, phase) in zip(network.customUpdates, firstUpdate...) {
      let call = functions.call(
        phase, step: "step + 1", time: "static_cast<scalar>(step + 1) * dt")
      lines.append("if ((step + 1) % \(update.interval)u == 0) {")
      lines.append("  PHASE(\(phase)) " + call)
      lines.append("  barrier.wait(thread);")
      lines.append("}")
    }
    return lines.map { "  " + $0 }
  }

  // MARK: What a function can be told

  func number(_ name: String, _ value: Int) -> CxxFunction.Parameter {
    CxxFunction.Parameter(type: "std::uint32_t", name: name, value: "\(value)u")
  }

  func pointer(to column: Int) -> CxxFunction.Parameter {
    CxxFunction.Parameter(
      type: network.columns[column].type.cxxStorage + "*", name: local(column),
      value: self.column(column))
  }

  func sum(_ name: String, _ value: String) -> CxxFunction.Parameter {
    CxxFunction.Parameter(type: "scalar*", name: name, value: value)
  }

  func queue(_ name: String, _ value: String) -> CxxFunction.Parameter {
    CxxFunction.Parameter(type: "Queue&", name: name, value: value)
  }

  func rows(_ name: String, of projection: Int) -> CxxFunction.Parameter {
    CxxFunction.Parameter(
      type: "const Rows<\(targetType(projection))>&", name: name, value: Self.rows(projection))
  }

  /// The numbers and arrays of models.
  func constants(of contexts: [SnippetContext]) -> [CxxFunction.Parameter] {
    SnippetContext.inOrder(contexts).flatMap { context in
      [number(group(context.group), context.group)]
        + context.parameters.enumerated().map { index, parameter in
          CxxFunction.Parameter(
            type: parameter.value.type.cxxName,
            name: CxxNames.parameter(context, index, numbering), value: parameter.value.cxxLiteral)
        }
        + context.arrays.enumerated().map { index, array in
          CxxFunction.Parameter(
            type: array.type.cxxName + "*", name: CxxNames.array(context, index, numbering),
            value: CxxNames.array(context, index))
        }
    }
  }
}
