import SpikingModels

/// Neurons that draw in few steps: a block of them is tried first without random numbers, side by side, and
/// those that asked for one are done again, one after the other.
extension CxxNeuronPhase {
  struct Trial {
    let draws: CxxDraws
    let written: [Int]
    /// With a stand-in for random numbers.
    let body: [String]
    /// For those of which it is known that they draw.
    private(set) var again: Stage

    /// Nil for what isn't of that kind: loops, tables and library functions are no work for vectors, what
    /// is checked on the way has to be right the first time, and integers may be divided by.
    init?(_ loop: [Stage], _ source: (CxxDraws) -> String) {
      guard loop.count == 1, let stage = loop.first, stage.draws.count == 1,
        stage.draws[0].words == .rare
      else { return nil }
      let use = stage.use
      guard !use.hasLoop, !use.callsLibrary, !use.usesArray, !use.computesInteger,
        !stage.checksEarly, !stage.written.isEmpty
      else { return nil }
      draws = stage.draws[0]
      written = stage.written.sorted()
      let rare = source(draws)
      func body(_ source: String) -> [String] {
        stage.body.map { $0.replacing(rare, with: source) }
      }
      self.body = body("Trial random;")
      again = stage
      again.body = body(
        draws.fitsFirst
          ? "FirstWords random(again_words, i);" : rare.replacing("RareRandom", with: "Random"))
    }
  }

  private func next(_ column: Int) -> String { "next_\(parts.numbering.column(column))" }

  func addMemory(of trial: Trial, to printer: inout CxxStatementPrinter) {
    printer.add("std::uint8_t drew[block] = {};")
    printer.add("std::uint32_t again[block];")
    if trial.draws.fitsFirst { printer.add("std::uint32_t again_words[4][block];") }
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
    if trial.draws.fitsFirst {
      printer.add(
        "first_words(\(parts.group(trial.draws.group)), number, step, again_words, "
          + "[&](std::uint32_t i) { return static_cast<std::uint32_t>(base) + again[i]; });")
    }
    printer.block("for (std::uint32_t i = 0; i < number; ++i)") { printer in
      printer.add("const std::uint32_t k = again[i];")
      addLoop([trial.again], isFirst: isFirst, isLast: true, to: &printer)
    }
  }
}
