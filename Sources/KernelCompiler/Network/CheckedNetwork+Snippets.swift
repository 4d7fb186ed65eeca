/// Code of a network, what it sees and what it uses.
struct CheckedCode: Hashable, Sendable {
  var context: SnippetContext
  var use: SnippetUse
  /// Where it begins.
  var source: SnippetSource

  init(_ snippet: CheckedSnippet) {
    context = snippet.context
    use = snippet.use
    source = snippet.code.source
  }

  init(_ test: CheckedTest) {
    context = test.context
    use = test.use
    source = test.test.source
  }

  init(_ neuron: CheckedNeuronCode) {
    context = neuron.context
    use = neuron.use
    source = neuron.simulation.source
  }
}

extension CheckedNetwork {
  /// All code that runs in a step.
  var code: [CheckedCode] {
    let populations = self.populations.flatMap { population in
      [CheckedCode(population.code)]
        + population.currentSources.map { CheckedCode($0.injection) }
    }
    let projections = self.projections.flatMap { projection in
      [CheckedCode(projection.postsynaptic)]
        + (Array(projection.synapseCode.values) + projection.neuronCode.values).map {
          CheckedCode($0)
        }
        + [projection.preEvent, projection.postEvent].compactMap { event in
          event.map { CheckedCode($0.threshold) }
        }
    }
    return populations + projections + customUpdates.map { CheckedCode($0.update) }
  }

  /// Whether it calls a function of the mathematical library.
  var callsFunctions: Bool { code.contains { $0.use.callsFunction } }

  /// Whether it calls a function whose last bits differ between mathematical libraries, such as
  /// that of the CPU and that of the GPU.
  package var dependsOnLibrary: Bool { code.contains { $0.use.callsOpenFunction } }
}
