import SpikingModels

/// Passes in which what goes back to a source is added up.
extension CudaSynapsePhase {
  func sourcePass(
    _ moment: WeightUpdateModel.Moment, _ snippet: CheckedSnippet, _ stage: Int
  ) -> CudaPass {
    pass("sources", moment, stage, blocks: CudaPass.blocks(for: sources)) { printer in
      addFrame(snippet, to: &printer)
      addNeuron("id_pre", "num_pre", to: &printer)
      if moment != .synapseDynamics {
        printer.add("const std::uint32_t* const words = \(words(moment));")
      }
      if moment.isPresynaptic { printer.add("if (!is_set(words, id_pre)) return;") }
      bodies.addLoads(snippet, at: .pre, "id_pre", to: &printer)
      printer.add("scalar sum = returned[id_pre];")
      addRow(moment, to: &printer) { printer in
        var names = CxxNames(network, snippet.context, snippet.locals)
        names.sumAtPost = nil
        names.sumAtPre = "sum"
        let number = projection.layout == .sparse ? "place" : "s"
        bodies.addBody(
          snippet, names, loaded: .pre, number: number, isStored: false, to: &printer)
      }
      printer.add("returned[id_pre] = sum;")
    }
  }

  /// The synapses of `id_pre` that something happens to, in order.
  private func addRow(
    _ moment: WeightUpdateModel.Moment, to printer: inout CxxStatementPrinter,
    _ body: (inout CxxStatementPrinter) -> Void
  ) {
    switch (projection.layout, projection.connectivity) {
    case (.sparse, _):
      printer.block(
        "for (std::uint64_t place = synapses.rows[id_pre], end = synapses.rows[id_pre + 1]; place < end; ++place)"
      ) { printer in
        printer.add("const std::uint32_t id_post = synapses.targets[place];")
        if moment.isPostsynaptic { printer.add("if (!is_set(words, id_post)) continue;") }
        printer.add("[[maybe_unused]] const std::uint64_t s = synapses.synapse(place, id_post);")
        body(&printer)
      }
    case (.toeplitz, .convolution(let convolution)):
      printer.block(
        "for (std::uint32_t diagonal = 0; diagonal < \(convolution.diagonalCount)u; ++diagonal)"
      ) { printer in
        bodies.addDiagonal(convolution, to: &printer)
        bodies.addTarget(convolution, orElse: "continue", to: &printer)
        bodies.addWeight(convolution, to: &printer)
        body(&printer)
      }
    default:
      printer.block("for (std::uint32_t id_post = 0; id_post < num_post; ++id_post)") { printer in
        if moment.isPostsynaptic { printer.add("if (!is_set(words, id_post)) continue;") }
        printer.add(
          "[[maybe_unused]] const std::size_t s = std::size_t{id_pre} * num_post + id_post;")
        body(&printer)
      }
    }
  }
}
