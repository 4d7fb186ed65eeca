import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// What each code string of a model can name and do.
@Suite struct RoleTests {
  @Test(arguments: [
    ("V = a[1] + ia[0];", 12.5), ("V = *a + *(a + 2);", 5.5), ("V = *(2 + a);", 4),
    ("scalar *p = a; V = *p++; V += *p;", 4), ("scalar *p = a; V = *++p; V += p[-1];", 4),
    ("const scalar *p = a + 2; p--; V = p[0]; p -= 1; V += *p;", 4),
    ("scalar *p = a; p += 2; V = p - a;", 2), ("V = (a + 2) - (1 + a);", 1),
    ("V = a ? 1.0 : 2.0;", 1), ("V = 0.0; if (a && ia) V = 3.0;", 3),
    ("const scalar *const p = (const scalar*)a; V = p[1];", 2.5),
    ("for (int i = 0; i < 3; i++) a[i] *= 2.0; V = a[0] + a[1] + a[2];", 16),
    ("V = a[0]++ + 1.0; V += a[0];", 5),
    ("int *p = ia; *p++ = 7; *p = 8; V = ia[0] + ia[1];", 15),
    ("int i = 0; ia[i++] += 5; V = ia[0] + i;", 16), ("(*a) += 1.0; V = (a)[0];", 2.5),
    ("int *p = ia; int s = 0; while (p - ia < 4) s += *p++; V = s;", 100),
    ("V = (n = 2, a[n]);", 4), ("scalar *p = a; scalar *q = p; q++; V = *p * *q;", 3.75),
  ])
  func arraysAndPointers(_ code: String, _ expected: Double) {
    let run = SnippetRun(code)
    #expect(run.findings.filter { $0.severity == .error }.isEmpty, "\(run.findings.map(\.message))")
    #expect(run.fault == nil)
    #expect(run.V == .float(Float(expected)), "\(code)")
  }

  @Test(arguments: [
    ("V = a§[3];", Fault.outsideArray(3, count: 3)), ("V = a§[-1];", .outsideArray(-1, count: 3)),
    ("V = §*(a + 3);", .outsideArray(3, count: 3)), ("V = *(a §+ 4);", .outsideArray(4, count: 3)),
    ("scalar *p = a; p -= §1;", .outsideArray(-1, count: 3)),
    ("ia[n §+ 1] = 2;", .outsideArray(4, count: 4)), ("n = §clz(0u);", .noLeadingOne),
    ("§assert(V > 0.0);", .assertionFailed),
    ("int i = 2147483647; i§++;", .integerOverflow(.int32)),
    ("n = 2147483647; V = §++n;", .integerOverflow(.int32)),
    ("ia[0] §<<= 40;", .shiftTooFar(40)), ("ia[0] §%= n - 3;", .divisionByZero),
  ])
  func whatCLeavesUndefinedIsFound(_ code: String, _ fault: Fault) {
    let run = SnippetRun(code)
    #expect(run.findings.filter { $0.severity == .error }.isEmpty, "\(run.findings.map(\.message))")
    #expect(run.fault == fault, "\(code)")
    #expect(run.place == run.mark, "\(code)")
  }

  @Test(arguments: [
    (
      "addToPost(V); addToPre(1.5); addToPostDelay(2.0, n);", SnippetRole.synapse,
      ["addToPost(-65.0)", "addToPre(1.5)", "addToPostDelay(2.0, 3)"]
    ),
    (
      "add_synapse(id_pre + 1); for_each_synapse { if (id_post == 5) { remove_synapse(); break; } }",
      .rowUpdate, ["insertSynapse(2)", "removeSynapse()"]
    ),
    (
      "for_each_synapse { if (id_pre == 5) continue; addSynapse(id_pre); }", .diagonalBuild,
      ["addSynapse(4)", "addSynapse(6)"]
    ),
    ("addSynapse(id_pre);", .rowBuild, ["addSynapse(1)"]),
    (
      "V = gennrand_uniform() - gennrand_uniform();", .neuron,
      ["gennrand_uniform()", "gennrand_uniform()"]
    ),
    (
      "n = gennrand_binomial(7, 0.5) + gennrand();", .neuron,
      ["gennrand_binomial(7, 0.5)", "gennrand()"]
    ),
    (
      "V = gennrand_gamma(2.0) + gennrand_log_normal(1, 0.5);", .neuron,
      ["gennrand_gamma(2.0)", "gennrand_log_normal(1.0, 0.5)"]
    ),
  ])
  func whatCodeDoesOutside(_ code: String, _ role: SnippetRole, _ calls: [String]) {
    let run = SnippetRun(code, role: role) { scope in
      if role == .rowUpdate {
        scope.define("add_synapse", .init(output: .insertSynapse, arguments: [.uint32]))
      }
      if role == .rowBuild || role == .diagonalBuild { scope.defineAddSynapse(kernelDimensions: 0) }
    }
    #expect(run.findings.isEmpty, "\(run.findings.map(\.message))")
    #expect(run.host.calls == calls)
  }

  @Test func operandsAreEvaluatedFromLeftToRight() {
    #expect(SnippetRun("V = gennrand_uniform() - gennrand_uniform();").V == .float(-0.25))
    #expect(
      SnippetRun("V = fmod(gennrand_normal() * 4.0, gennrand_normal());").V == .float(0))
  }

  @Test func currentsAndInputs() {
    let source = SnippetRun("injectCurrent(1.5); injectCurrent(2);", role: .currentSource)
    #expect(source.interpreter.frame.inputCurrent == .float(3.5))
    let model = SnippetRun("injectCurrent(inSyn); inSyn *= 0.5;", role: .postsynaptic)
    #expect(model.interpreter.frame.inputCurrent == .float(2))
    #expect(model.interpreter.frame.builtIns[.arrived] == .float(1))
    #expect(SnippetRun("V = U[n + 1] + U[0];", role: .synapse).V == .float(400))
  }

  @Test func functionsComputeInTheArgumentsTypeOrInDouble() throws {
    let narrow = SnippetRun("V = exp(0.1f) * 3.0f;")
    #expect(narrow.V == .float(Float(1.105170918) * 3))
    let wide = SnippetRun("V = exp(0.1f) * 3.0f;") { $0.computesInDouble = true }
    #expect(wide.V == .float(Float(1.1051709197228312 * 3)))
  }

  /// A name is known in some roles and not in others.
  private static let known: [(String, Set<SnippetRole>)] = [
    ("V = Isyn;", [.neuron]),
    ("V = st_post;", [.synapse, .postNeuron]), ("V = st_pre;", [.synapse, .preNeuron]),
    ("V = id_syn;", [.synapse, .synapseUpdate, .synapseStart]),
    ("V = inSyn;", [.postsynaptic]), ("injectCurrent(V);", [.currentSource, .postsynaptic]),
    ("addToPost(V);", [.synapse]), ("V = id_diag;", [.diagonalBuild]),
    ("for_each_synapse { V = 1.0; }", [.rowUpdate, .diagonalBuild]),
    (
      "V = gennrand_normal();",
      [
        .neuron, .currentSource, .postsynaptic, .preEvent, .postEvent, .preNeuron, .postNeuron,
        .rowUpdate, .hostUpdate, .neuronStart, .synapseStart, .rowBuild, .columnBuild, .hostBuild,
      ]
    ),
    ("V = row_length;", [.rowUpdate]), ("V = id_thread;", [.rowBuild, .columnBuild]),
  ]

  @Test(arguments: known)
  func namesBelongToRoles(_ code: String, _ roles: Set<SnippetRole>) {
    for role in SnippetRole.allCases {
      let errors = SnippetRun(code, role: role).findings.filter { $0.severity == .error }
      #expect(errors.isEmpty == roles.contains(role), "\(role): \(errors.map(\.message))")
    }
  }

  @Test func variablesAreReadWithOrWithoutDelay() {
    func ids(_ code: String) -> [String] {
      SnippetRun(code, role: .synapse).findings.map(\.id)
    }
    #expect(ids("V = U[n] + U[0];") == [])
    #expect(ids("V = U + U;") == [])
    #expect(ids("V = U[n] + U;") == ["delayed-and-present"])
    #expect(ids("V = U[1.0];") == ["integer-needed"])
    #expect(ids("U[2] = 1.0;") == ["past-changed"])
  }

  @Test func writeOnlyReferencesAreOnlyAssigned() {
    func ids(_ code: String) -> [String] {
      SnippetRun(code, role: .neuronUpdate) {
        $0.define("w", .init(symbol: .variable(1), type: .float, isWriteOnly: true))
      }.findings.map(\.id)
    }
    #expect(ids("w = 3.0;") == [])
    for code in ["w += 3.0;", "V = w;", "V = w + 1.0;", "w++;", "V = exp(w);", "V = (int)w;"] {
      #expect(ids(code) == ["write-only"], "\(code)")
    }
  }
}
