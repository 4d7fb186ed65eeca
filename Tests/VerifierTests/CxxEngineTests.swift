import Diagnostics
import KernelCompiler
import SpikingModels
import Templates
import Testing

@testable import Verifier

/// What goes wrong between a network and its result ends in a finding, in time.
@Suite(.serialized) struct CxxEngineTests {
  private func network(
    a: Double = 0.02, code: Snippet? = nil, precision: Precision = .float
  ) throws -> CheckedNetwork {
    var model = NeuronModel.izhikevich(a: a, b: 0.2, c: -65, d: 8)
    if let code { model.simulation = code }
    let network = Network("one", dt: .milliseconds(1), precision: precision) {
      Population("neurons", count: 2, model: model) { DirectCurrent(10) }
    }
    return try #require(NetworkCompiler.compile(network).network)
  }

  /// The result of an engine, or the finding that it ended in.
  private func run(
    _ engine: CxxEngine, _ network: CheckedNetwork, steps: Int = 100
  ) async throws -> Result<SimulationResult, Diagnostic> {
    let area = try WorkArea.make()
    defer { area.remove() }
    var durations = CxxEngine.Durations()
    do throws(Diagnostic) {
      return .success(try await engine.run(network, steps: steps, in: area, durations: &durations))
    } catch {
      return .failure(error)
    }
  }

  private func finding(
    _ engine: CxxEngine, _ network: CheckedNetwork
  ) async throws -> Diagnostic {
    guard case .failure(let finding) = try await run(engine, network) else {
      throw Diagnostic(.error, at: nil, "it worked")
    }
    #expect(finding.remedy?.isEmpty == false)
    return finding
  }

  /// A program that stands in for the compiler, in a work area of its own.
  private func withCompiler(
    _ script: String, _ body: (CxxEngine) async throws -> Void
  ) async throws {
    let area = try WorkArea.make()
    defer { area.remove() }
    try area.write(script, to: "compiler.sh")
    try await body(CxxEngine(CxxCompiler("sh", [area.file("compiler.sh")])))
  }

  @Test func aWrongConstantIsFound() async throws {
    let right = try network()
    let expected = try ReferenceEngine.run(right, steps: 200)
    let wrong = try await run(CxxEngine(), try network(a: 0.0200001), steps: 200).get()
    let difference = try #require(FirstDifference(expected, wrong, in: right))
    #expect(difference.population == "neurons" && difference.neuron == 0)
    #expect(difference.kind != .lastValue && (difference.step ?? 0) > 7)
    #expect(difference.inWords.contains("neuron 0 of 'neurons'"))
  }

  @Test func aWrongLastValueIsFoundThoughSpikesAreEqual() async throws {
    let right = try network()
    let expected = try ReferenceEngine.run(right, steps: 5)
    let wrong = try await run(CxxEngine(), try network(a: 0.020001), steps: 5).get()
    #expect(expected.spikes == wrong.spikes)
    let difference = try #require(FirstDifference(expected, wrong, in: right))
    #expect(difference.kind == .lastValue && difference.variable == "V")
    #expect(difference.expected != difference.found)
  }

  @Test func aTemplateThatComputesSomethingElseDiffers() async throws {
    let text = TemplateName.simulation.text
    let changed = text.replacing("= {{timeStep}};", with: "= {{timeStep}} / 2;")
    #expect(changed != text)
    var engine = CxxEngine()
    engine.templates = TemplateSet(overriding: ["simulation.cpp.mustache": changed])
    let report = await KernelVerification(engines: [engine]).verify([
      Gallery.izhikevichRegularSpiking()
    ])
    #expect(!report.isRight && report.verdicts.map(\.outcome) == [.differs])
    #expect(report.findings.map(\.id) == ["engines-differ"])
    #expect(report.findings[0].location?.file == "SpikingModels/Gallery+Izhikevich.swift")
    #expect(report.text.contains("0 of 1 agree"))
  }

  @Test func aBrokenTemplateIsAFinding() async throws {
    var engine = CxxEngine()
    engine.templates = TemplateSet(
      overriding: ["simulation.cpp.mustache": "{{name}}\n{{nothing}}"])
    let finding = try await finding(engine, try network())
    #expect(finding.id == "broken-template")
    #expect(finding.message.contains("line 2") && finding.message.contains("nothing"))
  }

  @Test func aMissingCompiler() async throws {
    for name in ["no-such-compiler", "/no/such/compiler"] {
      let finding = try await finding(CxxEngine(CxxCompiler(name)), try network())
      #expect(finding.id == "compiler-missing")
    }
  }

  @Test func aCompilerThatRejects() async throws {
    try await withCompiler("echo 'program.cpp:1: error: no' >&2; exit 3") { engine in
      let finding = try await finding(engine, try network())
      #expect(finding.id == "compiler-rejects" && finding.message.contains("status 3"))
      #expect(finding.notes.map(\.message) == ["program.cpp:1: error: no"])
    }
  }

  @Test func aCompilerThatDies() async throws {
    try await withCompiler("kill -9 $$") { engine in
      let finding = try await finding(engine, try network())
      #expect(finding.id == "compiler-dies" && finding.message.contains("signal 9"))
    }
  }

  @Test func aCompilerThatHangsIsKilledWithItsChildren() async throws {
    try await withCompiler("sleep 1000 & echo $! > child; wait") { engine in
      var engine = engine
      engine.compileLimit = .milliseconds(500)
      let clock = ContinuousClock()
      let start = clock.now
      let finding = try await finding(engine, try network())
      #expect(finding.id == "compiler-hangs")
      #expect(clock.now - start < .seconds(300))
    }
  }

  @Test func aProgramThatHangsIsKilled() async throws {
    let endless = Snippet { "while (V < 1000.0) V += 0.0 * V;" }
    var engine = CxxEngine()
    engine.runLimit = .milliseconds(500)
    let finding = try await finding(engine, try network(code: endless))
    #expect(finding.id == "simulation-hangs")
  }

  @Test func aProgramThatCrashesOrPrintsNonsense() async throws {
    func compiler(_ program: String) -> String {
      "for last; do :; done\nprintf '%s\\n' '#!/bin/sh' '\(program)' > one_float\nchmod +x one_float\n"
    }
    for (program, id, words) in [
      ("kill -11 $$", "simulation-fails", "signal 11"),
      ("echo oops >&2; exit 7", "simulation-fails", "exit status 7"),
      ("echo hello", "unreadable-output", "line 1"),
      ("echo spike 1 0 0; echo end 2", "unreadable-output", "line 2"),
      ("echo spike 1 0 5", "unreadable-output", "line 1"),
      ("echo spike 1 0 0", "truncated-output", "too early"),
      ("echo end 0", "truncated-output", "too early"),
      ("yes spike 1 0 0", "simulation-prints-too-much", "1000000 bytes"),
    ] {
      try await withCompiler(compiler(program)) { engine in
        var engine = engine
        engine.outputLimit = 1_000_000
        let finding = try await finding(engine, try network())
        #expect(finding.id == id, "\(program): \(finding.message)")
        #expect(finding.message.contains(words), "\(finding.message)")
      }
    }
  }

  @Test func aFolderThatIsNotThereIsAFinding() throws {
    let finding = #expect(throws: Diagnostic.self) {
      try WorkArea(path: "/no/such/folder").write("", to: "one.cpp")
    }
    #expect(finding?.id == "not-written")
    #expect(finding?.message.contains("/no/such/folder/one.cpp") == true)
  }

  @Test func aCompilerCanBeSeveralWords() async throws {
    let engine = CxxEngine(CxxCompiler("env", ["LANG=C", "c++"]))
    let result = try await run(engine, try network()).get()
    #expect(result.spikes.count == 8)
  }
}
