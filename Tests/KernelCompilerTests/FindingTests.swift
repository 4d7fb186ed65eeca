import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// Every mistake in a snippet is one finding, with its place (marked `§`) and a remedy.
@Suite struct FindingTests {
  @Test(arguments: [
    // Scanner
    ("V = §$(U);", "unknown-character"),
    ("V = 1; §@ U = 2;", "unknown-character"),
    ("V = 1; /* x */ §é U = 2;", "unknown-character"),
    ("V §/= 2.0;", "foreign-sign"),
    ("n = n §>> 1;", "foreign-sign"),
    ("V = 1.0; §/* no */", "block-comment"),
    ("n = §017;", "octal-literal"),
    ("V = §.5;", "no-digit-before-point"),
    ("V = §1e;", "malformed-number"),
    ("V = §0x;", "malformed-number"),
    ("V = §12abc;", "malformed-number"),
    ("V = §1.2.3;", "malformed-number"),
    ("printf(§\"%f);", "text-never-ends"),
    // Parser
    ("V = 1.0§", "missing-sign"),
    ("V = (1.0 + U§;", "missing-sign"),
    ("if §V > 1.0) { }", "missing-sign"),
    ("V = §;", "expression-expected"),
    ("V = U +§", "expression-expected"),
    ("if (V > 1.0) §{ V = 2.0;", "brace-never-closed"),
    ("§else V = 1.0;", "else-without-if"),
    ("do V = 1.0; §V = 2.0;", "while-expected"),
    ("(V §+ 1.0) = 2.0;", "not-assignable"),
    ("§3++;", "not-assignable"),
    ("V = §3.0(U);", "not-function"),
    ("scalar *p = times§, *q = times;", "several-pointers"),
    ("const §const int x = 1;", "const-twice"),
    ("scalar *const §const p = times;", "const-twice"),
    ("scalar *§int p = times;", "unknown-type"),
    ("V = k[0§;", "missing-sign"),
    ("n = sizeof(§int);", "expression-expected"),
    ("§float int x = 0;", "unknown-type"),
    ("scalar §= 1.0;", "variable-name-expected"),
    ("switch (n) §n = 1;", "missing-sign"),
    ("switch (n) { case 1 §n = 2; }", "missing-sign"),
    ("switch (n) { case 1: §}", "nothing-after-label"),
    ("switch (n) { default: §int i = 2; }", "nothing-after-label"),
    ("n = §4294967296;", "integer-out-of-range"),
    // Type checker
    ("V = §Vv;", "unknown-name"),
    ("§Q += 1.0;", "unknown-name"),
    ("V = §expp(U);", "unknown-function"),
    ("V = §exp;", "function-not-called"),
    ("V = §U(1.0);", "called-number"),
    ("V = §pow(U);", "wrong-argument-count"),
    ("V = §min(V, n);", "integer-function"),
    ("V = V §% 2.0;", "integer-needed"),
    ("V = §~V;", "integer-needed"),
    ("V = §1e39;", "real-out-of-range"),
    ("§a = 1.0;", "read-only"),
    ("§k += 1.0;", "read-only"),
    ("§Isyn = 0.0;", "read-only"),
    ("§dt = 0.0;", "read-only"),
    ("const scalar x = 1.0; §x = 2.0;", "read-only"),
    ("scalar x = 1.0; scalar §x = 2.0;", "declared-twice"),
    ("scalar §exp = 1.0;", "function-name-taken"),
    ("scalar §V = V + 1.0;", "names-itself"),
    ("V = (U §= U++) + 1.0;", "order-is-open"),
    ("n = n++ §+ n;", "order-is-open"),
    ("n §= n++;", "order-is-open"),
    ("V = §fmax(U, U = 1.0);", "order-is-open"),
    ("scalar *p = times; V = *p++ §+ *p;", "order-is-open"),
    ("bool b = true; b§++;", "bool-stepped"),
    // Arrays and pointers
    ("V = §k[0];", "not-array"),
    ("V = times§[1.0];", "integer-needed"),
    ("V = times§[V > 1.0];", "comparison-as-integer"),
    ("V = §times;", "pointer-as-number"),
    ("V = §*V;", "not-pointer"),
    ("V = times §* 2;", "pointers-combined"),
    ("V = times §+ times;", "pointers-combined"),
    ("scalar *p = times §+ 1.0;", "integer-needed"),
    ("§times++;", "array-moved"),
    ("§times = times + 1;", "array-moved"),
    ("scalar *p = §0;", "wrong-pointer"),
    ("int *p = §times;", "wrong-pointer"),
    ("scalar *§p;", "pointer-without-value"),
    ("§scalar **p = times;", "pointer-to-pointer"),
    ("const scalar *p = times; scalar *q = §p;", "const-removed"),
    ("const scalar *p = times; p§[0] = 1.0;", "element-read-only"),
    ("scalar *const p = times; §p++;", "read-only"),
    ("V = §(int)times;", "pointer-cast"),
    ("scalar *p = §(scalar*)n;", "pointer-cast"),
    ("scalar *p = times; V = (p §= times)[0];", "pointer-changed-inside"),
    // Switches
    ("switch (§V) { }", "integer-needed"),
    ("switch (n) { case 1: break; case §1: break; }", "label-twice"),
    ("switch (n) { default: break; §default: break; }", "label-twice"),
    ("switch (n) { case §n: break; }", "label-not-constant"),
    ("switch (n) { case §1.0: break; }", "integer-needed"),
    ("switch (n) { case (V §> 1.0): break; }", "comparison-as-integer"),
    ("switch (n) { §int i = 1; case 1: break; }", "declared-in-switch"),
    ("switch (n) { §Q = 1; case 1: break; }", "unknown-name"),
    ("switch (n) { case 1: n = 2; §int i = 2; case 2: break; }", "declared-in-switch"),
    ("§case 1: n = 2;", "label-outside-switch"),
    ("switch (n) { case 1: { §case 2: n = 1; } }", "label-outside-switch"),
    ("switch (n) { case 1: §continue; }", "outside-loop"),
    // Functions
    ("n = §abs(V);", "integer-function"),
    ("n = (V > 1.0) §% 2;", "comparison-as-integer"),
    ("V = §gennrand_gamma();", "wrong-argument-count"),
    ("§for_each_synapse { n = 1; }", "no-synapses"),
    ("§add_synapse(3);", "function-elsewhere"),
    ("V = §\"text\";", "text-outside-print"),
    ("§printf(V);", "format-needed"),
    ("printf(§\"%d\", V);", "format-mismatch"),
    ("printf(§\"%f %f\", V);", "format-mismatch"),
    ("printf(§\"%s\", V);", "format-mismatch"),
    ("n = §printf(\"x\");", "output-inside"),
    ("§assert(V, U);", "wrong-argument-count"),
    ("§break;", "outside-loop"),
    ("if (V > 1.0) §scalar x = 1.0;", "declaration-as-body"),
    ("§injectCurrent(1.0);", "function-elsewhere"),
    ("V = §injectCurrent(1.0);", "function-elsewhere"),
    ("V = §addToPost(1.0);", "function-elsewhere"),
    ("n = n §/ 0;", "division-by-zero-constant"),
  ])
  func aMistakeIsOneErrorWithPlaceAndRemedy(_ code: String, _ id: String) throws {
    let (all, mark) = findings(code)
    let errors = all.filter { $0.severity == .error && $0.id != "block-comment" || $0.id == id }
    let finding = try #require(errors.first, "no finding for \(code)")
    #expect(finding.id == id)
    #expect(finding.location == mark, "\(code)")
    #expect(finding.remedy?.isEmpty == false)
    #expect(errors.count == 1, "\(errors.map(\.message))")
  }

  @Test(arguments: [
    ("n = n §/ 2;", "integer-division"), ("scalar §x; x = 1.0; V = x;", "declared-without-value"),
    ("V §+ 1.0;", "value-unused"), ("V = (§U, 1.0);", "value-unused"),
    ("if (n §= 1) V = 1.0;", "assignment-as-condition"), ("if (n == 1) §;", "empty-body"),
    ("for (;;) { break; §n = 1; }", "never-runs"), ("switch (n) { §n = 1; }", "before-labels"),
    ("n = §max(n, 3u);", "mixed-types"),
    ("V = V + §exp(1);", "double-by-surprise"),
  ])
  func aDoubtIsAWarning(_ code: String, _ id: String) {
    let (all, mark) = findings(code)
    #expect(all.map(\.id) == [id])
    #expect(all.map(\.severity) == [.warning])
    #expect(all.first?.location == mark)
  }

  @Test func placesInBlocksAreTheirLines() {
    let (all, mark) = findings("if (V > 1.0) {\n  V = 2.0;\n  U = §W;\n}")
    #expect(all.map(\.location) == [mark])
    #expect(mark == SourceLocation(file: "Model.swift", line: 13, column: 11))
  }

  @Test func placesAreThoseOfTheSwiftFile() {
    let here = #line + 2
    let snippet = Snippet {
      "V = U;"
      "V = Q;"
      """
      V = U;
      if (V > R) V = 1.0;
      """
    }
    let findings = NetworkCompiler.compile(oneNeuron(simulation: snippet)).findings
    #expect(findings.map(\.location?.line) == [here + 1, here + 4])
    #expect(findings.map(\.location?.column) == [12, 15])
    #expect(findings.map(\.location?.file) == [#fileID, #fileID])
  }

  @Test func aThresholdWithoutCodeIsAFindingAtTheModel() {
    let findings = NetworkCompiler.compile(oneNeuron(threshold: Snippet(parts: []))).findings
    #expect(findings.map(\.id) == ["expression-expected"])
    #expect(findings.first?.location?.file == "KernelCompilerTests/MarkedSnippet.swift")
  }

  @Test func severalMistakesAreAllFound() {
    let (all, _) = findings("V = ;\nU = Q;\nif (V > ) { n = 1; }\nW = 1.0;")
    #expect(
      all.map(\.id) == ["expression-expected", "expression-expected"], "\(all.map(\.message))")
    let (types, _) = findings("V = Q; if (R > 1.0) { U = S; } a = 1.0;")
    #expect(types.map(\.id) == ["unknown-name", "unknown-name", "unknown-name", "read-only"])
  }

  @Test func suggestionsAreNamesThatAreKnown() {
    #expect(findings("V = Isin;").all.first?.remedy == "did you mean 'Isyn'")
    #expect(findings("V = sqr(U);").all.first?.remedy == "did you mean 'sqrt'")
    #expect(findings("V = u;").all.first?.remedy == "did you mean 'U'")
    #expect(findings("scalar alpha = 1.0; V = aplha;").all.first?.remedy == "did you mean 'alpha'")
    #expect(findings("V = something;").all.first?.remedy?.hasPrefix("declare") == true)
  }

  @Test(arguments: [
    String(repeating: "(", count: 5000) + "V" + String(repeating: ")", count: 5000),
    String(repeating: "-", count: 5000) + "V",
    String(repeating: "1.0 + ", count: 5000) + "V",
    String(repeating: "(int)", count: 5000) + "V",
    String(repeating: "V ? 1 : ", count: 5000) + "2",
    String(repeating: "exp(", count: 5000) + "V" + String(repeating: ")", count: 5000),
  ])
  func deepExpressionsAreRefusedNotRun(_ expression: String) {
    #expect(findings("V = \(expression);").all.map(\.id) == ["nested-too-deep"])
  }

  @Test func deepStatementsAreRefusedNotRun() {
    #expect(
      findings(String(repeating: "if (V > 1.0) ", count: 5000) + ";").all.map(\.id)
        == ["nested-too-deep"])
    #expect(findings(String(repeating: "{", count: 5000)).all.map(\.id) == ["nested-too-deep"])
    #expect(
      findings(String(repeating: "V = 1.0; ", count: 20_000)).all.map(\.id) == ["snippet-too-long"])
  }

  @Test func endlessMistakesEndSomewhere() {
    #expect(findings(String(repeating: "V = ; ", count: 9000)).all.count == Parser.mostFindings)
  }

  @Test func thresholdsAreExpressions() {
    func ids(_ code: String, autoRefractory: Bool = false) -> [String] {
      let network = oneNeuron(
        simulation: Snippet { "scalar x = V;" }, threshold: MarkedSnippet(code).snippet,
        autoRefractory: autoRefractory)
      return NetworkCompiler.compile(network).findings.map(\.id)
    }
    #expect(ids("V >= 1.0;") == ["behind-expression"])
    #expect(ids("") == ["expression-expected"])
    #expect(ids("x >= 1.0") == [])
    #expect(ids("x >= 1.0", autoRefractory: true) == ["unknown-name"])
  }
}
