import SpikingModels

/// Neurons that draw in few steps: a block of them is tried first without random numbers, side by side, and
/// those that asked for one are done again, one after the other.
extension CxxNeuronPhase {
  struct Trial {
    let written: [Int]
    /// With a stand-in for random numbers.
    let body: [String]
    /// For those of which it is known that they draw.
    private(set) var again: Stage

    /// Nil for what isn't of that kind: loops, tables and library functions are no work for vectors, what
    /// is checked on the way has to be right the first time, and integers may be divided by.
    init?(_ loop: [Stage]) {
      guard loop.count == 1, let stage = loop.first else { return nil }
      let use = stage.use
      let draws = stage.body.filter { $0.contains("Random random(") }
      guard use.draws, !use.alwaysDraws, !use.hasLoop, !use.callsLibrary, !use.usesArray,
        draws.count == 1, draws[0].contains("RareRandom"),
        !stage.body.contains(where: { $0.contains("CHECK(") || $0.contains("int") }),
        !stage.written.isEmpty
      else { return nil }
      written = stage.written.sorted()
      body = stage.body.map { $0 == draws[0] ? $0.prefix { $0 == " " } + "Trial random;" : $0 }
      again = stage
      again.body = stage.body.map {
        $0 == draws[0] ? $0.replacing("RareRandom", with: "Random") : $0
      }
    }
  }

  private func next(_ column: Int) -> String { "next_\(parts.numbering.column(column))" }

  func addMemory(of trial: Trial, to printer: inout CxxStatementPrinter) {
    printer.add("std::uint8_t drew[block] = {};")
    printer.add("std::uint32_t again[block];")
    for column in trial.written {
      printer.add("\(network.columns[column].type.cxxName) \(next(column))[block];")
    }
  }

  func addTrial(_ trial: Trial, isFirst: Bool, to printer: inout CxxStatementPrinter) {
    printer.add("INDEPENDENT")
    printer.block("for (std::uint32_t k = 0; k < count; ++k)") { printer in
      addNeuron([trial.again], isFirst: isFirst, to: &printer)
      printer.addFinished(trial.body)
      for column in trial.written { printer.add("\(next(column))[k] = \(own(column));") }
      printer.add("drew[k] = random.drew;")
    }
    printer.add("INDEPENDENT")
    printer.block("for (std::uint32_t k = 0; k < count; ++k)") { printer in
      printer.add("const std::size_t at = base + k;")
      for column in trial.written {
        let type = network.columns[column].type.cxxName
        printer.add(
          "const \(type) \(own(column)) = drew[k] ? \(parts.local(column))[at] : \(next(column))[k];"
        )
        printer.add("\(parts.local(column))[at] = \(own(column));")
        if let check = check(column) { printer.add(check) }
      }
    }
    printer.add("const std::uint32_t number = places(drew, count, 0, again);")
    printer.block("for (std::uint32_t i = 0; i < number; ++i)") { printer in
      printer.add("const std::uint32_t k = again[i];")
      addLoop([trial.again], isFirst: isFirst, isLast: true, to: &printer)
    }
  }
}
