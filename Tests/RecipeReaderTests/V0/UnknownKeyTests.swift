import Conda
import Diagnostics
import RecipeReader
import Testing

/// conda-build passes over keys that it doesn't know; a person wants to know.
@Suite struct UnknownKeyTests {
  static let text = """
    package:
      name: box
      version: "1"
      versoin: "2"
    requirments:
      run: python
    outputs:
      - name: libbox
        tests:
          commands: box
        build:
          numbr: 1
          run_exports:
            week: box
      - name: box
        requirements:
          runs: python
    about:
      licence: MIT
    extra:
      anything: goes
    anything: else
    """

  static let expected = [
    "4: conda-build knows no key 'versoin' in 'package' and passes over it; did you mean 'version'?",
    "5: conda-build knows no section 'requirments' and passes over it; did you mean 'requirements'?",
    "9: conda-build knows no key 'tests' in 'outputs' and passes over it; did you mean 'test'?",
    "12: conda-build knows no key 'numbr' in 'build' and passes over it; did you mean 'number'?",
    "14: conda-build knows no key 'week' in 'build.run_exports' and passes over it; did you mean 'weak'?",
    "17: conda-build knows no key 'runs' in 'requirements' and passes over it; did you mean 'run'?",
    "19: conda-build knows no key 'licence' in 'about' and passes over it; did you mean 'license'?",
    "22: conda-build knows no section 'anything' and passes over it; remove it, or move it below 'extra:'",
  ]

  private func lines(_ findings: [Diagnostic]) -> Set<String> {
    Set(
      findings.filter { $0.severity == .warning }.map {
        "\($0.location?.line ?? 0): \($0.message); \($0.remedy ?? "")"
      })
  }

  @Test func ofARenderedRecipe() throws {
    let recipe = V0Recipe(Self.text, file: "meta.yaml")
    let packages = recipe.matrix(of: try V0VariantSpace([]), platform: .linux64).packages
    #expect(packages.count == 2)
    let findings = packages.flatMap { V0Keys.findings(in: $0, file: "meta.yaml") }
    #expect(lines(findings) == Set(Self.expected))
  }

  @Test func ofARecipeThatIsLifted() {
    let findings = RecipeLift.v0(Self.text, file: "meta.yaml").findings.all
    #expect(lines(findings) == Set(Self.expected))
  }

  /// As rattler-build, which reads no such recipe.
  @Test func ofARecipeYAML() {
    let text = """
      package: {name: box, version: "1"}
      buidl: {number: 0}
      about: {licence: MIT}
      """
    let findings = RecipeLift.v1(text, file: "recipe.yaml").findings
    #expect(findings.hasErrors)
    #expect(
      findings.all.map { "\($0.location?.line ?? 0): \($0.message); \($0.remedy ?? "")" } == [
        "2: the recipe has no field 'buidl'; did you mean 'build'?",
        "3: about has no field 'licence'; did you mean 'license'?",
      ])
  }
}
