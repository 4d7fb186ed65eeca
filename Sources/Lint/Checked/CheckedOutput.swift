import Diagnostics
import RecipeModel

/// An output with what the rules ask of it, worked out once.
struct CheckedOutput: Sendable {
  let output: Output
  /// Those that no skip leaves out.
  let builds: BuildSet
  let lines: [RequirementLine]
  let steps: [PlacedStep]
  let conditions: [PlacedCondition]

  init(_ output: Output, conditions: [PlacedCondition], in matrix: BuildMatrix) {
    self.output = output
    self.conditions = conditions
    builds = output.build.skip.reduce(matrix.all) { $0 - matrix.builds(where: $1.value) }
    lines = output.requirementLines(in: matrix, builds: builds)
    steps = output.placedSteps
  }

  var name: String { output.name.value }
  var location: SourceLocation? { output.name.location }

  func lines(_ section: RequirementLine.Section) -> [RequirementLine] {
    lines.filter { $0.section == section }
  }

  /// The lines of a section that ask for a package.
  func lines(of name: String, in section: RequirementLine.Section) -> [RequirementLine] {
    lines.filter { $0.section == section && $0.name == name }
  }

  /// The builds that have a package in a section.
  func builds(with name: String, in section: RequirementLine.Section) -> BuildSet {
    union(lines(of: name, in: section))
  }

  func union(_ lines: [RequirementLine]) -> BuildSet {
    lines.reduce(BuildSet(count: builds.count)) { $0 | $1.builds }
  }

  /// pip installs the source.
  var pipInstalls: Bool {
    steps.contains { if case .pipInstall = $0.action { $0.script == .build } else { false } }
  }
}
