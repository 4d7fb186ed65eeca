import SpikingModels

extension NetworkCompiler {
  /// Spike times cost memory and a write each, and old values cost a copy a step: only what some
  /// snippet asks for is kept.
  mutating func keepWhatIsUsed(
    _ populations: inout [CheckedPopulation], _ projections: inout [CheckedProjection]
  ) {
    var used: Set<Int> = []
    func add(_ use: SnippetUse, _ context: SnippetContext, to columns: inout [Column]) {
      for slot in use.slots.map({ context.slots[$0] }) {
        columns[slot.column].oldest = max(columns[slot.column].oldest, slot.delay)
      }
      for time in use.builtIns.compactMap({ context.times[$0] }) {
        used.insert(time.column)
        columns[time.column].oldest = max(columns[time.column].oldest, time.delay)
      }
    }
    for population in populations {
      add(population.code.use, population.code.context, to: &columns)
    }
    for projection in projections {
      for snippet in projection.synapseCode.values {
        add(snippet.use, snippet.context, to: &columns)
      }
      for snippet in projection.neuronCode.values {
        add(snippet.use, snippet.context, to: &columns)
      }
      for event in [projection.preEvent, projection.postEvent].compactMap({ $0 }) {
        add(event.threshold.use, event.threshold.context, to: &columns)
      }
      populations[projection.source].spikeSlots = max(
        populations[projection.source].spikeSlots, projection.axonalDelay + 1)
      populations[projection.target].spikeSlots = max(
        populations[projection.target].spikeSlots, projection.backPropagationDelay + 1)
    }
    func kept(_ column: Int?) -> Int? { column.flatMap { used.contains($0) ? $0 : nil } }
    for index in populations.indices {
      populations[index].spikeTimes = kept(populations[index].spikeTimes)
      populations[index].previousSpikeTimes = kept(populations[index].previousSpikeTimes)
    }
    for index in projections.indices {
      projections[index].preEvent = projections[index].preEvent?.keeping(used)
      projections[index].postEvent = projections[index].postEvent?.keeping(used)
    }
    for column in columns.indices where !columns[column].isReported && !used.contains(column) {
      columns[column].isUnused = true
    }
  }
}

extension CheckedEvent {
  /// Without times that nothing asks for.
  fileprivate func keeping(_ columns: Set<Int>) -> CheckedEvent {
    var event = self
    if let times, !columns.contains(times) { event.times = nil }
    if let previousTimes, !columns.contains(previousTimes) { event.previousTimes = nil }
    return event
  }
}
