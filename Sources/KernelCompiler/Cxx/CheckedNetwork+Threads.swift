extension CheckedNetwork {
  /// Whether synapses read or write what neurons change that another thread looks after.
  ///
  /// Otherwise a thread can go on from its synapses to its neurons without waiting for others: all that
  /// it reads of other neurons is the list of those that spiked.
  var synapsesSeeOthers: Bool {
    projections.contains { projection in
      projection.addsToPre || projection.synapseCode.values.contains { seesOthers($0) }
    } || code.contains { $0.use.writesArray }
  }

  private func seesOthers(_ snippet: CheckedSnippet) -> Bool {
    let use = snippet.use
    return use.slots.contains { index in
      let slot = snippet.context.slots[index]
      return slot.site == .pre && !columns[slot.column].isReadOnly
    } || use.builtIns.contains { snippet.context.times[$0]?.site == .pre }
  }
}
