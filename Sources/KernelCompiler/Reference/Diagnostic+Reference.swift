import Diagnostics
import SpikingModels

/// A neuron or synapse at a time, for findings about what it computed.
struct Moment: Sendable {
  /// Such as `neuron 3 of 'excitatory'`.
  var element: String
  var step: Int
  var time: Value

  var description: String { "in \(element) at \(time) ms (step \(step))" }
}

extension Diagnostic {
  static func undefinedResult(_ fault: Fault, _ moment: Moment, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "\(fault.message), \(moment.description)",
      remedy: "guard the operation, or use scalar instead of integers")
  }

  static func notFinite(
    _ variable: String, _ value: Value, _ moment: Moment, at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place, "'\(variable)' became \(value) \(moment.description)",
      remedy: "use a smaller dt, or look for a division by zero or an overflow")
  }

  static func tooLarge(_ count: Int, _ what: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "\(count) \(what) are too many for the reference interpreter",
      remedy: "use the C++ engine, or a network of at most \(ReferenceEngine.mostElements) \(what)")
  }
}

extension CheckedNetwork {
  /// What the reference says of a number that stopped being finite.
  func notFinite(
    column index: Int, neuron: Int, pre: Int, post: Int, step: Int, value: Double
  ) -> Diagnostic {
    let column = columns[index]
    let element =
      switch column.extent {
      case .synapses(let projection) where projections[projection].layout == .toeplitz:
        "weight \(neuron) of '\(projections[projection].name)'"
      case .synapses(let projection):
        "the synapse from \(pre) to \(post) of '\(projections[projection].name)'"
      case .elements:
        "neuron \(neuron) of '\(population(of: column.owner).map { populations[$0].name } ?? "")'"
      }
    return .notFinite(
      column.name, column.type == .float ? .float(Float(value)) : .double(value),
      Moment(element: element, step: step, time: time(ofStep: step)), at: place(ofWriter: index))
  }

  /// The population whose neurons a column is about.
  func population(of owner: Column.Owner) -> Int? {
    switch owner {
    case .population(let population), .currentSource(let population, _): population
    case .postsynaptic(let projection), .target(let projection): projections[projection].target
    case .presynaptic(let projection): projections[projection].source
    case .synapses: nil
    case .customUpdate(let update):
      if case .neurons(let population) = customUpdates[update].elements { population } else { nil }
    }
  }

  /// Where the code begins that writes a column.
  private func place(ofWriter column: Int) -> SourceLocation {
    let snippets: [CheckedSnippet] =
      populations.flatMap { $0.currentSources.map(\.injection) }
      + projections.flatMap { projection in
        [projection.postsynaptic]
          + WeightUpdateModel.Moment.allCases.compactMap {
            projection.synapseCode[$0] ?? projection.neuronCode[$0]
          }
      } + customUpdates.map(\.update)
    for population in populations
    where population.code.context.slots.contains(where: { $0.column == column }) {
      return population.code.simulation.source.location(at: 0)
    }
    let writer = snippets.first { snippet in
      snippet.use.writtenSlots.contains { snippet.context.slots[$0].column == column }
    }
    return (writer?.code.source ?? populations[0].code.simulation.source).location(at: 0)
  }
}
