import SpikingModels

/// Passes in which what arrives at a target is added up, and synapses change.
extension CudaSynapsePhase {
  func targetPass(
    _ moment: WeightUpdateModel.Moment, _ snippet: CheckedSnippet, _ stage: Int
  ) -> CudaPass {
    if moment.isPostsynaptic { return columnPass(moment, snippet, stage) }
    if moment == .synapseDynamics, !snippet.use.addsToPost { return freePass(snippet, stage) }
    return pass("targets", moment, stage, blocks: CudaPass.blocks(for: targets)) { printer in
      addFrame(snippet, to: &printer)
      addNeuron("id_post", "num_post", to: &printer)
      let hasSum = snippet.use.outputs.contains(.addToPost)
      if hasSum {
        printer.add("scalar sum = 0;")
        printer.add("bool has_sum = false;")
      }
      addLoop(moment, snippet, to: &printer) { printer in
        if hasSum {
          printer.block("if (!has_sum)") {
            $0.add("sum = arrived[id_post];")
            $0.add("has_sum = true;")
          }
        }
        addBody(snippet, loaded: nil, sumAtPost: "sum", to: &printer)
      }
      if hasSum { printer.add("if (has_sum) arrived[id_post] = sum;") }
    }
  }

  /// All synapses of `id_post` that something happens to, in the order of their sources.
  private func addLoop(
    _ moment: WeightUpdateModel.Moment, _ snippet: CheckedSnippet,
    to printer: inout CxxStatementPrinter, _ body: (inout CxxStatementPrinter) -> Void
  ) {
    let isDynamics = moment == .synapseDynamics
    switch (projection.layout, projection.connectivity) {
    case (.sparse, _):
      printer.block(
        isDynamics
          ? "for (std::uint64_t s = synapses.columns[id_post], end = synapses.columns[id_post + 1]; s < end; ++s)"
          : "synapses.take(id_post, [&]([[maybe_unused]] std::uint64_t s)"
      ) { printer in
        addOrigin(snippet, to: &printer)
        body(&printer)
      }
    case (.toeplitz, .convolution(let convolution)):
      printer.block(
        "\(marks).take(id_post * \(convolution.wordsOfMarks)u, \(convolution.inputsOfTarget)u, "
          + "[&](std::uint32_t rank)"
      ) { printer in
        addSource(convolution, to: &printer)
        body(&printer)
      }
    default:
      printer.block(
        isDynamics
          ? "for (std::uint32_t id_pre = 0; id_pre < num_pre; ++id_pre)"
          : "each_set(\(words(moment)), 0, \(CudaParts.width(sources))u, [&](std::uint32_t id_pre)"
      ) { printer in
        printer.add(
          "[[maybe_unused]] const std::size_t s = std::size_t{id_pre} * num_post + id_post;")
        body(&printer)
      }
    }
    if !isDynamics { printer.append(");") }
  }

  /// Postsynaptic code adds nothing up at the target: threads share the synapses onto it.
  private func columnPass(
    _ moment: WeightUpdateModel.Moment, _ snippet: CheckedSnippet, _ stage: Int
  ) -> CudaPass {
    let mean = projection.meanRow(sources, targets) * sources / max(1, targets)
    let team = CudaParts.teamSize(projection.layout == .sparse ? mean : sources)
    return pass("columns", moment, stage, blocks: CudaParts.blocksOfWords(targets)) { printer in
      addFrame(snippet, to: &printer)
      share(of: targets, to: &printer)
      printer.block(
        "each_set_by_team<\(team)>(\(words(moment)), first_word, last_word, "
          + "[&](std::uint32_t id_post, std::uint32_t member)"
      ) { printer in
        bodies.addLoads(snippet, at: .post, "id_post", to: &printer)
        addShare(of: "\(team)", snippet, to: &printer)
      }
      printer.append(");")
    }
  }

  /// A member's synapses onto `id_post`.
  private func addShare(
    of team: String, _ snippet: CheckedSnippet, to printer: inout CxxStatementPrinter
  ) {
    printer.block(
      projection.layout == .sparse
        ? "for (std::uint64_t s = synapses.columns[id_post] + member, end = synapses.columns[id_post + 1]; s < end; s += \(team))"
        : "for (std::uint32_t id_pre = member; id_pre < num_pre; id_pre += \(team))"
    ) { printer in
      if projection.layout == .sparse {
        addOrigin(snippet, to: &printer)
      } else {
        printer.add("const std::size_t s = std::size_t{id_pre} * num_post + id_post;")
      }
      addBody(snippet, loaded: .post, to: &printer)
    }
  }

  /// Dynamics that add nothing up.
  private func freePass(_ snippet: CheckedSnippet, _ stage: Int) -> CudaPass {
    let isSparse = projection.layout == .sparse
    let threads = isSparse ? targets * 32 : sources * targets
    return pass("synapses", .synapseDynamics, stage, blocks: CudaPass.blocks(for: threads)) {
      printer in
      addFrame(snippet, to: &printer)
      if isSparse {
        printer.add("const std::uint32_t id_post = block * (block_size / 32) + threadIdx.x / 32;")
        printer.add("const std::uint32_t member = threadIdx.x % 32;")
        printer.add("if (id_post >= num_post) return;")
        bodies.addLoads(snippet, at: .post, "id_post", to: &printer)
        addShare(of: "32", snippet, to: &printer)
      } else {
        addSynapse(to: &printer)
        addBody(snippet, loaded: nil, to: &printer)
      }
    }
  }

  /// A thread's synapse among dense ones.
  func addSynapse(to printer: inout CxxStatementPrinter) {
    printer.add("const std::size_t s = std::size_t{block} * block_size + threadIdx.x;")
    printer.add("if (s >= std::size_t{num_pre} * num_post) return;")
    printer.add(
      "[[maybe_unused]] const std::uint32_t id_pre = static_cast<std::uint32_t>(s / num_post);")
    printer.add(
      "[[maybe_unused]] const std::uint32_t id_post = static_cast<std::uint32_t>(s % num_post);")
  }

  /// Where the synapse of this number among a target's comes from.
  private func addSource(_ convolution: Convolution2D, to printer: inout CxxStatementPrinter) {
    let (inputs, outputs) = (convolution.inputChannels, convolution.outputChannels)
    let (input, output, kernel) = (convolution.input, convolution.output, convolution.kernel)
    let shift = (
      (input.height + kernel.height - 1 - output.height) / 2,
      (input.width + kernel.width - 1 - output.width) / 2
    )
    printer.add(
      "const std::uint32_t diagonal = rank / \(inputs)u * \(outputs)u + id_post % \(outputs)u;")
    bodies.addDiagonal(convolution, to: &printer)
    printer.add("const std::uint32_t pixel = id_post / \(outputs)u;")
    printer.add(
      "const int pre_row = static_cast<int>(pixel / \(output.width)u) - row + \(shift.0);")
    printer.add(
      "const int pre_column = static_cast<int>(pixel % \(output.width)u) - column + \(shift.1);")
    printer.add(
      "const std::uint32_t id_pre = static_cast<std::uint32_t>(pre_row * \(input.width) + "
        + "pre_column) * \(inputs)u + rank % \(inputs)u;")
    bodies.addWeight(convolution, to: &printer)
  }

  /// Where the sparse synapse `s` comes from, if code asks for it.
  private func addOrigin(_ snippet: CheckedSnippet, to printer: inout CxxStatementPrinter) {
    guard snippet.seesSource(network) else { return }
    printer.add("[[maybe_unused]] const std::uint32_t id_pre = synapses.origins[s];")
  }

  /// What a synapse does; nothing goes back to its source.
  private func addBody(
    _ snippet: CheckedSnippet, loaded: Slot.Site?, sumAtPost: String = "arrived[id_post]",
    to printer: inout CxxStatementPrinter
  ) {
    var names = CxxNames(network, snippet.context, snippet.locals)
    names.sumAtPost = sumAtPost
    names.sumAtPre = nil
    let number = projection.layout == .sparse ? "synapses.numbers[s]" : "s"
    bodies.addBody(snippet, names, loaded: loaded, number: number, to: &printer)
  }
}

extension CheckedSnippet {
  /// Whether code of a synapse asks for its source's number or variables.
  func seesSource(_ network: CheckedNetwork) -> Bool {
    let use = use
    return use.builtIns.contains { $0 == .pre || context.times[$0]?.site == .pre }
      || use.slots.contains {
        context.slots[$0].site == .pre
          && network.columns[context.slots[$0].column].constant == nil
      }
  }

  /// Whether code of a synapse asks for its number.
  var seesNumber: Bool { use.builtIns.contains(.synapse) || use.builtIns.contains(.kernel) }
}
