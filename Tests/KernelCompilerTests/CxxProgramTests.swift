import SpikingModels
import Templates
import Testing

@testable import KernelCompiler

@Suite struct CxxProgramTests {
  /// The lines of the update of `oneNeuron` that come from its code.
  private func update(_ code: String, precision: Precision = .float) throws -> [String] {
    let network = oneNeuron(
      simulation: MarkedSnippet(code).snippet, threshold: Snippet { "V >= 29.99" },
      precision: precision)
    let source = try CxxProgram(
      try #require(NetworkCompiler.compile(network).network), steps: 10
    ).source
    let lines = source.split(separator: "\n").map { $0.drop { $0 == " " } }
    let start = try #require(lines.lastIndex { $0.hasSuffix("[at];") && $0.hasPrefix("[[") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("const bool is_spike = v0_V >= 29.99") })
    return lines[(start + 1)..<end].map(String.init)
  }

  @Test(arguments: [
    (
      "V += 0.5 * (0.04 * V * V - U + Isyn) * dt;",
      "v0_V = v0_V + ((0.5f * ((((0.04f * v0_V) * v0_V) - v1_U) + Isyn)) * dt);"
    ),
    ("V = -(-V);", "v0_V = -(-v0_V);"), ("n = !n;", "n"),
    ("V = exp(V) + sqrt(U);", "v0_V = ::expf(v0_V) + ieee::sqrt(v1_U);"),
    ("V = n / 2.0d;", "v0_V = static_cast<float>(static_cast<double>(v2_n) / 2.0);"),
    ("n = max(n, 3);", "v2_n = greatest<std::int32_t>(v2_n, 3);"),
    ("V = V > 1e-5 ? U : a;", "v0_V = (v0_V > 1e-05f) ? v1_U : g0_a;"),
    ("if (n) V = id;", "if (v2_n != 0) {"),
    ("V = V;", "static_cast<void>(v0_V);"),
  ])
  func expressionsKeepTheirTree(_ code: String, _ expected: String) throws {
    let first = try update(code)[0]
    if code == "n = !n;" {
      #expect(first == "v2_n = static_cast<std::int32_t>(!(v2_n != 0));")
    } else {
      #expect(first == expected)
    }
  }

  @Test func literalsHaveTheModelsPrecision() throws {
    #expect(try update("V = 0.1;", precision: .double) == ["v0_V = 0.1;"])
    #expect(
      try update("V = 0.1f;", precision: .double) == ["v0_V = static_cast<double>(0.1f);"])
    #expect(try update("V = 16777217.0;") == ["v0_V = 16777216.0f;"])
  }

  @Test func statementsKeepTheirBlocks() throws {
    let lines = try update(
      "for (int i = 0; i < 3; i++, n--) { if (i == 1) continue; else V = i; } { scalar V = U; U = V; }"
    )
    #expect(
      lines == [
        "{", "[[maybe_unused]] std::int32_t l0_i = 0;",
        "for (; l0_i < 3; l0_i = l0_i + 1, v2_n = v2_n - 1) {", "if (l0_i == 1) {", "continue;",
        "} else {", "v0_V = static_cast<float>(l0_i);", "}", "}", "}", "{",
        "[[maybe_unused]] float l1_V = v1_U;", "v1_U = l1_V;", "}",
      ])
  }

  @Test func readOnlyVariablesAreNotWrittenBack() throws {
    let described = oneNeuron(simulation: Snippet { "V += k; n += 1;" })
    let network = try #require(NetworkCompiler.compile(described).network)
    let source = try CxxProgram(network, steps: 1).source
    #expect(source.contains("a0[at] = v0_V;"))
    // A number that never changes needs no memory.
    #expect(!source.contains("c3_k"))
    #expect(source.contains("report_integers(2, c2_n, 1u);"))
    #expect(!source.contains("report_reals(3,"))
  }

  /// Threads wait between synapses and neurons only where synapses see what neurons change, or add to
  /// them; without that, lists of spikes have a slot more.
  @Test(arguments: [
    (GalleryModel.vogelsAbbott, 1, "Queue spikes_0(2);"), (.microcircuit, 1, "Queue spikes_0("),
    (.izhikevichBursting, 0, "Queue spikes_0(2);"), (.stdpWindow, 2, "Queue spikes_0("),
    (.convolution, 1, "Queue spikes_0(2);"),
  ])
  func barriers(_ model: GalleryModel, _ count: Int, _ queue: String) throws {
    let experiment = model.experiment(.float, scale: model.smallScale)
    let source = try CxxProgram(
      try #require(NetworkCompiler.compile(experiment.network).network), steps: 1
    ).source
    #expect(source.split(separator: "\n").count { $0 == "  barrier.wait(thread);" } == count)
    #expect(source.contains(queue))
  }

  /// What draws in some steps only makes no words beforehand.
  @Test func rareNumbers() throws {
    func source(_ network: Network) throws -> String {
      try CxxProgram(try #require(NetworkCompiler.compile(network).network), steps: 1).source
    }
    let poisson = try source(Gallery.poissonSource().network)
    // A block is tried without random numbers first.
    #expect(poisson.contains("  Trial random;") && poisson.contains("drew[k] = random.drew;"))
    #expect(poisson.contains("FirstWords random(again_words, i);"))
    #expect(!poisson.contains("RareRandom random("))
    let cortex = try source(Gallery.izhikevichCortex(scale: 0.1).network)
    // Two words are enough for a normal number in single precision, four in double.
    #expect(cortex.contains("FirstWords random(words_") && !cortex.contains("RareRandom random("))
    let fine = try source(Gallery.izhikevichCortex(.double, scale: 0.1).network)
    #expect(fine.contains("FirstWords random(words_"))
    // A loop may need more than four.
    let microcircuit = try source(Gallery.microcircuit(scale: 0.02).network)
    #expect(
      microcircuit.contains(", id, step, words_") && !microcircuit.contains("FirstWords random("))
  }

  /// Populations and projections with the same code share a function, which is told whom it is about.
  @Test func alikeCodeIsPrintedOnce() throws {
    let network = try #require(
      NetworkCompiler.compile(Gallery.microcircuit(scale: 0.02).network).network)
    let source = try CxxProgram(network, steps: 1).source
    let calls = source.split(separator: "\n").filter { $0.hasPrefix("  PHASE(") }
    #expect(calls.count == network.projections.count + network.populations.count)
    #expect(calls.count { $0.contains(" synapses_0(") } == network.projections.count)
    #expect(source.split(separator: "\n").count { $0.contains("void synapses_") } == 1)
    // Neurons differ in how many projections end there.
    let kinds = Set(network.populations.map(\.incoming.count)).count
    #expect(source.split(separator: "\n").count { $0.contains("void neurons_") } == kinds)
  }

  @Test func theOutputIsReadBack() throws {
    let layout = NetworkLayout(try #require(NetworkCompiler.compile(oneNeuron()).network))
    let text =
      "spike 3 0 0\nstate 0 0 0x1.8p+1\nstate 1 0 -0x0p+0\nstate 2 0 -7\nseconds 0.5 2\nend 1\n"
    let result = try SimulationOutput.parse(Array(text.utf8), of: layout)
    #expect(result.spikes == [Spike(step: 3, population: 0, neuron: 0)])
    #expect(result.state.map(\.values) == [[.float(3)], [.float(-0.0)], [.integer(-7, .int32)]])
    #expect(result.state[1].values[0].isIdentical(to: .float(-0.0)))
    #expect(!result.state[1].values[0].isIdentical(to: .float(0)))
    #expect(result.seconds == .init(setUp: 0.5, run: 2))
  }
}
