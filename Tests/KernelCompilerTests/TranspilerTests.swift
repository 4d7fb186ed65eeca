import Diagnostics
import SpikingModels
import Testing

@testable import KernelCompiler

/// Statements made at random, and what GeNN 5.4.0's own transpiler says to them: it was linked into
/// a small program with the same variables. Of 16,000 such statements, the type checker rejects all
/// that GeNN rejects, and accepts all that GeNN accepts but for those that C++ then rejects or leaves
/// undefined (`^=` of real numbers, octal digits, equal labels, open orders, division by a constant
/// zero), those that would move an array that others use, and `abs` of real numbers, which GeNN's back
/// ends take for different functions.
@Suite struct TranspilerTests {
  private func errors(_ code: String) -> [String] {
    var scope = Scope(scalar: .float)
    scope.define(.neuron)
    let types: [(String, NumericType)] = [
      ("V", .float), ("U", .float), ("d", .double), ("n", .int32), ("u", .uint32), ("b", .uint8),
    ]
    for (index, (name, type)) in types.enumerated() {
      scope.define(name, Scope.Entry(symbol: .variable(index), type: type))
    }
    scope.define("k", Scope.Entry(symbol: .parameter(0), type: .float, readOnly: "a parameter"))
    scope.define("a", Scope.Array(index: 0, element: .float))
    scope.define("ia", Scope.Array(index: 1, element: .int32))
    var checker = TypeChecker(scope: scope)
    _ = checker.statements(
      SnippetSource(
        MarkedSnippet(code).snippet, title: "test", place: Place(file: "", line: 1, column: 1)))
    return checker.findings.filter { $0.severity == .error }.map(\.id)
  }

  @Test(arguments: [
    "d = Isyn; while(a[100]) {  }",
    "while(-t) do { d = max(false, 100); } while(ia);",
    "switch(u) { case 1 + 0: (a - a); } gennrand_normal() ? (0x1F - n) : (k);",
    "; if(min(k, V) - 2.5f ? k : 1.0) { gennrand_gamma(*a - (uint8_t)7); }",
    "gennrand_gamma(*(ia + n));",
    "while(Isyn ? Isyn : 1.) {  }",
    "int16_t x0 = ++b; while(100 + k) {  }",
    "{ double x0 = fabs(k); x0 = 1; } ;",
    "unsigned x0 = n ? 1. : 1.0; -(bool)id * k;",
    "(scalar)(dt) < 1; switch(n) {  }",
    "while(d - b) { int64_t x0 = gennrand_binomial(id, 100); }",
    "(1.0 ? n : 3.0d * 2.5f / false); V += !(const float)max(k, 2.5f);",
    "int *p2 = ia + 1; n = *p2++; d += (b += id);",
    "do {  } while(gennrand());",
    "u &= (int64_t)gennrand_binomial(u || 3.0d, (dt));",
    "d = ((1.0)); U-- < -3u + Isyn;",
    "b %= (7 % true <= (long)3u);",
    "int x0 = true + 1.; do { if((-d)) d++; } while(1. > 1.0);",
    "switch(n) { case 0: u = 2.5f && 3.0d / 1e-3 / dt; }",
    "u %= (n = Isyn + 2) || ia; { int64_t x0; x0 = 1; }",
    "int16_t x0 = gennrand_gamma(-b);",
    "ia[2] = 2.5f; (min(n == U, 1.0 || t));",
    "{ int16_t x0 = (V); x0 = 1; }",
    "V *= 0; while(U) { a[1], 3.0d != dt; }",
    "d -= Isyn - 2.5f; while(u + 0x1F) {  }",
    "{ int x0 = (b * n); x0 = 1; }",
    "V += (a - a); U -= 1 + 1e-3 / b != b;",
    "sin((b)) != dt ? u : k + *(a + 1);",
    "ia[2] -= k - false / t / 0x1F; switch(n % 3) {  }",
    "(2.5f) < k + V || 1. > 1. != -0x1F; n = 1.0 >= id;",
    "{ unsigned int x0 = fmax(3u, 3u) < (char)0; x0 = 1; }",
    "(max(Isyn, 1e-3)) > gennrand_uniform();",
    "V ? 1 : 0 == k && 7 / id; n, (t);",
    "while(+3.0d) { b ^= id; gennrand() * max(a[3u], 2.5f * 3u); }",
    "(const float)1. > 0 - ldexp(true, b);",
    "for(; n < 10; n++) { continue; }",
    "(V) = *a; const float x0 = n;",
    "do { sin((char)1. * (unsigned int)d); } while(n + 1e-3); do {  } while(0 != d);",
    "int16_t x0 = (gennrand_binomial(b, V)); V += gennrand_log_normal((-2), (u / 2));",
    "while(0x1F ? 3u : id) { b <<= 7; (u = (u <= u)); }",
    "ia[2] += b-- ? 0 != 1 + n-- : (ilogb(7));",
    "if(++U / n || false) {  } else {  }",
    "ia[2] = 0 * Isyn ? n : false / V / dt;",
    "unsigned x0 = (b = 1.0 / 100); *a = u;",
    "if(exp((int)true)) Isyn / -true * U;",
    "; { unsigned x0; x0 = 1; }",
    "gennrand_binomial((u) / 100 / 3u, U++); u -= u / 1e-3;",
    "+1 - 1. - 0 * 1e-3; U *= 1e-3 ? 3u : t;",
    "(a - a) * (Isyn) + fmod(3u, 3.0d) ? false <= b : ia[2];",
    "U *= (u - t ? U + 1e-3 : d - Isyn);",
    "n -= 3u * ~3u + 0x1F + (3.0d / 1.0);",
    "const float *p3 = a; V = p3[1]; gennrand_uniform(), (d);",
    "do {  } while(Isyn * id); switch(n > 1) {  }",
    "{ unsigned int x0 = id; x0 = 1; }",
    "if(7 << 0x1F < 1e-3 / true) { exp(U > U) / 1.0 >= 1. + (a - a); } else 3u;",
    "{ double x0 = fmod(gennrand(), Isyn < 7); x0 = 1; } const int x0;",
    "if((n - 0x1F)) b = !gennrand_uniform() <= ia[n];",
    "n-- + a; V = fmax(Isyn, b);",
    "ia[2] + 100 ? 3u : t + u + n ? !3.0d : (0);",
    "uint8_t x0; (dt) - -1. / *(ia + n);",
  ])
  func accepted(_ code: String) { #expect(errors(code) == [], "\(code)") }

  private static let wrong: [(String, String)] = [
    ("id - (a = a) - ilogb(!false);", "array-moved"),
    ("{ const int x0 = a[2.5f]; x0 = 1;", "brace-never-closed"),
    ("int64_t x0 = (pp[t]); {", "brace-never-closed"),
    ("for(; V < 1.0; u += 2) {", "brace-never-closed"),
    ("b = !true + dt; V += (t != b) / n(1) > 1 / U;", "called-number"),
    ("u++; n -= (k - 3u) == 2 * id ^ n(1);", "called-number"),
    ("(V) -= V();", "called-number"),
    ("ia[2] += (U) + b == true ^ 2;", "comparison-as-integer"),
    ("a[n] -= 3u | 7 == --V;", "comparison-as-integer"),
    ("if(false + d / d ? 1. : Isyn) { switch(V > 1.0) {  } } float x0;", "comparison-as-integer"),
    ("while((n)) int x0 = 2 > n;", "declaration-as-body"),
    ("while(3.0d / n) char x0 = 1.0 ? n : 7 && 2.5f * n; ;", "declaration-as-body"),
    ("do scalar *p1 = a; *p1 = 1.0; while(false - 2); (V) += (b);", "declaration-as-body"),
    ("unsigned int x0 = (b - b); { scalar x0 = n; x0 = 1; }", "declared-twice"),
    ("uint8_t x0; { unsigned int x0; x0 = 1; }", "declared-twice"),
    ("for(float f = 0.0; V < 1.0; ) { for(float f = 0.0; ; n++) { 1; *ia; } }", "declared-twice"),
    (
      "true - 3.0d ^ n / u + 0x1F / false + *(a + 1); *a *= (a - a) - 0x1F;",
      "division-by-zero-constant"
    ),
    (
      "n |= b-- % false * true * ia[dt]; fabs(d ? u : t * fmod(1e-3, 2));",
      "division-by-zero-constant"
    ),
    (
      "do { V &= atan2(dt, b % 0) || (t = 3.0d); } while(1e-3 - true);", "division-by-zero-constant"
    ),
    ("; const int *p5 = ia; *p5 = 2;", "element-read-only"),
    ("(int)(a - a) - d && id << id ? 0 : b; const int *p5 = ia; *p5 = 2;", "element-read-only"),
    ("if(+t / dt) { (a - a); } const int *p5 = ia; *p5 = 2;", "element-read-only"),
    ("if(100 > 2 - u < 100) {  else } { while(*pp) n += ++u; }", "else-without-if"),
    ("while(d || 3u) else  } (0x1F) & ia[V] + 3u & 2 && atan2(d, k);", "else-without-if"),
    ("V--; if(d + 0x1F / (scalar)d) else {  }", "else-without-if"),
    ("b; >= 3.0d, 100 == n ia[2] |= dt - 0x1F;", "expression-expected"),
    ("(dt += u + 1e-3 <= max(d, ;", "expression-expected"),
    ("dt / 7 - d-- < ;", "expression-expected"),
    ("/= = --b; (const float)3u;", "foreign-sign"),
    ("(V[V]) * t >> V * 2 < 0x1F; n = exp;", "foreign-sign"),
    ("V = ia ? (int16_t)2.5f /= 100 | 3u;", "foreign-sign"),
    ("printf(n); (V) += n;", "format-needed"),
    ("ia[2] = 0x1F * b; if((size_t)0x1F ? 1 : 1.) printf();", "format-needed"),
    ("--n; printf();", "format-needed"),
    ("{ unsigned x0 = 1 / 1; x0 = 1; } addToPost(1.0);", "function-elsewhere"),
    ("(3u * t) - ++U; addToPost(1.0);", "function-elsewhere"),
    ("addToPost(1.0); { unsigned x0 = U > 2; x0 = 1; }", "function-elsewhere"),
    ("exp - n != 7 - -7 / u;", "function-not-called"),
    ("char x0 = exp;", "function-not-called"),
    ("a[n] = exp;", "function-not-called"),
    ("(scalar)0 >= min(V, false) | (bool)3u / 0; d *= 2;", "integer-function"),
    ("do V |= (U = max(k, 3u)); while(n | 0x1F);", "integer-function"),
    ("(V) &= min(n, Isyn) / fabs(id) != (b < V);", "integer-function"),
    ("(double)(1e-3 % t);", "integer-needed"),
    (
      "(unsigned int)1 - Isyn == U % (3u) + id <= 2.5f; while(*(ia + n)) ia[2] %= id;",
      "integer-needed"
    ),
    ("if(sin(floor(3u))) {  } else n &= d;", "integer-needed"),
    ("double x0 = 1.0 * 1e-3; case 1: n = 2;", "label-outside-switch"),
    ("case 1: n = 2;", "label-outside-switch"),
    ("case 1: n = 2; ia[2] *= dt * k * (1);", "label-outside-switch"),
    ("switch(n) { case 1 + 0: V &= (a - a) / 0 != t; case 1: n = ~ilogb(dt); }", "label-twice"),
    (
      "switch(n % 3) { case 1 + 0: ++U / (1. % b); break; case 1: (float)7, 7 / b; } ;",
      "label-twice"
    ),
    ("id *= 1.0.0", "malformed-number"),
    (
      "a[n] -= pp[true] * ~2.5f - n(1); u - dt >= pp[1.] + 3u 1.0.0 b : u * k ^ 1.;",
      "malformed-number"
    ),
    ("*a = Isyn * abs(2) - (k = 1.0.0", "malformed-number"),
    ("id + *V V != 1.; U = 1.0;", "missing-sign"),
    ("gennrand_log_normal(0x1F, 2.5f), (int16_t)3u; u = * (b 0);", "missing-sign"),
    ("if(+*(ia + n)) { k d && b; }", "missing-sign"),
    ("-gennrand_exponential() % .5 if(pp[1.] / (V)) {  }", "no-digit-before-point"),
    ("id .5 gennrand_uniform() || n == b;", "no-digit-before-point"),
    ("while(2.5f ? id : n) {  .5", "no-digit-before-point"),
    ("for_each_synapse { n = 1; } u--;", "no-synapses"),
    ("if((int16_t)floor(1.)) for_each_synapse { n = 1; } gennrand();", "no-synapses"),
    ("while(1. + 1) b *= Isyn == *a; for_each_synapse { n = 1; }", "no-synapses"),
    ("-V[2.5f] + d ? t : 1.0;", "not-array"),
    ("~V[(1.0)]; V += 0;", "not-array"),
    ("b *= d + 3u + V[1.];", "not-array"),
    ("ia[2] || abs(1.0) %= 1 + 0; unsigned int x0;", "not-assignable"),
    (
      "scalar *p1 = a; *p1 = 1.0; k *= b - 3u ? gennrand_exponential() : -2 + +++t;",
      "not-assignable"
    ),
    ("~~2 = 2.5f >= id;", "not-assignable"),
    ("; do a[n] (scalar)100 + 3u; while(d / k);", "not-function"),
    ("1 (3u), <= 0;", "not-function"),
    ("u = *V; if(-1e-3 (b 0x1F) { % = pp[V] != n / u); }", "not-function"),
    ("1; n = *V;", "not-pointer"),
    ("for(n = 0; *V; ) { switch(k++) { case 2.0: id *= n & k; } break; }", "not-pointer"),
    ("; switch(n + 1) { case 0: true * t * *V < (k / 7); }", "not-pointer"),
    ("switch(n > 1) { case 1 + 0: scalar *p1 = a; *p1 = 1.0; break; }", "nothing-after-label"),
    (
      "switch(n + 1) { default: unsigned x0 = ia[V] && V / d; case 1: 2; } b *= t++;",
      "nothing-after-label"
    ),
    (
      "switch(V > 1.0) { case 0: int *const p6 = ia; p6++; case 1: n += false; }",
      "nothing-after-label"
    ),
    ("if(sqrt(u & u)) { 017 * (u) + a[id] + (k += n); }", "octal-literal"),
    ("while((3.0d)) b = fabs(~3u) & 08", "octal-literal"),
    ("d++; d = 08", "octal-literal"),
    ("V %= ++V; n -= (1.0 ? dt : k);", "order-is-open"),
    ("V &= n-- ? (V = 0x1F) : (u); for(n = 0; (dt); ) {  }", "order-is-open"),
    ("while(gennrand_normal()) { U |= gennrand_gamma(--U); }", "order-is-open"),
    ("7 + d - 1. == U / Isyn; continue;", "outside-loop"),
    ("for(float f = 0.0; 3.0d ? 2.5f : 100; u += 2) u; continue;", "outside-loop"),
    ("break; ia[2] *= 2.5f - k;", "outside-loop"),
    ("int64_t x0 = a;", "pointer-as-number"),
    ("ia[ia] * (1e-3 && false);", "pointer-as-number"),
    ("ia[2] <<= ia; abs(n) / sin(n / 2.5f);", "pointer-as-number"),
    ("ia[2] &= id <= true ^ ia;", "pointers-combined"),
    ("ia + id - false != (double)Isyn < (a - a);", "pointers-combined"),
    ("n += ia != ++U;", "pointers-combined"),
    ("id = 100 / t;", "read-only"),
    ("u++; k %= (0x1F) + (char)true;", "read-only"),
    ("(V) %= --k; V = k - 7 * id * 100;", "read-only"),
    ("(-d) + (\"x\");", "text-outside-print"),
    ("\"x\" > +2 + 2;", "text-outside-print"),
    ("if(--d / (Isyn)) { u &= \"x\"; abs(7); }", "text-outside-print"),
    ("continue; $x %= (n(1));", "unknown-character"),
    ("if(k != u $x k) id <<= -(~d); else Isyn; (d ^ t > id & false);", "unknown-character"),
    ("false * 1e-3, true - $x", "unknown-character"),
    ("bool x0 = !3.0d && clz2(true);", "unknown-function"),
    ("u &= exp(clz2(2) - d / 2.5f); b = (2 / U) > ((Isyn));", "unknown-function"),
    ("u &= fmax(b - 100, clz2(0x1F)); u--;", "unknown-function"),
    ("assert(V); *pp, t * 3u;", "unknown-name"),
    ("-true ^ b - (t) % pp[1];", "unknown-name"),
    ("d <<= pp[U];", "unknown-name"),
    ("b++; (const -= (1.) % U int)100 * 1.;", "unknown-type"),
    ("char float \"x\";", "unknown-type"),
    ("const x0;", "unknown-type"),
    ("{ int16_t = x0 = 1; }", "variable-name-expected"),
    ("int -= u; printf(n);", "variable-name-expected"),
    ("float <<= ia[n] ? (scalar)0 : tgamma(2);", "variable-name-expected"),
    ("do { (scalar)(k = t) != id / U - n << b; } ;", "while-expected"),
    ("do {  } V));", "while-expected"),
    ("do while(1e-3);", "while-expected"),
    ("(V) * n - d && floor(!1e-3); assert();", "wrong-argument-count"),
    ("ia[2] *= n; assert();", "wrong-argument-count"),
    ("V = d; assert();", "wrong-argument-count"),
    ("float *p4 = ia; d++;", "wrong-pointer"),
    (
      "u += (const int)U / 7 + gennrand_log_normal(a[2], 3u - true); float *p4 = ia;",
      "wrong-pointer"
    ),
    ("float *p4 = ia; const float x0;", "wrong-pointer"),
  ]

  @Test(arguments: wrong)
  func rejected(_ code: String, _ id: String) { #expect(errors(code) == [id], "\(code)") }
}
