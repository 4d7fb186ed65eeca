import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// Random well-typed statements: compiled C++ leaves the same bits as the interpreter, in every type.
@Suite(.serialized) struct RandomSnippetTests {
  private func model(_ code: String, _ name: String) -> NeuronModel {
    NeuronModel(name) {
      for variable in RandomSnippets.variables {
        Variable(variable.name, .constant(variable.start), type: variable.type)
      }
      ExtraGlobalParameter("a", RandomSnippets.reals)
      ExtraGlobalParameter("ia", RandomSnippets.integers, type: "int")
      Simulation { code }
    }
  }

  private func network(_ codes: [String], _ precision: Precision) -> Network {
    Network("random", dt: .milliseconds(0.5), precision: precision) {
      for (number, code) in codes.enumerated() {
        Population("p\(number)", count: 2, model: model(code, "Model\(number)")) {
          DirectCurrent(1.25)
        }
      }
    }
  }

  /// Statements that compile and, as far as C++ goes, mean something.
  private func wellDefined(
    _ count: Int, seed: UInt64, _ precision: Precision
  ) -> (codes: [String], tried: Int) {
    var generator = RandomSnippets(seed: seed)
    var codes: [String] = []
    var tried = 0
    while codes.count < count, tried < 20 * count {
      tried += 1
      let code = generator.snippet()
      guard let checked = NetworkCompiler.compile(network([code], precision)).network,
        (try? ReferenceEngine.run(checked, steps: 4)) != nil
      else { continue }
      codes.append(code)
    }
    return (codes, tried)
  }

  /// What the interpreter has found to be well defined, the sanitizers don't object to either.
  @Test func sanitizersFindNothing() async throws {
    let (codes, _) = wellDefined(40, seed: 3, .float)
    var engine = CxxEngine(CxxCompiler("g++"))
    engine.extraOptions = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
    let report = await KernelVerification(engines: [engine]).verify([
      Experiment(network(codes, .float), steps: 4, shows: "nothing", source: "random")
    ])
    let errors = report.findings.filter { $0.severity == .error }
    #expect(report.isRight && errors.isEmpty, "\(errors.map(\.message).prefix(3))")
  }

  @Test(arguments: Precision.allCases) func interpreterAndCxxAgree(_ precision: Precision)
    async throws
  {
    let count = 120
    let (codes, tried) = wellDefined(count, seed: precision == .float ? 1 : 2, precision)
    try #require(codes.count == count, "of \(tried)")
    let network = network(codes, precision)
    let report = await KernelVerification().verify([
      Experiment(network, steps: 4, shows: "nothing", source: "random")
    ])
    let errors = report.findings.filter { $0.severity == .error }
    #expect(report.isRight && errors.isEmpty, "\(errors.map(\.message).prefix(3))")
    if let difference = report.verdicts.first?.firstDifference,
      let number = Int(difference.population.dropFirst())
    {
      Issue.record("\(difference.inWords)\n\(codes[number])")
    }
  }
}
