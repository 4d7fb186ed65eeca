import Diagnostics
import SpikingModels

extension NetworkCompiler {
  mutating func check(
    _ update: CustomUpdate, _ index: Int, _ populations: [CheckedPopulation],
    _ projections: [CheckedProjection]
  ) -> CheckedCustomUpdate? {
    let place = SourceLocation(update.place)
    let model = update.model
    checkNames(of: model, and: model.references.map(\.nameAndPlace))
    if update.interval < 1 { report(.badInterval(update.name, update.interval, at: place)) }
    let group = nextGroup()
    var context = SnippetContext(
      group: group, title: model.name,
      parameters: check(model.parameters) + derive(model.derivedParameters, model.parameters),
      slots: [], arrays: check(model.extraGlobalParameters))
    var elements: Set<CheckedCustomUpdate.Elements> = []
    var references: [Slot] = []
    for reference in model.references {
      guard let target = update.references[reference.name] else {
        report(.missingReference(reference.name, update.name, at: place))
        continue
      }
      guard let column = find(target, populations, projections, place) else { continue }
      switch columns[column].extent {
      case .elements: elements.insert(.neurons(population(of: column, projections)))
      case .synapses(let projection): elements.insert(.synapses(projection))
      }
      let wanted = type(reference.type, at: reference.place)
      if wanted != columns[column].type {
        report(.wrongReferenceType(reference.name, wanted, columns[column].type, at: place))
      }
      let isReadOnly = reference.access == .readOnly || columns[column].isReadOnly
      var slot = Slot(
        column: column, site: .own, name: reference.name, type: columns[column].type,
        readOnly: isReadOnly ? "the reference's access is .readOnly" : nil)
      if case .transposed(let name, _, let other, let variable) = target {
        slot.transposed = findTransposed(name, other, variable, slot, projections, place)
      }
      references.append(slot)
    }
    if references.count(where: { $0.transposed != nil }) > 1 {
      report(.severalTransposed(update.name, at: place))
    }
    guard let only = elements.first, elements.count == 1 else {
      report(.mixedReferences(update.name, at: place))
      return nil
    }
    let extent: Column.Extent
    let role: SnippetRole
    switch only {
    case .neurons(let population):
      (extent, role) = (.elements(populations[population].count), .neuronUpdate)
    case .synapses(let projection): (extent, role) = (.synapses(projection), .synapseUpdate)
    }
    context.slots =
      model.variables.enumerated().map { number, variable in
        own(variable, number, .customUpdate(index), extent, group)
      } + references
    var scope = self.scope(context, role)
    scope.undefine(.kernel)
    // Many pairs of neurons share a weight of a kernel.
    if case .synapses(let index) = only, projections[index].layout == .toeplitz {
      scope.undefine(.pre, .post)
    }
    return CheckedCustomUpdate(
      name: update.name, interval: max(1, update.interval), elements: only,
      update: statements(model.update, "update", context, scope, model.place))
  }

  /// The column that has the transposed of a projection's.
  private mutating func findTransposed(
    _ name: String, _ other: String, _ variable: String, _ slot: Slot,
    _ projections: [CheckedProjection], _ place: SourceLocation
  ) -> Int? {
    guard let column = find(.synapse(other, variable), [], projections, place),
      let one = projections.first(where: { $0.name == name }),
      let back = projections.first(where: { $0.name == other })
    else { return nil }
    guard one.layout == .dense, back.layout == .dense, one.source == back.target,
      one.target == back.source, column != slot.column
    else {
      report(.notTransposable(name, other, at: place))
      return nil
    }
    if columns[column].type != slot.type {
      report(.wrongReferenceType(slot.name, slot.type, columns[column].type, at: place))
    }
    if columns[column].isReadOnly { report(.transposedReadOnly(other, variable, at: place)) }
    return column
  }

  /// The population whose neurons a column has a number for.
  private func population(of column: Int, _ projections: [CheckedProjection]) -> Int {
    switch columns[column].owner {
    case .population(let population), .currentSource(let population, _): population
    case .postsynaptic(let projection), .target(let projection): projections[projection].target
    case .presynaptic(let projection): projections[projection].source
    case .synapses, .customUpdate: 0
    }
  }

  private mutating func find(
    _ target: CustomUpdate.Target, _ populations: [CheckedPopulation],
    _ projections: [CheckedProjection], _ place: SourceLocation
  ) -> Int? {
    let owner: (String, Bool, String, (Int) -> Column.Owner)
    switch target {
    case .neuron(let name, let variable): owner = (name, true, variable, { .population($0) })
    case .synapse(let name, let variable), .transposed(let name, let variable, _, _):
      owner = (name, false, variable, { .synapses($0) })
    case .postsynaptic(let name, let variable):
      owner = (name, false, variable, { .postsynaptic($0) })
    case .presynapticWeight(let name, let variable):
      owner = (name, false, variable, { .presynaptic($0) })
    case .postsynapticWeight(let name, let variable):
      owner = (name, false, variable, { .target($0) })
    }
    let (name, isPopulation, variable, makeOwner) = owner
    let names = isPopulation ? populations.map(\.name) : projections.map(\.name)
    guard let index = names.firstIndex(of: name) else {
      report(
        isPopulation
          ? .unknownPopulation(name, suggestion: nearest(to: name, in: names), at: place)
          : .unknownProjection(name, suggestion: nearest(to: name, in: names), at: place))
      return nil
    }
    let wanted = makeOwner(index)
    let known = columns.indices.filter { columns[$0].owner == wanted && columns[$0].isReported }
    if let column = known.first(where: { columns[$0].name == variable }) { return column }
    report(
      .unknownReference(
        variable, name, suggestion: nearest(to: variable, in: known.map { columns[$0].name }),
        at: place))
    return nil
  }
}
