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

  /// What random statements leave out.
  private static let written = [
    #"assert(n != 1000000); printf("%d %f %u\n", n++, V, u); n %= 50;"#,
    "w = (V += 1.0, clz(u) + n--); n %= 50; V = fmod(V, 9.0);",
    "scalar *p = a; scalar *q = p; q++; V = *p * *q; p += 2; d = p - q + (p ? *p : 0.0);",
    "switch (n) { case -3: n = 1; break; case 3: { n = 4; } default: n += 2; case 7: n -= 9; }",
    "for (unsigned int i = 0; i < 3; i++) { switch (i) { case 1: continue; case 2: break; } n++; }",
    "V = gennrand_uniform() - gennrand_normal() * gennrand_exponential() + gennrand_gamma(2.0);",
    "n = gennrand_binomial(9, 0.5) % 5; u = gennrand() % 7u; f = gennrand_log_normal(0.1, 0.2);",
    "uint8_t c = 250; c += 10; n = c; int8_t e = 127; e++; s = e; bool r = 0.5; o = r;",
  ]

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
    let count = 80
    let (codes, tried) = wellDefined(count, seed: precision == .float ? 1 : 2, precision)
    try #require(codes.count == count, "of \(tried)")
    let network = network(Self.written + codes, precision)
    let report = await KernelVerification().verify([
      Experiment(network, steps: 4, shows: "nothing", source: "random")
    ])
    let errors = report.findings.filter { $0.severity == .error }
    #expect(report.isRight && errors.isEmpty, "\(errors.map(\.message).prefix(3))")
    if let difference = report.verdicts.first?.firstDifference,
      let number = Int(difference.population.dropFirst())
    {
      Issue.record("\(difference.inWords)\n\((Self.written + codes)[number])")
    }
  }
}
