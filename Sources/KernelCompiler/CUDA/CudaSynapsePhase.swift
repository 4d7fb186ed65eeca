import SpikingModels

/// What a projection's synapses do in a step, as passes of kernels.
///
/// What is added up at a target is added by one thread, in the order of the sources; what goes back
/// to a source by one thread, in the order of the targets. A snippet that does both runs twice: a
/// pass over the sources comes first and leaves the synapses' variables alone. Where nothing is added
/// up, threads share the synapses of a neuron.
struct CudaSynapsePhase {
  let parts: CxxParts
  let index: Int
  let projection: CheckedProjection
  let bodies: CxxSynapsePhase
  var network: CheckedNetwork { parts.network }
  var sources: Int { network.populations[projection.source].count }
  var targets: Int { network.populations[projection.target].count }

  init(_ parts: CxxParts, _ index: Int) {
    self.parts = parts
    self.index = index
    projection = parts.network.projections[index]
    bodies = CxxSynapsePhase(parts, index)
  }

  /// In the order of a step.
  private static let moments: [WeightUpdateModel.Moment] = [
    .synapseDynamics, .preEventSynapse, .preSpikeSynapse, .postEventSynapse, .postSpikeSynapse,
  ]

  var passes: [CudaPass] {
    var passes: [CudaPass] = []
    var stage = 0
    // When the marks are free again.
    var unmarked = 0
    for moment in Self.moments {
      guard let snippet = projection.synapseCode[moment] else { continue }
      let use = snippet.use
      if use.outputs.contains(.addToPre) {
        passes.append(sourcePass(moment, snippet, stage))
        stage += 1
      }
      guard use.addsToPost || !use.writtenSlots.isEmpty else { continue }
      let isMarked = moment.isPresynaptic && projection.layout != .dense
      if isMarked {
        passes.append(markPass(moment, unmarked))
        stage = max(stage, unmarked + 1)
      }
      passes.append(targetPass(moment, snippet, stage))
      stage += 1
      if isMarked { unmarked = stage }
    }
    return passes
  }

  // MARK: Names

  func pass(
    _ kind: String, _ moment: WeightUpdateModel.Moment, _ stage: Int, blocks: Int,
    _ content: (inout CxxStatementPrinter) -> Void
  ) -> CudaPass {
    CudaPass(
      "\(kind)_\(moment.rawValue)_\(index)", stage: stage, blocks: blocks, content,
      names: parts.plain)
  }

  var synapses: String { parts.memory + CudaParts.synapses(index) }
  var marks: String { parts.memory + CudaParts.marks(index) }

  /// The words of those who spiked or had an event, as synapses see it now.
  func words(_ moment: WeightUpdateModel.Moment) -> String {
    let (queue, delay) =
      switch moment {
      case .preEventSynapse: (CxxParts.preEvents(index), projection.axonalDelay)
      case .preSpikeSynapse: (CxxParts.spikes(projection.source), projection.axonalDelay)
      case .postEventSynapse: (CxxParts.postEvents(index), projection.backPropagationDelay)
      default: (CxxParts.spikes(projection.target), projection.backPropagationDelay)
      }
    return "\(parts.memory)\(queue).before(step, \(delay)u)"
  }

  /// A block's part of the words of a population, and how many blocks there are.
  func share(of neurons: Int, to printer: inout CxxStatementPrinter) {
    let (width, each) = (CudaParts.width(neurons), CudaParts.wordsPerBlock(neurons))
    printer.add("const std::uint32_t first_word = block * \(each)u;")
    printer.add("const std::uint32_t last_word = least(first_word + \(each)u, \(width)u);")
  }

  func addFrame(_ snippet: CheckedSnippet?, to printer: inout CxxStatementPrinter) {
    printer.add("[[maybe_unused]] constexpr std::uint32_t num_pre = \(sources)u;")
    printer.add("[[maybe_unused]] constexpr std::uint32_t num_post = \(targets)u;")
    guard let snippet else { return }
    let outputs = snippet.use.outputs
    if outputs.contains(.addToPost) {
      printer.add(
        "[[maybe_unused]] scalar* const arrived = \(parts.memory)\(CxxParts.arrived(index));")
    }
    if outputs.contains(.addToPre) {
      printer.add(
        "[[maybe_unused]] scalar* const returned = \(parts.memory)\(CxxParts.returned(index));")
    }
    if outputs.contains(.addToPostDelay) {
      printer.add(
        "[[maybe_unused]] scalar* const later = \(parts.memory)\(CxxParts.later(index));")
    }
    if projection.layout == .sparse {
      printer.add("[[maybe_unused]] const Synapses& synapses = \(synapses);")
    }
    for pointer in bodies.pointers([snippet]) { printer.add(pointer.definition) }
  }

  /// This thread's neuron; a thread too many leaves.
  func addNeuron(_ name: String, _ count: String, to printer: inout CxxStatementPrinter) {
    printer.add("const std::uint32_t \(name) = block * block_size + threadIdx.x;")
    printer.add("if (\(name) >= \(count)) return;")
  }

  // MARK: Marks

  /// Marks the synapses of everyone who spiked.
  private func markPass(_ moment: WeightUpdateModel.Moment, _ stage: Int) -> CudaPass {
    pass("mark", moment, stage, blocks: CudaParts.blocksOfWords(sources)) { printer in
      share(of: sources, to: &printer)
      guard case .convolution(let convolution) = projection.connectivity,
        projection.layout == .toeplitz
      else {
        printer.add(
          "\(synapses).mark<\(CudaParts.teamSize(projection.meanRow(sources, targets)))>("
            + "\(words(moment)), first_word, last_word);")
        return
      }
      let inputs = convolution.inputChannels
      printer.block(
        "each_set_by_team<32>(\(words(moment)), first_word, last_word, "
          + "[&](std::uint32_t id_pre, std::uint32_t member)"
      ) { printer in
        printer.block(
          "for (std::uint32_t diagonal = member; diagonal < \(convolution.diagonalCount)u; diagonal += 32)"
        ) { printer in
          bodies.addDiagonal(convolution, to: &printer)
          bodies.addTarget(convolution, orElse: "continue", to: &printer)
          printer.add(
            "\(marks).set(id_post * \(convolution.wordsOfMarks * 32)u + "
              + "diagonal / \(convolution.outputChannels)u * \(inputs)u + id_pre % \(inputs)u);")
        }
      }
      printer.append(");")
    }
  }
}

extension WeightUpdateModel.Moment {
  var isPresynaptic: Bool { self == .preEventSynapse || self == .preSpikeSynapse }
  var isPostsynaptic: Bool { self == .postEventSynapse || self == .postSpikeSynapse }
}

extension SnippetUse {
  var addsToPost: Bool { outputs.contains(.addToPost) || outputs.contains(.addToPostDelay) }
}

extension CheckedProjection {
  /// How many synapses a source has, on average.
  func meanRow(_ sources: Int, _ targets: Int) -> Int {
    switch connectivity {
    case .dense: targets
    case .oneToOne: 1
    case .fixedProbability(let p, _): Int(p * Double(targets))
    case .fixedNumberTotal(let count): count / max(1, sources)
    case .fixedNumberPost(let count): count
    case .fixedNumberPre(let count): count * targets / max(1, sources)
    case .explicit(let synapses): synapses.count / max(1, sources)
    case .convolution(let convolution): convolution.diagonalCount
    case .model: (builtRows?.count ?? 0) / max(1, sources)
    }
  }
}

extension Convolution2D {
  /// How many synapses a target has at most.
  var inputsOfTarget: Int { kernel.height * kernel.width * inputChannels }
  /// Words of a target's marks.
  var wordsOfMarks: Int { (inputsOfTarget + 31) / 32 }
}
