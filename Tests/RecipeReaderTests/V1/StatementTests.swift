import Conda
import Diagnostics
import Testing

@testable import RecipeReader

/// `{% %}` in templates; expected values were observed with py-rattler-build 0.73.
@Suite struct StatementTests {
  @Test(arguments: [
    ("{% if linux %}a${{ version }}{% else %}b{% endif %}", ["a1.0"]),
    ("{% if win %}a${{ version }}{% elif linux -%} b {%- endif %} c", ["b c"]),
    ("{% if mpi == 'nompi' %}x${{ 1 }}{% endif %}", ["x1", nil]),
    ("{% set x = mpi %}${{ x }}", ["nompi", "openmpi"]),
    ("{% raw %}${{ x }}{% endraw %}", ["${{ x }}"]),
    ("{% set version = '3' %}${{ version }}", ["3"]),
    ("{% if linux %}{% set y = 2 %}{% endif %}${{ y }}", ["2"]),
    ("{% if linux %}{% if win %}1{% else %}2{% endif %}{% else %}3{% endif %}${{ 9 }}", ["29"]),
    ("{% if linux %}{# c #}a{% endif %}${{ 1 }}", ["a1"]),
    ("{% if '%}' == '%}' %}a{% endif %}${{ 1 }}", ["a1"]),
    ("{% if linux -%}  a  {%+ endif %}${{ 1 }}", ["a  1"]),
    ("{% if linux %}a{% endif %}", ["{% if linux %}a{% endif %}"]),
    ("{% block a %}x${{ 1 }}{% endblock a %}", ["x1"]),
    ("{% block a %}{% set q = 1 %}{% endblock %}${{ q is defined }}", ["false"]),
    ("{% macro f() %}x{% endmacro %}{% do f() %}${{ 1 }}", ["1"]),
    ("{% include 'x' ignore missing %}${{ 1 }}", ["1"]),
    ("{% if false %}{% import 'x' as y %}{% endif %}${{ 1 }}", ["1"]),
    ("{% filter replace('a', 'c') | upper %}a${{ 'b' }}{% endfilter %}", ["CB"]),
    ("{% filter upper %}{% set q = 1 %}a{% endfilter %}${{ q is defined }}", ["Atrue"]),
    ("{% filter replace('n', mpi) %}n${{ 1 }}{% endfilter %}", ["nompi1", "openmpi1"]),
  ])
  func rendered(_ text: String, _ expected: [String?]) throws {
    let outputs = try render(text)
    #expect(outputs.map { Self.summary($0) ?? "" } == expected.map { $0 ?? "" })
  }

  @Test(arguments: [
    (
      "{% for x in [3, 1] %}${{ loop.index }}/${{ loop.length }}:${{ x }};{% endfor %}",
      "1/2:3;2/2:1;"
    ),
    ("{% for x in [] %}a{% else %}none${{ 1 }}{% endfor %}", "none1"),
    ("{% for a, (b, c) in [[1, [2, 3]]] %}${{ a + b + c }};{% endfor %}", "6;"),
    (
      "{% for x in [1, 2, 3] if x > 1 %}${{ loop.index }}/${{ loop.length }} {% endfor %}",
      "1/2 2/2"
    ),
    (
      "{% for x in [1, [2, [3]]] recursive %}${{ loop(x) if x is sequence else x }}.{% endfor %}",
      "1.2.3..."
    ),
    (
      "{% for x in [[1], [2]] recursive %}${{ loop.depth }}${{ loop(x) if x is sequence }}{% endfor %}",
      "1212"
    ),
    ("{% for x in 'abc' %}${{ x }}-{% endfor %}", "a-b-c-"),
    ("{% for x in {'b': 1, 'a': 2} %}${{ x }}-{% endfor %}", "a-b-"),
    ("{% for x in none %}${{ x }}{% endfor %}", ""),
    ("{% for x in [1, 2] %}${{ y is defined }}{% set y = x %}{% endfor %}", "falsetrue"),
    ("{% set y = 0 %}{% for x in [1, 2] %}{% set y = x %}{% endfor %}${{ y }}", "0"),
    (
      "{% for x in [1, 1, 2] %}${{ loop.changed(x) }}${{ loop.cycle('a', 'b') }}{% endfor %}",
      "trueafalsebtruea"
    ),
    (
      "{% for x in [1, 2] %}${{ loop }}${{ loop.previtem is defined }}{% endfor %}",
      "<loop 0/2>false<loop 1/2>true"
    ),
    ("{% for x in [1, 2] -%} ${{ x }} {%- endfor %}", "12"),
  ])
  func looped(_ text: String, _ expected: String) throws {
    #expect(try render(text).map { Self.summary($0) ?? "" } == [expected])
  }

  @Test(arguments: [
    (
      "{% macro f(a, b=2) %}<${{ a }},${{ b }}>{% endmacro %}${{ f(1) }}${{ f(b=1, a=2) }}",
      "<1,2><2,1>"
    ),
    (
      "{% macro f(n) %}${{ n }}{% if n > 0 %}${{ f(n - 1) }}{% endif %}{% endmacro %}${{ f(3) }}",
      "3210"
    ),
    (
      "{% macro f() %}${{ f.name }}{% endmacro %}${{ f }}${{ f() }}${{ f.arguments }}",
      "<macro f>f[]"
    ),
    (
      "{% macro f() %}${{ caller(5) }}{% endmacro %}{% call(x) f() %}in ${{ x }}{% endcall %}",
      "in 5"
    ),
    ("{% macro f() %}${{ x }}{% endmacro %}{% set x = 2 %}${{ f() }}", "2"),
    (
      "{% set x = 1 %}{% macro f() %}${{ x }}{% endmacro %}{% with x = 5 %}${{ f() }}{% endwith %}",
      "1"
    ),
    (
      "{% macro g(h) %}${{ h() }}{% endmacro %}{% with x = 5 %}{% macro f() %}${{ x }}{% endmacro %}"
        + "${{ g(f) }}{% endwith %}", "5"
    ),
    (
      "{% macro f() %}${{ g() }}{% endmacro %}{% macro g() %}y{% endmacro %}${{ f() | upper }}", "Y"
    ),
    ("{% set x = 1 %}{% macro f() %}{% set x = 2 %}${{ x }}{% endmacro %}${{ f() }}${{ x }}", "21"),
    ("{% macro f(a) %}${{ a }}{% endmacro %}${{ f(*[1]) }}${{ f(**{'a': 2}) }}", "12"),
    ("{% with a = 1, b = a %}${{ a + b }}{% endwith %}", "2"),
    ("{% with version = 3 %}${{ version }}{% endwith %}${{ version }}", "31.0"),
    ("{% set a | replace('x', 'y') | upper %}x${{ 1 }}{% endset %}${{ a }}!", "Y1!"),
    ("{% set a, b = 1, 2 %}${{ a + b }}", "3"),
    ("{% set (a, (b, c)) = [1, [2, 3]] %}${{ c }}", "3"),
    ("{% set a = 1, %}${{ a }}", "[1]"),
  ])
  func defined(_ text: String, _ expected: String) throws {
    #expect(try render(text).map { Self.summary($0) ?? "" } == [expected])
  }

  /// Which variables make a difference, used or only looked up by a macro that nobody calls.
  @Test(arguments: [
    ("{% macro f() %}${{ mpi }}{% endmacro %}${{ 'a' if true else mpi }}", 2, true),
    ("{% macro f(mpi) %}${{ mpi }}{% endmacro %}${{ 'a' if true else mpi }}", 2, false),
    ("{% for mpi in [1] %}${{ mpi }}{% endfor %}", 2, false),
    ("{% for x in mpi %}${{ x }}{% endfor %}", 2, true),
    ("{% with a = mpi %}${{ a }}{% endwith %}", 2, true),
  ])
  func usedVariables(_ text: String, _ count: Int, _ isUsed: Bool) throws {
    let outputs = try render(text)
    #expect(outputs.count == count)
    #expect(outputs.allSatisfy { ($0.usedVariant["mpi"] != nil) == isUsed })
  }

  @Test(arguments: [
    "{% for x in 3 %}${{ x }}{% endfor %}", "{% for x in missing %}${{ x }}{% endfor %}",
    "{% for x in [1, 2], %}${{ x }}{% endfor %}", "{% for x in [1] %}${{ loop(x) }}{% endfor %}",
    "{% for a, b in [[1, 2, 3]] %}${{ a }}{% endfor %}",
    "{% for loop in [1] %}${{ 1 }}{% endfor %}",
    "{% for x in [1, 2, 3] if mpi %}${{ x }}{% endfor %}", "{% break %}${{ 1 }}",
    "{% macro f(a) %}<${{ a }}>{% endmacro %}${{ f() }}",
    "{% macro f(a=1, b) %}{% endmacro %}${{ 1 }}",
    "{% macro f(a) %}<${{ a }}>{% endmacro %}${{ f(1, 2) }}",
    "{% macro f(a) %}<${{ a }}>{% endmacro %}${{ f(c=2) }}",
    "{% macro f(a) %}<${{ mpi }}>{% endmacro %}${{ f(1) }}",
    "{% macro f(a=1, b=a) %}${{ b }}{% endmacro %}${{ f(5) }}",
    "{% macro f() %}x{% endmacro %}{% call f() %}y${{ 1 }}{% endcall %}",
    "{% macro f(n) %}${{ f(n + 1) }}{% endmacro %}${{ f(0) }}",
    "{% macro f() %}{% block q %}x{% endblock %}{% endmacro %}${{ f() }}",
    "{% with a = 1 %}{% endwith %}${{ a }}", "{% with a = 1, %}${{ a }}{% endwith %}",
    "{% set a.b = 1 %}${{ 1 }}", "{% set true = 1 %}${{ 1 }}", "{% do 1 + 1 %}${{ 1 }}",
    "{% include 'x' %}${{ 1 }}", "{% filter nope %}a${{ 'b' }}{% endfilter %}",
    "{% block a %}${{ 1 }}{% endblock %}{% block a %}${{ 2 }}{% endblock %}",
    "{% block a %}${{ 1 }}{% endblock b %}", "{% set a = 1 %}{% endset %}${{ 1 }}",
  ])
  func refusedByTheEngineToo(_ text: String) {
    #expect(throws: Diagnostic.self) { try render(text) }
  }

  /// Loops in loops in loops: a hundred million rounds if nothing stopped them.
  @Test func loopsEnd() {
    let digits = "'0123456789'"
    let text =
      (1...8).map { "{% for a\($0) in \(digits) %}" }.joined() + "${{ 1 if false }}"
      + String(repeating: "{% endfor %}", count: 8)
    #expect(throws: Diagnostic.self) { try render(text) }
  }

  /// Twenty macros in each other, each with as deep an expression as can be read.
  @Test func deepCallsEnd() {
    let deep = String(repeating: "(", count: 95) + "f(n + 1)" + String(repeating: ")", count: 95)
    let text = "{% macro f(n) %}${{ \(deep) }}{% endmacro %}${{ f(0) }}"
    #expect(throws: Diagnostic.self) { try render(text) }
  }

  @Test(arguments: [
    "{% if linux %}${{ 1 }}", "{% endif %}${{ 1 }}", "{% foo %}${{ 1 }}",
    "{% if linux %}a{% endif x %}${{ 1 }}", "{% if true }}${{ 1 }}{% endif %}",
    "{% if (1 %}d{% endif %}${{ 1 }}", "{% if missing %}a{% endif %}${{ 1 }}",
    "{% raw %}${{ 1 }}", "{% else %}${{ 1 }}", "{% set %}${{ 1 }}", "{%", "{% ${{ }}",
  ])
  func refused(_ text: String) {
    guard text.contains("}}") else { return }
    #expect(throws: Diagnostic.self) { try render(text) }
  }

  @Test(arguments: [
    ("#{{- see https://example.org -}} ${{ 1 }}", "write comments as {# … #}"),
    ("{{ a b }} ${{ 1 }}", "write ${{ … }} for an expression, { { for braces"),
  ])
  func bracesWithoutDollar(_ text: String, _ remedy: String) throws {
    #expect { try render(text) } throws: { ($0 as? Diagnostic)?.remedy == remedy }
  }

  /// Each line doubles the one before: 2⁴⁰ bytes if nothing stopped it.
  @Test func growingTextEnds() throws {
    let lines = (1...40).map { "  a\($0): ${{ a\($0 - 1) }}${{ a\($0 - 1) }}" }
    let recipe =
      "context:\n  a0: xxxxxxxx\n" + lines.joined(separator: "\n")
      + "\npackage: {name: a, version: '1'}\n"
    let read = V1.Recipe.read(recipe, file: "recipe.yaml")
    let parsed = try #require(read.recipe)
    #expect(throws: Diagnostic.self) {
      try parsed.render(.init(), for: .init(target: .linux64))
    }
  }

  private func render(_ text: String) throws -> [V1.RenderedOutput] {
    let recipe = """
      context: {version: "1.0"}
      package: {name: a, version: "1.0"}
      about:
        summary: \(V1.JSON.quoted(text))
      """
    let (read, findings) = V1.Recipe.read(recipe, file: "recipe.yaml")
    guard let read else { throw findings.firstError }
    var configuration = V1.VariantConfiguration()
    configuration[V1.VariantKey("mpi")] = [.string("nompi"), .string("openmpi")]
    return try read.render(configuration, for: .init(target: .linux64)).outputs
  }

  private static func summary(_ output: V1.RenderedOutput) -> String? {
    guard case .string(let text)? = output.tree["about"]?["summary"] else { return nil }
    return text
  }
}
