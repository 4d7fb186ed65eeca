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
  ])
  func rendered(_ text: String, _ expected: [String?]) throws {
    let outputs = try render(text)
    #expect(outputs.map { Self.summary($0) ?? "" } == expected.map { $0 ?? "" })
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
