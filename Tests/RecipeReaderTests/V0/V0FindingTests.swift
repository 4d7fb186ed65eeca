import Conda
import Diagnostics
import RecipeReader
import Testing

/// What the reader says of recipes that can't be rendered, and where.
@Suite struct V0FindingTests {
  private func findings(
    _ text: String, _ variant: [String: String] = [:], environment: [String: String]? = [:]
  ) -> [Diagnostic] {
    V0Recipe(text, file: "meta.yaml").rendered(
      for: V0Variant(variant), platform: .linux64, settings: V0Settings(environment: environment)
    ).findings
  }

  private func place(_ finding: Diagnostic?) -> String {
    finding?.location.map { "\($0.line):\($0.column)" } ?? "nowhere"
  }

  static let head = "package:\n  name: box\n  version: '1'\n"

  @Test func selectorErrorsStandAtTheSelector() {
    let found = findings(Self.head + "build:\n  skip: true  # [linux and]\n")
    #expect(found.map(\.id) == ["invalid-selector"])
    #expect(place(found.first) == "5:18")
  }

  @Test func templateErrorsLeadThroughDroppedLines() {
    let text = "# a\n{% set a = 1 %}  # [win]\n" + Self.head + "about:\n  home: x{{ 1 + 'a' }}\n"
    let found = findings(text)
    #expect(found.map(\.id) == ["template-error"])
    #expect(place(found.first) == "7:10")
  }

  @Test func yamlErrorsLeadThroughLoops() {
    let text =
      Self.head
      + "requirements:\n  run:\n{% for x in [1, 2] %}\n    - a{{ x }}\n{% endfor %}\n bad\n"
    let found = findings(text)
    #expect(found.count == 1)
    #expect(found.first?.location?.line == 9)
  }

  @Test func requirementsKeepTheirPlaces() {
    let text =
      "{% set v = '>= 1' %}\n" + Self.head
      + "requirements:\n  build:\n    - gone  # [win]\n  run:\n    - a\n    - b {{ v }}\n"
    let found = findings(text)
    #expect(found.map(\.id) == ["space-in-constraint"])
    #expect(place(found.first) == "10:7")
  }

  @Test func undefinedNamesAreWarnings() {
    let found = findings(Self.head + "about:\n  home: a{{ nosuch }}\n")
    #expect(found.map(\.id) == ["undefined-name"])
    #expect(found.map(\.severity) == [.warning])
    #expect(place(found.first) == "5:10")
  }

  @Test func theSourceIsNotThere() {
    let found = findings(
      "{% set data = load_setup_py_data() %}\n" + Self.head
        + "about:\n  home: {{ data.get('url') }}\n")
    #expect(found.map(\.id) == ["needs-source"])
    #expect(place(found.first) == "1:15")
  }

  @Test func theClockIsNotRead() {
    let found = findings(Self.head + "about:\n  home: {{ datetime.datetime.now() }}\n")
    #expect(found.map(\.id) == ["template-unsupported"])
  }

  /// What Python 3 prints.
  @Test(arguments: [
    ("strptime('29Aug2024', '%d%b%Y').strftime('%Y.%m.%d')", "2024.08.29"),
    ("strptime('2023-2-3 4:05', '%Y-%m-%d %H:%M')", "2023-02-03 04:05:00"),
    ("strptime('5march99', '%d%B%y').month", "3"), ("strptime('1', '%d').year", "1900"),
  ])
  func datesAreRead(_ expression: String, _ expected: String) {
    let text = Self.head + "about:\n  home: x{{ datetime.datetime.\(expression) }}\n"
    let rendering = V0Recipe(text, file: "meta.yaml")
      .rendered(for: V0Variant(), platform: .linux64)
    #expect(rendering.packages.first?.metadata["about"]?["home"]?.text == "x" + expected)
    let formatted = findings(
      Self.head
        + "about:\n  home: {{ '{:%Y}'.format(datetime.datetime.strptime('30Feb2024', '%d%b%Y')) }}\n"
    )
    #expect(formatted.map(\.id) == ["template-error"])
  }

  @Test func theEnvironmentIsNotRead() {
    let text = Self.head + "about:\n  home: x{{ environ.get('SECRET') }}\n"
    #expect(findings(text, environment: nil).map(\.id) == ["environment-not-read"])
    #expect(findings(text, environment: ["SECRET": "s"]).isEmpty)
    let rendering = V0Recipe(text, file: "meta.yaml").rendered(
      for: V0Variant(), platform: .linux64,
      settings: V0Settings(environment: ["SECRET": "s"]))
    #expect(rendering.packages.first?.metadata["about"]?["home"]?.text == "xs")
  }

  @Test(arguments: [
    "{% for x in range(10 ** 9) %}a{% endfor %}",
    "{% for a in range(3000) %}{% for b in range(3000) %}{{ a }}{% endfor %}{% endfor %}",
    "{{ 'x' * 10 ** 12 }}",
    "{% set x = 'ab' %}" + String(repeating: "{% set x = x ~ x %}", count: 60) + "{{ x }}",
    "{% set x = [1] %}" + String(repeating: "{% set x = x + x %}", count: 60) + "{{ x }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(n) %}{{ f(n + 1) }}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}",
    "{{ 'a'.ljust(10 ** 10) }}", "{{ '%1000000000d' % 1 }}", "{{ '{:>1000000000}'.format(1) }}",
    "{{ 9223372036854775807 + 1 }}", "{{ -9223372036854775807 - 2 }}", "{{ 10 ** 100 }}",
    "{{ " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000) + " }}",
    "{{ " + String(repeating: "-", count: 5000) + "1 }}",
    "{{ 1" + String(repeating: " + 1", count: 5000) + " }}",
    "{{ a" + String(repeating: ".a", count: 5000) + " }}",
    "{{ 1" + String(repeating: "|int", count: 5000) + " }}",
    String(repeating: "{% if 1 %}", count: 5000),
    "{% set x = [] %}{% set _ = x.append(x) %}{{ x }}",
    "{% set d = {} %}{% set _ = d.update({'d': d}) %}{{ d }}",
    "{{ ('a' * 1000000).replace('a', 'b' * 1000) }}",
    "{{ ('a' * 4000000).find('a' * 2000000 ~ 'b') }}",
    "{{ 'a\\n' * 1000000 | indent(1000000) }}",
    "{{ [1] | batch(10 ** 12, 0) | list }}", "{{ [1] | slice(10 ** 12) | list }}",
  ])
  func tooMuchEndsInAFinding(_ template: String) {
    let clock = ContinuousClock()
    var found: [Diagnostic] = []
    let time = clock.measure { found = findings(Self.head + "# \n" + template + "\n") }
    #expect(found.contains { $0.severity == .error })
    #expect(time < .seconds(20))
  }

  @Test(arguments: [
    String(repeating: "(", count: 5000) + "linux" + String(repeating: ")", count: 5000),
    "py" + String(repeating: " + 1", count: 5000), String(repeating: "-", count: 5000) + "py",
    String(repeating: "not ", count: 5001) + "py",
    "py" + String(repeating: ".lower()", count: 5000),
    "py" + String(repeating: " if py else py", count: 5000), "py == 10000000000000000000000",
    "9223372036854775807 + py > 0",
  ])
  func longSelectorsDoNotCrash(_ selector: String) {
    _ = findings(Self.head + "build:\n  skip: true  # [\(selector)]\n")
  }

  @Test func filesThatAreNoRecipes() {
    #expect(findings("").map(\.id) == ["name-missing"])
    #expect(findings("- a\n").map(\.id) == ["recipe-not-mapping"])
    #expect(findings("a\0b").map(\.id) == ["recipe-not-text"])
    let bad = V0Recipe(bytes: Array(Self.head.utf8) + [0xFF, 0x0A], file: "meta.yaml")
      .rendered(for: V0Variant(), platform: .linux64).findings
    #expect(bad.map(\.id) == ["recipe-not-unicode"])
    #expect(place(bad.first) == "4:1")
    let large = V0Recipe(
      bytes: Array(repeating: UInt8(ascii: "#"), count: 50_000_000), file: "meta.yaml"
    ).rendered(for: V0Variant(), platform: .linux64).findings
    #expect(large.map(\.id) == ["recipe-too-large"])
  }

  @Test func badVariantsAreSaid() {
    #expect(findings(Self.head, ["python": "3"]).map(\.id) == ["invalid-variant"])
    #expect(findings(Self.head, ["numpy": "x.y"]).map(\.id) == ["invalid-variant"])
  }
}
