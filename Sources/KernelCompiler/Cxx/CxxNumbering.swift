import SpikingModels

/// The numbers in a function's names: those of the network, or counted anew in each function, so that
/// functions that do the same have the same text.
struct CxxNumbering: Hashable, Sendable {
  private var columns: [Int: Int] = [:]
  private var groups: [Int: Int] = [:]
  private var incoming: [Int: Int] = [:]
  private var outgoing: [Int: Int] = [:]
  let isOwn: Bool

  /// Those of the network.
  static let network = CxxNumbering()

  private init() { isOwn = false }

  private init(
    _ contexts: [SnippetContext], columns: [Int], incoming: [Int] = [], outgoing: [Int] = []
  ) {
    func ranks(_ numbers: [Int]) -> [Int: Int] {
      Dictionary(uniqueKeysWithValues: zip(Set(numbers).sorted(), 0...))
    }
    self.columns = ranks(columns)
    self.groups = ranks(contexts.map(\.group))
    self.incoming = ranks(incoming)
    self.outgoing = ranks(outgoing)
    isOwn = true
  }

  func column(_ index: Int) -> Int { Self.rank(index, columns) }
  func group(_ number: Int) -> Int { Self.rank(number, groups) }
  func incoming(_ projection: Int) -> Int { Self.rank(projection, incoming) }
  func outgoing(_ projection: Int) -> Int { Self.rank(projection, outgoing) }

  /// What wasn't counted comes behind what was, so that no two things have one number.
  private static func rank(_ number: Int, _ ranks: [Int: Int]) -> Int {
    ranks[number] ?? ranks.count + number
  }
}

extension CxxNumbering {
  /// Only columns that are used: what a synapse could see of both ends is more where these are one.
  init(of projection: CheckedProjection) {
    self.init(
      projection.contexts,
      columns: projection.synapseCode.values.flatMap { snippet in
        snippet.use.slots.map { snippet.context.slots[$0].column }
          + snippet.use.builtIns.compactMap { snippet.context.times[$0]?.column }
      })
  }

  init(of population: CheckedPopulation, in network: CheckedNetwork) {
    let events =
      population.incoming.compactMap { network.projections[$0].postEvent }
      + population.outgoing.compactMap { network.projections[$0].preEvent }
    let times =
      [population.spikeTimes, population.previousSpikeTimes]
      + events.flatMap { [$0.times, $0.previousTimes] }
    let contexts = population.contexts(in: network)
    self.init(
      contexts, columns: contexts.flatMap(\.columns) + times.compactMap { $0 },
      incoming: population.incoming, outgoing: population.outgoing)
  }

  init(of update: CheckedCustomUpdate) {
    self.init([update.update.context], columns: update.update.context.columns)
  }
}

extension SnippetContext {
  /// One for each group, as all of a group have the same parameters and arrays.
  static func inOrder(_ contexts: [SnippetContext]) -> [SnippetContext] {
    let byGroup = Dictionary(contexts.map { ($0.group, $0) }) { first, _ in first }
    return byGroup.keys.sorted().compactMap { byGroup[$0] }
  }

  /// All that its code could name.
  fileprivate var columns: [Int] {
    slots.map(\.column) + slots.compactMap(\.transposed) + times.values.map(\.column)
  }
}

extension CheckedProjection {
  /// What the code of its synapses sees.
  var contexts: [SnippetContext] { synapseCode.values.map(\.context) }
}

extension CheckedPopulation {
  /// What the code of its neurons sees, also that of projections and current sources.
  func contexts(in network: CheckedNetwork) -> [SnippetContext] {
    let arriving = incoming.map { network.projections[$0] }
    let leaving = outgoing.map { network.projections[$0] }
    return [code.context] + currentSources.map(\.injection.context)
      + arriving.map(\.postsynaptic.context)
      + arriving.compactMap(\.postEvent?.threshold.context)
      + leaving.compactMap(\.preEvent?.threshold.context)
      + (arriving + leaving).flatMap { $0.neuronCode.values.map(\.context) }
  }
}
