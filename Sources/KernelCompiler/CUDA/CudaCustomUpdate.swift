/// The kernel of a custom update.
struct CudaCustomUpdate {
  private let parts: CxxParts
  private let index: Int
  private let update: CheckedCustomUpdate
  private let bodies: CxxCustomUpdate
  private var network: CheckedNetwork { parts.network }

  init(_ parts: CxxParts, _ index: Int) {
    self.parts = parts
    self.index = index
    update = parts.network.customUpdates[index]
    bodies = CxxCustomUpdate(parts, index)
  }

  private var name: String { "update_\(index)" }

  private var blocks: Int {
    switch update.elements {
    case .neurons(let population):
      return CudaPass.blocks(for: network.populations[population].count)
    case .synapses(let index):
      let phase = CudaSynapsePhase(parts, index)
      if let weights = phase.projection.kernelSize { return CudaPass.blocks(for: weights) }
      return CudaPass.blocks(
        for: phase.targets * (phase.projection.layout == .sparse ? 32 : phase.sources))
    }
  }

  var lines: [String] {
    var printer = CxxStatementPrinter(names: parts.plain, depth: 0)
    printer.block(
      "__global__ void __launch_bounds__(block_size) \(name)(std::uint32_t number)"
    ) { printer in
      // It runs at the end of a step, when it is the next one's time.
      printer.add(
        "[[maybe_unused]] const std::uint64_t step = *memory.first_step + number + 1;")
      printer.add("if (step % \(update.interval)u != 0) return;")
      printer.add("[[maybe_unused]] const scalar t = static_cast<scalar>(step) * dt;")
      printer.add("const std::uint32_t block = blockIdx.x;")
      for pointer in bodies.pointers { printer.add(pointer.definition) }
      switch update.elements {
      case .neurons(let population):
        printer.add(
          "[[maybe_unused]] constexpr std::uint32_t num_neurons = \(network.populations[population].count)u;"
        )
        printer.add("const std::uint32_t id = block * block_size + threadIdx.x;")
        printer.add("if (id >= num_neurons) return;")
        bodies.addBody("id", to: &printer)
      case .synapses(let projection):
        addSynapses(CudaSynapsePhase(parts, projection), to: &printer)
      }
    }
    return printer.lines + [""]
  }

  private func addSynapses(_ phase: CudaSynapsePhase, to printer: inout CxxStatementPrinter) {
    phase.addFrame(nil, to: &printer)
    if let weights = phase.projection.kernelSize {
      printer.add("const std::uint32_t s = block * block_size + threadIdx.x;")
      printer.add("if (s >= \(weights)u) return;")
      return bodies.addBody("s", to: &printer)
    }
    guard phase.projection.layout == .sparse else {
      phase.addSynapse(to: &printer)
      return bodies.addBody("s", to: &printer)
    }
    printer.add("const Synapses& synapses = \(phase.synapses);")
    printer.add("const std::uint32_t id_post = block * (block_size / 32) + threadIdx.x / 32;")
    printer.add("if (id_post >= num_post) return;")
    printer.block(
      "for (std::uint64_t s = synapses.columns[id_post] + threadIdx.x % 32, end = synapses.columns[id_post + 1]; s < end; s += 32)"
    ) { printer in
      if update.update.seesSource(network) {
        printer.add("const std::uint32_t id_pre = synapses.origins[s];")
      }
      bodies.addBody("s", number: "synapses.numbers[s]", to: &printer)
    }
  }

  var launch: String { "  launch(\"\(name)\", \(blocks)u, \(name), number);" }
}
