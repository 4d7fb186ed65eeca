import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// Values that C gives, by its standard, in single precision unless it says otherwise.
@Suite struct EvaluationTests {
  /// Runs `code` once in `oneNeuron` and returns what it left in `n` and `V`.
  private func run(
    _ code: String, precision: Precision = .float
  ) throws -> (n: Value, V: Value) {
    let network = oneNeuron(simulation: MarkedSnippet(code).snippet, precision: precision)
    let (checked, findings) = NetworkCompiler.compile(network)
    let ready = try #require(checked, "\(findings.map(\.message))")
    let state = try ReferenceEngine.run(ready, steps: 1).state
    #expect(state.map { ready.columns[$0.column].name } == ["V", "U", "n"])
    return (state[2].values[0], state[0].values[0])
  }

  @Test(arguments: [
    ("n = 7 / 2;", 3), ("n = -7 / 2;", -3), ("n = -7 % 3;", -1), ("n = 2 + 3 * 4;", 14),
    ("n = (2 + 3) * 4;", 20), ("n = 10 - 4 - 3;", 3), ("n = 1 << 4;", 16), ("n = ~5;", -6),
    ("n = 6 & 3 | 8 ^ 1;", 11), ("n = !0 + !7;", 1), ("n = 3 < 4;", 1), ("n = 3 > 4 == 0;", 1),
    ("n = 1 ? 2 : 0 ? 3 : 4;", 2), ("n = 0 ? 2 : 0 ? 3 : 4;", 4), ("n = 2 == 2 && 3 != 3;", 0),
    ("n += 4; n *= 2; n -= 1; n %= 8; n |= 16; n ^= 1; n &= 30; n <<= 1;", 40),
    ("n = 5; n++; ++n; n--;", 6), ("int i = 1, j = 2; n = i = j + 3; n += i;", 10),
    ("n = (int)2.9 + (int)-2.9;", 0), ("n = 0x1F;", 31), ("n = (uint8_t)300;", 44),
    ("n = (int8_t)200;", -56), ("n = (int)(bool)0.5;", 1), ("n = 3.99;", 3), ("n = true;", 1),
    ("n = -1 < 1u;", 0), ("n = (short)-1 < (unsigned short)1;", 1),
    ("n = (int)(4294967295u + 2u);", 1), ("n = min(3, -4) + max(2, 1) + abs(-7);", 5),
    ("n = 0; for (int i = 0; i < 5; i++) { if (i == 3) continue; n += i; }", 7),
    ("n = 0; for (;;) { n++; if (n > 9) break; }", 10),
    ("n = 0; while (n < 7) n += 2;", 8), ("n = 9; do n += 1; while (n < 5);", 10),
    ("n = 0; do { n++; if (n == 2) continue; if (n == 4) break; } while (n < 9);", 4),
    ("int i; for (i = 0, n = 1; i < 3; i++, n *= 2) ;", 8),
    ("n = 1; { int n = 5; n++; } n += 1;", 2),
    ("if (n > 2) { int x = n; n = x; } { int x = 4; n += x; }", 7),
    ("n = 0 && 1 / (n - n); n += 1 || 1 / (n - n);", 1), ("n = ilogb(9.0);", 3),
    // Changes inside of expressions, and switches.
    ("n = (V = 2.0) + 1.0;", 3), ("int i = 4; n = i++ * 10; n += i;", 45),
    ("int i = 4; n = ++i * 10; n += i;", 55), ("int i = 4; n = i-- - 1; n += --i;", 5),
    ("int i = 1; n = (i += 2, i * 2);", 6), ("int i = 0; while (i++ < 5) n += i;", 18),
    ("uint8_t b = 250; n = (b += 10);", 4), ("uint8_t b = 255; n = b++; n += b;", 255),
    ("int8_t b = -128; n = --b;", 127), ("int i = 3; n = (i <<= 2) + 1;", 13),
    ("int i = 3; n = i == 3 || (i = 7) > 0; n += i;", 4),
    ("switch (n) { case 1: n = 10; break; case 3: n = 30; break; default: n = 50; }", 30),
    ("switch (n + 1) { case 1: n = 10; break; default: n = 50; break; case 3: n = 30; }", 50),
    ("switch (n) { case 3: n += 1; case 4: n += 2; break; case 5: n = 0; }", 6),
    ("switch (n) { case 1: case 2: case 3: n = 7; }", 7), ("switch (n) { case 9: n = 7; }", 3),
    ("for (int i = 0; i < 4; i++) { switch (i) { case 1: continue; case 2: break; } n += i; }", 8),
    ("switch (n) { default: while (true) { break; } n = 8; }", 8),
    ("switch (n % 2 == 1) { case true: n = 1; break; case false: n = 2; }", 1),
    ("n = clz(1u);", 31), ("n = min(n, 3) + (int)max(V, U);", -17), ("assert(n == 3);", 3),
    ("printf(\"%d %f\", n, V); n = 4;", 4), ("n = id + num_neurons;", 1), ("n = (V != V) + 2;", 2),
    ("int n2 = n; n = n2;", 3),
  ])
  func integersFollowC(_ code: String, _ expected: Int) throws {
    #expect(try run(code).n == .integer(Int128(expected), .int32))
  }

  @Test(arguments: [
    // Single precision rounds after each operation: 16777216 + 1 is 16777216.
    ("V = 16777216.0 + 1.0 - 16777216.0;", 0.0), ("V = 16777216.0d + 1.0d - 16777216.0d;", 1.0),
    // An int and a float meet as float, a float and a double as double.
    ("V = 16777217 + 0.0;", 16_777_216), ("V = 16777217 - 16777216.0d;", 1),
    ("V = 0.1f - 0.1d;", Double(Float(Double(Float(0.1)) - 0.1))),
    ("V = 0.5 * (0.04 * V * V + 5.0 * V + 140.0 - U);", 2), ("V = 1 / 2 + 1.0 / 2;", 0.5),
    ("V = 1.; V += 0.5; V += 1e1; V += 2.5e-1;", 11.75), ("V = -V;", 65), ("V = +V - -V;", -130),
    ("V = sqrt(16.0) + fabs(-2.0) + fmax(1.0, 3.0) + fmin(1.0, 3.0);", 10),
    ("V = floor(-1.5) + ceil(1.2) + round(2.5) + trunc(-1.7) + rint(2.5);", 4),
    ("V = fmod(7.5, 2.0) + copysign(3.0, -1.0) + fma(2.0, 3.0, 1.0);", 5.5),
    ("V = ldexp(1.5, 3) + scalbn(1.0, -1);", 12.5),
    ("V = exp(0.0) + log(1.0) + pow(2.0, 10.0);", 1025),
    ("V = cos(0.0) + sin(0.0) + atan2(0.0, 1.0) + tanh(0.0) + erf(0.0) + cbrt(27.0);", 4),
    ("V = n > 2 ? V : U;", -65), ("V = dt;", 0.5), ("V = t;", 0), ("V = a;", Double(Float(0.02))),
    ("const scalar x = 2.0; V = x * x;", 4), ("double x = 0.1d; V = x;", Double(Float(0.1))),
  ])
  func realsAreRoundedAfterEachOperation(_ code: String, _ expected: Double) throws {
    #expect(try run(code).V == .float(Float(expected)))
  }

  @Test func scalarIsDoubleInDoublePrecision() throws {
    #expect(
      try run("V = 16777216.0 + 1.0 - 16777216.0;", precision: .double).V == .double(1))
    #expect(try run("V = 0.1f;", precision: .double).V == .double(Double(Float(0.1))))
    #expect(try run("V = a;", precision: .double).V == .double(0.02))
  }

  @Test(arguments: [
    ("n = 2147483647; §n += 1;", "int32_t"), ("n = n §/ (n - 3);", "zero"),
    ("n = 1 §<< 40;", "shift"), ("V = 1e20; n = §V;", "fit"), ("n = n - 4; n = n §<< 1;", "fit"),
    ("while (true) n = 1;", "1000000 rounds"), ("n = (-2147483647 - 1) §/ -1;", "int32_t"),
  ])
  func whatCLeavesUndefinedIsAFinding(_ code: String, _ words: String) throws {
    let marked = MarkedSnippet(code)
    let (checked, _) = NetworkCompiler.compile(oneNeuron(simulation: marked.snippet))
    let network = try #require(checked)
    let finding = #expect(throws: Diagnostic.self) {
      try ReferenceEngine.run(network, steps: 1)
    }
    #expect(finding?.id == "undefined-result")
    #expect(finding?.message.contains(words) == true)
    #expect(finding?.message.contains("neuron 0 of 'neurons' at 0.0 ms (step 0)") == true)
  }

  @Test func aVariableThatStopsBeingFiniteIsAFinding() throws {
    let (checked, _) = NetworkCompiler.compile(oneNeuron(simulation: Snippet { "V *= V;" }))
    let network = try #require(checked)
    // 65^2 is 4.2e3, then 1.8e7, 3.2e14, 1.0e29, and 1e58 is too large for a float: step 4, at 2
    // ms.
    let finding = #expect(throws: Diagnostic.self) {
      try ReferenceEngine.run(network, steps: 10)
    }
    #expect(finding?.id == "not-finite")
    #expect(finding?.message.contains("'V' became inf in neuron 0") == true)
    #expect(finding?.message.contains("at 2.0 ms (step 4)") == true)
  }
}
