import Diagnostics
import SpikingModels

/// Code that runs once, before the network does: it is interpreted here, so that all engines get the
/// same values and synapses.
extension NetworkCompiler {
  /// The values that code gives a variable, neuron by neuron, or synapse by synapse in the order of
  /// the rows; nothing where the code is wrong.
  mutating func values(
    of model: InitialValueModel, _ variable: Variable, _ number: Int, _ type: NumericType,
    _ extent: Column.Extent, _ group: Int
  ) -> [Value]? {
    let place = SourceLocation(model.place)
    let context = startContext(
      model.name, model.parameters, model.derivedParameters, model.extraGlobalParameters, group)
    var isNeuron = false
    if case .elements = extent { isNeuron = true }
    var scope = self.scope(context, isNeuron ? .neuronStart : .synapseStart)
    scope.defineWritable(.value, type)
    let before = findings.count
    let snippet = statements(
      model.start, "start of '\(variable.name)', code", context, scope, model.place)
    if findings[before...].contains(where: { $0.severity == .error }) { return nil }
    guard snippet.use.builtIns.contains(.value) else {
      report(.neverSetsValue(model.name, at: place))
      return nil
    }
    var run = StartRun(snippet, scalar, network, variable: number, .initialValues)
    var values: [Value] = []
    do throws(Diagnostic) {
      switch extent {
      case .elements(let count):
        for neuron in 0..<count {
          run.beginStream(neuron)
          let frame = try run.run(["id": neuron, "num_neurons": count], value: .zero(type))
          values.append(try finite(frame, variable.name, "neuron \(neuron)", place))
        }
      case .synapses(let index):
        try eachSynapse(index, group, place) { synapse, pre, post, ends throws(Diagnostic) in
          if run.element != pre { run.beginStream(pre) }
          let frame = try run.run(
            [
              "id_pre": pre, "id_post": post, "id_syn": synapse, "num_pre": ends.sources,
              "num_post": ends.targets,
            ], value: .zero(type))
          values.append(
            try finite(frame, variable.name, "the synapse from \(pre) to \(post)", place))
        }
      }
    } catch {
      report(error)
      return nil
    }
    return values
  }

  private func finite(
    _ frame: Frame, _ variable: String, _ element: String, _ place: SourceLocation
  ) throws(Diagnostic) -> Value {
    let value = frame.builtIns[.value] ?? .zero(scalar)
    guard value.isFinite else { throw .startNotFinite(variable, value, element, at: place) }
    return value
  }

  /// The synapses that a model's code adds; nothing where the code is wrong.
  mutating func rows(
    of model: ConnectivityModel, _ group: Int, sources: Int, targets: Int
  ) -> SynapseRows? {
    let place = SourceLocation(model.place)
    guard let code = model.rowBuild ?? model.columnBuild,
      model.rowBuild == nil || model.columnBuild == nil
    else {
      report(.oneBuildNeeded(model.name, at: place))
      return nil
    }
    let isRow = model.rowBuild != nil
    let context = startContext(
      model.name, model.parameters, model.derivedParameters, model.extraGlobalParameters, group)
    var scope = self.scope(context, isRow ? .rowBuild : .columnBuild)
    scope.defineAddSynapse(kernelDimensions: 0)
    let before = findings.count
    let snippet = statements(
      code, isRow ? "row build" : "column build", context, scope, model.place)
    if findings[before...].contains(where: { $0.severity == .error }) { return nil }
    let (lines, others) = isRow ? (sources, targets) : (targets, sources)
    var run = StartRun(snippet, scalar, network, variable: 0, .connectivity)
    var rows = SynapseRows()
    do throws(Diagnostic) {
      for line in 0..<lines {
        run.beginStream(line)
        _ = try run.run(
          [
            isRow ? "id_pre" : "id_post": line, "num_pre": sources, "num_post": targets,
            "num_threads": 1,
          ])
        var ends: [UInt32] = []
        for end in run.added {
          guard (0..<Int128(others)).contains(end) else {
            throw .synapseOutside(model.name, Int(clamping: end), others, isRow, at: place)
          }
          ends.append(UInt32(end))
        }
        rows.add(row: ends.sorted())
        guard rows.count <= ReferenceEngine.mostElements else {
          throw .tooManyForCode("synapses", at: place)
        }
      }
    } catch {
      report(error)
      return nil
    }
    return isRow ? rows : SynapseRows(transposing: rows, count: sources)
  }

  private mutating func startContext(
    _ name: String, _ parameters: [Parameter], _ derived: [DerivedParameter],
    _ arrays: [ExtraGlobalParameter], _ group: Int
  ) -> SnippetContext {
    checkNames(
      parameters.map { ($0.name, $0.place) } + derived.map { ($0.name, $0.place) }
        + arrays.map { ($0.name, $0.place) })
    return SnippetContext(
      group: group, title: name, parameters: check(parameters) + derive(derived, parameters),
      slots: [], arrays: check(arrays))
  }

  /// All synapses of a projection, in the order in which its variables have values.
  private func eachSynapse(
    _ index: Int, _ group: Int, _ place: SourceLocation,
    _ body: (Int, Int, Int, (sources: Int, targets: Int)) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let projection = network.projections[index]
    func count(_ name: String) -> Int {
      network.populations.first { $0.name == name }?.count ?? 0
    }
    let ends = (sources: count(projection.source), targets: count(projection.target))
    switch projection.layout {
    case .toeplitz: throw .codeForKernel(projection.name, at: place)
    case .dense:
      guard ends.sources * ends.targets <= ReferenceEngine.mostElements else {
        throw .tooManyForCode("synapses", at: place)
      }
      for pre in 0..<ends.sources {
        for post in 0..<ends.targets { try body(pre * ends.targets + post, pre, post, ends) }
      }
    case .sparse:
      let rows =
        builtRows[index]
        ?? SynapseRows(
          projection.connectivity, sources: ends.sources, targets: ends.targets,
          seed: network.seed, group: group)
      guard rows.count <= ReferenceEngine.mostElements else {
        throw .tooManyForCode("synapses", at: place)
      }
      for pre in 0..<rows.rowCount {
        for synapse in rows.row(pre) {
          try body(synapse, pre, Int(rows.targets[synapse]), ends)
        }
      }
    }
  }
}
