import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// What is wrong with projections, connectivity, delays and custom updates.
@Suite struct ProjectionFindingTests {
  private func ids(
    sources: Int = 3, targets: Int = 4, @NetworkBuilder _ parts: () -> [NetworkPart]
  ) -> [String] {
    let rest = parts()
    let network = Network("n", dt: .milliseconds(0.1)) {
      Population("a", count: sources, model: .lif())
      Population("b", count: targets, model: .lif())
      for part in rest {
        switch part {
        case .population(let population): population
        case .projection(let projection): projection
        case .customUpdate(let update): update
        }
      }
    }
    let (checked, findings) = NetworkCompiler.compile(network)
    #expect((checked == nil) == findings.contains { $0.severity == .error })
    for finding in findings {
      #expect(finding.location?.file.hasPrefix("KernelCompilerTests/") == true)
      #expect(finding.remedy?.isEmpty == false)
    }
    return findings.map(\.id)
  }

  private func projection(
    _ connectivity: Connectivity = .dense, from source: String = "a", to target: String = "b",
    storage: Connectivity.Storage = .automatic,
    weights: WeightUpdateModel = .staticPulse(constant: 1), delay: Delay = .none,
    slots: Int? = nil, input: String = "Isyn"
  ) -> Projection {
    Projection(
      "p", from: source, to: target, connectivity: connectivity, storage: storage,
      weights: weights, postsynaptic: .deltaCurr(), axonalDelay: delay, mostDendriticSteps: slots,
      targetInput: input)
  }

  @Test func endsThatAreNotThere() {
    #expect(ids { projection() } == [])
    #expect(ids { projection(from: "c") } == ["unknown-population"])
    #expect(ids { projection(to: "B") } == ["unknown-population"])
    #expect(ids { projection(input: "Isin") } == ["unknown-input"])
    #expect(
      ids {
        projection()
        projection()
      } == ["name-taken"])
  }

  @Test(arguments: [
    (Connectivity.fixedProbability(1.2), "not-a-probability"),
    (.fixedProbability(-0.1), "not-a-probability"),
    (.fixedProbability(.nan), "not-a-probability"), (.oneToOne, "unequal-populations"),
    (.fixedNumberTotal(-1), "bad-synapse-count"), (.fixedNumberPost(Int.max), "bad-synapse-count"),
    (.explicit([.init(0, 0), .init(3, 0)]), "no-such-neurons"),
    (.explicit([.init(0, -1)]), "no-such-neurons"),
    (.convolution(.init(kernel: .init(0, 1), input: .init(1, 3))), "bad-convolution"),
  ])
  func connectivity(_ connectivity: Connectivity, _ id: String) {
    #expect(ids { projection(connectivity) } == [id])
  }

  @Test func convolutionsFitTheirPopulations() {
    let shape = Convolution2D(kernel: .init(2, 2), input: .init(3, 3))
    #expect(
      ids(sources: 9, targets: 4) { projection(.convolution(shape), weights: .staticPulse(1)) }
        == [])
    #expect(
      ids { projection(.convolution(shape)) } == ["wrong-pixel-count"])
    #expect(ids { projection(storage: .toeplitz) } == ["not-toeplitz"])
    #expect(
      ids { projection(storage: .procedural, weights: .staticPulse(1)) }
        == ["variables-without-memory"])
  }

  /// What GeNN 5.4.0 refuses of Toeplitz kernels: code that needs each synapse by itself, writing the
  /// shared weights, and numbers of synapses.
  @Test(arguments: [
    (WeightUpdateModel.Moment.synapseDynamics, "addToPost(g);", ["not-in-toeplitz"]),
    (.postSpikeSynapse, "addToPre(g);", ["not-in-toeplitz"]),
    (.postEventSynapse, "addToPre(1.0);", ["not-in-toeplitz"]),
    (.preSpikeSynapse, "g += 0.1;", ["read-only"]),
    (.preSpikeSynapse, "addToPost((scalar)id_syn);", ["unknown-name"]),
    (.preSpikeSynapse, "addToPost(g * (scalar)id_kernel); addToPre(V);", []),
    (.preEventSynapse, "addToPost(g);", []), (.preSpike, "before += 1.0;", []),
    (.postDynamics, "after += V;", []), (.synapseDynamics, "", []),
  ])
  func kernels(_ moment: WeightUpdateModel.Moment, _ code: String, _ expected: [String]) {
    let shape = Convolution2D(kernel: .init(2, 2), input: .init(3, 3))
    let model = WeightUpdateModel("M") {
      Variable("g", 0)
      Presynaptic(Variable("before", 0))
      Postsynaptic(Variable("after", 0))
      Postsynaptic(VariableReference("V"))
      Code(.preEventThreshold) { "before > 1.0" }
      Code(.postEventThreshold) { "after > 1.0" }
      Code(moment) { code }
    }
    func ids(_ storage: Connectivity.Storage) -> [String] {
      self.ids(sources: 9, targets: 4) {
        projection(.convolution(shape), storage: storage, weights: model)
      }
    }
    for storage in [Connectivity.Storage.automatic, .toeplitz] { #expect(ids(storage) == expected) }
    // Each synapse for itself has all of it, but no kernel.
    #expect(ids(.sparse) == (code.contains("id_kernel") ? ["unknown-name"] : []))
  }

  /// GeNN 5.4.0 keeps no times of events for conditions alone.
  @Test func timesOfEventsInConditions() {
    func ids(_ condition: String, _ code: String = "addToPost(1.0);") -> [String] {
      let model = WeightUpdateModel("M") {
        Presynaptic(VariableReference("V"))
        Code(.preEventThreshold) { condition }
        Code(.preEventSynapse) { code }
      }
      return self.ids { projection(weights: model) }
    }
    #expect(ids("V > 1.0") == [])
    #expect(ids("t - set > 2.0") == ["event-time-not-kept"])
    #expect(ids("prev_set < set") == ["event-time-not-kept", "event-time-not-kept"])
    #expect(ids("t - set > 2.0", "addToPost(t - set_pre);") == [])
    #expect(ids("prev_set > 2.0", "addToPost(t - set_pre);") == ["event-time-not-kept"])
  }

  @Test func customUpdatesOfKernels() {
    let shape = Convolution2D(kernel: .init(2, 2), input: .init(3, 3))
    let weights = WeightUpdateModel("M") {
      Variable("g", 0)
      Code(.preSpikeSynapse) { "addToPost(g);" }
    }
    func ids(_ code: String, _ storage: Connectivity.Storage = .automatic) -> [String] {
      self.ids(sources: 9, targets: 4) {
        projection(.convolution(shape), storage: storage, weights: weights)
        CustomUpdate(
          "u",
          model: CustomUpdateModel("U") {
            VariableReference("w", access: .readWrite)
            Simulation { code }
          }, every: 1, references: ["w": .synapse("p", "g")])
      }
    }
    #expect(ids("w += (scalar)(id_syn + num_pre);") == [])
    for name in ["id_pre", "id_post", "id_kernel"] {
      #expect(ids("w += (scalar)\(name);") == ["unknown-name"])
      let known = name == "id_kernel" ? ["unknown-name"] : []
      #expect(ids("w += (scalar)\(name);", .sparse) == known)
    }
  }

  /// One value for each weight of a kernel, or one for each synapse if these are kept by themselves.
  @Test func valuesOfConvolutions() {
    let shape = Convolution2D(kernel: .init(2, 2), input: .init(3, 3))
    func ids(_ count: Int, _ storage: Connectivity.Storage) -> [String] {
      let weights = WeightUpdateModel.staticPulse(.values(Array(repeating: 1, count: count)))
      return self.ids(sources: 9, targets: 4) {
        projection(.convolution(shape), storage: storage, weights: weights)
      }
    }
    #expect(ids(4, .automatic) == [])
    #expect(ids(16, .automatic) == ["wrong-synapse-value-count"])
    #expect(ids(16, .sparse) == [])
    #expect(ids(4, .sparse) == ["wrong-synapse-value-count"])
  }

  @Test func delays() {
    #expect(ids { projection(delay: .milliseconds(1.5)) } == [])
    #expect(ids { projection(delay: .milliseconds(0.25)) } == ["delay-not-whole-steps"])
    #expect(ids { projection(delay: .steps(-1)) } == ["delay-out-of-range"])
    #expect(ids { projection(delay: .steps(100_000)) } == ["delay-out-of-range"])
    #expect(ids { projection(delay: .milliseconds(.infinity)) }.isEmpty == false)
    let delayed = WeightUpdateModel.staticPulse(1, dendriticDelay: 2)
    #expect(ids { projection(weights: delayed) } == ["no-dendritic-slots"])
    #expect(ids { projection(weights: delayed, slots: 3) } == [])
  }

  @Test func valuesOfSynapses() {
    let listed = Connectivity.explicit([.init(0, 1), .init(2, 3)])
    #expect(ids { projection(listed, weights: .staticPulse([1, 2])) } == [])
    #expect(
      ids { projection(listed, weights: .staticPulse([1])) } == ["wrong-synapse-value-count"])
    #expect(
      ids { projection(.fixedProbability(0.5), weights: .staticPulse([1])) }
        == ["values-for-random-synapses"])
  }

  @Test(arguments: [
    InitialValues.uniform(min: 1, max: 0), .normal(mean: 0, sd: -1),
    .normalClipped(mean: 0, sd: 1, min: 9, max: 10), .exponential(lambda: 0),
    .gamma(a: 0, b: 1), .binomial(n: -1, p: 0.5), .binomial(n: 1, p: 2),
  ])
  func distributions(_ values: InitialValues) {
    #expect(ids { projection(weights: .staticPulse(values)) } == ["no-such-distribution"])
  }

  @Test func codeOfSynapses() {
    func ids(_ moment: WeightUpdateModel.Moment, _ code: String) -> [String] {
      let model = WeightUpdateModel("M") {
        Parameter("w", 1)
        Variable("g", 0)
        Presynaptic(VariableReference("V"))
        Code(moment) { code }
      }
      return self.ids { projection(weights: model) }
    }
    #expect(ids(.preSpikeSynapse, "addToPost(g);") == [])
    #expect(ids(.preSpikeSynapse, "w = 1.0;") == ["read-only"])
    #expect(ids(.preSpikeSynapse, "V = 1.0;") == ["read-only"])
    #expect(ids(.preSpikeSynapse, "addToPost(h);") == ["unknown-name"])
    #expect(ids(.postSpikeSynapse, "addToPost(g);") == ["adds-to-post-on-post"])
    #expect(ids(.preEventSynapse, "addToPost(g);") == ["no-event-threshold"])
  }

  @Test func references() {
    func ids(_ reference: VariableReference) -> [String] {
      let model = WeightUpdateModel("M") {
        Presynaptic(reference)
        Code(.preSpikeSynapse) { "addToPost(1.0);" }
      }
      return self.ids { projection(weights: model) }
    }
    #expect(ids(VariableReference("V")) == [])
    #expect(ids(VariableReference("v")) == ["unknown-reference"])
    #expect(ids(VariableReference("V", type: "int")) == ["wrong-reference-type"])
  }

  @Test func customUpdates() {
    let model = CustomUpdateModel("M") {
      VariableReference("x", access: .readWrite)
      Simulation { "x *= 2.0;" }
    }
    func ids(_ references: [String: CustomUpdate.Target], every: Int = 1) -> [String] {
      self.ids { CustomUpdate("u", model: model, every: every, references: references) }
    }
    #expect(ids(["x": .neuron("a", "V")]) == [])
    #expect(ids(["x": .neuron("a", "V")], every: 0) == ["bad-interval"])
    #expect(ids(["x": .neuron("c", "V")]) == ["unknown-population", "mixed-references"])
    #expect(ids(["x": .neuron("a", "W")]) == ["unknown-reference", "mixed-references"])
    #expect(ids([:]) == ["missing-reference", "mixed-references"])
  }
}
