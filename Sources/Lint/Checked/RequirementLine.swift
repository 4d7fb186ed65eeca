import Diagnostics
import RecipeModel

/// One requirement of an output, with the builds that have it.
struct RequirementLine: Sendable {
  enum Section: String, Hashable, Sendable {
    case build, host, run
    case constraints = "run constraints"
    case exports = "run exports"
    case ignoredExports = "ignored run exports"
    case tests = "the tests' requirements"
  }

  var section: Section
  /// The list that it stands in: there are five kinds of run exports.
  var list: String
  var requirement: Requirement
  var location: SourceLocation?
  var conditions: [Condition]
  var builds: BuildSet
  /// It follows from `CUDA.toolkit`, and nobody wrote it.
  var isDerived: Bool

  /// The package's name, in lower case; nil where a reference is part of it.
  var name: String? {
    if case .package(let spec) = requirement, spec.literal == nil {
      guard case .literal(let head)? = spec.parts.first,
        head.contains(where: { " =<>![~".contains($0) })
      else { return nil }
    }
    guard let name = requirement.name, !name.contains(where: \.isWhitespace) else { return nil }
    return name.lowercased()
  }

  /// The match spec, if it is one.
  var spec: Text? { if case .package(let spec) = requirement { spec } else { nil } }

  /// A match spec that is nothing but a name.
  var isBare: Bool { spec?.literal.map { $0 == requirement.name } ?? false }
}

extension Output {
  func requirementLines(in matrix: BuildMatrix, builds: BuildSet) -> [RequirementLine] {
    var lines: [RequirementLine] = []
    func add(
      _ section: RequirementLine.Section, _ list: String, _ items: [Item<Requirement>],
      at place: SourceLocation? = nil, under conditions: [Condition] = []
    ) {
      for item in items.guarded() {
        let location = item.value.location ?? place ?? name.location
        let all = conditions + item.conditions
        lines.append(
          RequirementLine(
            section: section, list: list, requirement: item.value.value, location: location,
            conditions: all, builds: builds & matrix.builds(where: all),
            isDerived: cuda != nil && item.value.location == cuda?.location))
      }
    }
    add(.build, "build", requirements.build)
    add(.host, "host", requirements.host)
    add(.run, "run", requirements.run)
    add(.constraints, "run constraints", requirements.runConstraints)
    for (name, items) in requirements.runExports.sections { add(.exports, name, items) }
    add(.ignoredExports, "ignored run exports", requirements.ignoreRunExports.fromPackage)
    for test in tests.guarded() {
      guard case .commands(let commands) = test.value.value else { continue }
      add(
        .tests, "tests", commands.requirements, at: test.value.location, under: test.conditions)
    }
    return lines
  }
}
