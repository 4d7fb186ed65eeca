import SpikingModels

/// What is done to a neuron in a step, in order: what arrives, what is injected, its own update.
extension CxxNeuronPhase {
  func stages() -> [Stage] {
    population.incoming.map(receiving)
      + population.outgoing.filter { network.projections[$0].addsToPre }.map(returning)
      + population.currentSources.enumerated().map(injecting) + [neuron()]
  }

  /// Slots and times that a snippet uses, as columns.
  private func columns(
    _ use: SnippetUse, _ context: SnippetContext
  ) -> (used: Set<Int>, written: Set<Int>) {
    let times = use.builtIns.compactMap { context.times[$0]?.column }
    return (
      Set(use.slots.map { context.slots[$0].column } + times),
      Set(use.writtenSlots.map { context.slots[$0].column })
    )
  }

  private func stage(_ snippet: CheckedSnippet, _ body: [String]) -> Stage {
    let use = snippet.use
    let (used, written) = columns(use, snippet.context)
    return Stage(
      use: use, columns: used, written: written, draws: draws(use, snippet.context), body: body)
  }

  private func receiving(_ projection: Int) -> Stage {
    let checked = network.projections[projection]
    let number = parts.numbering.incoming(projection)
    var names = parts.names(checked.postsynaptic, prefix: "p\(number)")
    names.input = checked.targetInput
    var printer = CxxStatementPrinter(names: names, depth: 3)
    printer.block("") { printer in
      printer.add("[[maybe_unused]] scalar inSyn = \(arrived(projection))[at];")
      if checked.dendriticSlots > 0 {
        printer.add("inSyn = inSyn + \(front(projection))[at];")
        printer.add("\(front(projection))[at] = 0;")
      }
      addRandom(checked.postsynaptic.use, checked.postsynaptic.context, to: &printer)
      printer.print(checked.postsynaptic.code.statements)
      printer.add("\(arrived(projection))[at] = inSyn;")
    }
    return stage(checked.postsynaptic, printer.lines)
  }

  private func returning(_ projection: Int) -> Stage {
    let input = network.projections[projection].sourceInput
    let name = CxxNames.input(input)
    var printer = CxxStatementPrinter(names: parts.plain, depth: 3)
    printer.add("\(name) = \(name) + \(returned(projection))[at];")
    printer.add("\(returned(projection))[at] = 0;")
    return Stage(
      use: SnippetUse(), columns: [], written: [], body: printer.lines)
  }

  private func injecting(_ number: Int, _ source: CheckedCurrentSource) -> Stage {
    let injection = source.injection
    let names = parts.names(injection, prefix: "s\(number)")
    var printer = CxxStatementPrinter(names: names, depth: 3)
    printer.block("") { printer in
      addRandom(injection.use, injection.context, to: &printer)
      printer.print(injection.code.statements)
    }
    return stage(injection, printer.lines)
  }

  private func addRandom(
    _ use: SnippetUse, _ context: SnippetContext, to printer: inout CxxStatementPrinter
  ) {
    for draws in draws(use, context) { printer.add(source(draws)) }
  }

  private func draws(_ use: SnippetUse, _ context: SnippetContext) -> [CxxDraws] {
    CxxDraws(use, context, network.scalar).map { [$0] } ?? []
  }

  /// Declares what a snippet's random numbers come from.
  func source(_ draws: CxxDraws) -> String {
    let element = "\(parts.group(draws.group)), id, step"
    return switch draws.words {
    case .first: "FirstWords random(\(words(draws.group)), k);"
    case .eager: "Random random(\(element), \(words(draws.group)), k);"
    case .rare: "RareRandom random(\(element));"
    case .plain: "Random random(\(element));"
    }
  }

  private func neuron() -> Stage {
    let code = population.code
    var use = code.use
    var draws = draws(use, code.context)
    var checksEarly = false
    var (columns, written) = self.columns(use, code.context)
    var printer = CxxStatementPrinter(
      names: CxxNames(network, code.context, code.locals, parts.numbering), depth: 3)
    addRandom(use, code.context, to: &printer)
    let threshold = code.threshold.map { printer.text($0.condition) }
    if code.isAutoRefractory, let threshold { printer.add("const bool was_above = \(threshold);") }
    printer.print(code.simulation.statements)
    // Resetting it would hide that it went astray.
    let reset = SnippetUse(code.reset.statements)
    let changed = Set(reset.writtenSlots.map { code.context.slots[$0].column })
    for column in changed.sorted() {
      guard let check = check(column) else { continue }
      printer.add(check)
      checksEarly = true
    }
    func add(_ other: SnippetUse, _ context: SnippetContext) {
      use.formUnion(other)
      let (more, changed) = self.columns(other, context)
      columns.formUnion(more)
      written.formUnion(changed)
    }
    func run(
      _ pre: WeightUpdateModel.Moment, _ post: WeightUpdateModel.Moment,
      _ printer: inout CxxStatementPrinter
    ) {
      for snippet in weights(pre, post) {
        add(snippet.use, snippet.context)
        draws += self.draws(snippet.use, snippet.context)
        var inner = CxxStatementPrinter(
          names: parts.names(snippet, prefix: "w"), depth: printer.depth)
        inner.block("") {
          addRandom(snippet.use, snippet.context, to: &$0)
          $0.print(snippet.code.statements)
        }
        printer.addFinished(inner.lines)
      }
    }
    run(.preDynamics, .postDynamics, &printer)
    for (event, mark) in events {
      let names = CxxNames(network, event.threshold.context, [], parts.numbering)
      add(event.threshold.use, event.threshold.context)
      printer.add(
        "\(mark)[k] = \(CxxExpressionPrinter(names: names).text(event.threshold.test.condition));")
      guard let times = event.times else { continue }
      columns.insert(times)
      written.insert(times)
      printer.add("if (\(mark)[k]) \(own(times)) = t;")
    }
    if let threshold {
      printer.add(
        "const bool is_spike = \(code.isAutoRefractory ? "(\(threshold)) && !was_above" : threshold);"
      )
      printer.add("marks[k] = is_spike;")
      printer.block("if (is_spike)") { printer in
        run(.preSpike, .postSpike, &printer)
        if let times = population.spikeTimes {
          columns.insert(times)
          written.insert(times)
          printer.add("\(own(times)) = t;")
        }
        printer.print(code.reset.statements)
      }
    }
    return Stage(
      use: use, columns: columns, written: written, draws: draws, checksEarly: checksEarly,
      body: printer.lines)
  }

  private func weights(
    _ pre: WeightUpdateModel.Moment, _ post: WeightUpdateModel.Moment
  ) -> [CheckedSnippet] {
    population.outgoing.compactMap { network.projections[$0].neuronCode[pre] }
      + population.incoming.compactMap { network.projections[$0].neuronCode[post] }
  }

  private var events: [(event: CheckedEvent, mark: String)] {
    population.outgoing.compactMap { index in
      network.projections[index].preEvent.map { ($0, outgoing("pre_marks", index)) }
    }
      + population.incoming.compactMap { index in
        network.projections[index].postEvent.map { ($0, incoming("post_marks", index)) }
      }
  }
}
