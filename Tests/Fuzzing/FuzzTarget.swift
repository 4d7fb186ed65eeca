import Conda
import Diagnostics
import RecipeReader
import YAML

/// One of the parsers, which must take any bytes and end: in a value or in a finding.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case version
  case versionSpec = "version-spec"
  case matchSpec = "match-spec"
  case selector
  case jinja
  case yaml
  case recipeV0 = "recipe-v0"
  case variantsV0 = "variants-v0"
  case expressionV1 = "expression-v1"
  case recipeV1 = "recipe-v1"

  /// A defect that is no crash: a finding that doesn't say where.
  package struct Defect: Error {
    package let description: String
  }

  package func run(_ bytes: [UInt8]) throws(Defect) {
    switch self {
    case .version: Self.parse(version: String(decoding: bytes, as: UTF8.self))
    case .versionSpec: Self.parse(versionSpec: String(decoding: bytes, as: UTF8.self))
    case .matchSpec: Self.parse(matchSpec: String(decoding: bytes, as: UTF8.self))
    case .selector: Self.evaluate(selector: String(decoding: bytes, as: UTF8.self))
    case .jinja: Self.render(jinja: bytes)
    case .yaml:
      for options in [YAMLReadOptions(), .pyyaml, .rattler] {
        try Self.check(YAMLReader(file: "f", options: options).read(bytes: bytes).findings.all)
      }
    case .recipeV0: try Self.render(v0: bytes)
    case .variantsV0: try Self.read(variants: bytes)
    case .expressionV1: try Self.render(v1: Self.recipe(around: bytes))
    case .recipeV1: try Self.render(v1: bytes)
    }
  }

  private static func check(_ findings: [Diagnostic]) throws(Defect) {
    for finding in findings where finding.location == nil {
      throw Defect(description: "no place: \(finding)")
    }
    for finding in findings {
      guard let place = finding.location, place.line < 1 || place.column < 1 else { continue }
      throw Defect(description: "no place at all: \(finding)")
    }
  }

  // MARK: - conda

  private static let versions = ["1.2.3", "3.12", "1!0a1"].compactMap { try? Version($0) }

  private static func parse(version text: String) {
    for dialect in Dialect.allCases {
      guard let version = try? Version(text, dialect: dialect) else { continue }
      _ = version.canonical(dialect)
      for other in versions { _ = (version < other, version.starts(with: other, dialect: dialect)) }
      _ = try? Pin().spec(for: version, dialect: dialect)
    }
  }

  private static func parse(versionSpec text: String) {
    for dialect in Dialect.allCases {
      guard let spec = try? VersionSpec(text, dialect: dialect) else { continue }
      _ = spec.canonical
      for version in versions { _ = spec.matches(version) }
    }
  }

  private static func parse(matchSpec text: String) {
    for dialect in Dialect.allCases {
      _ = (try? MatchSpec(text, dialect: dialect))?.canonical
    }
  }

  // MARK: - v0

  /// As much as a recipe needs, and no more than takes a moment.
  private static var limits: PythonRuntime.Limits {
    var limits = PythonRuntime.Limits()
    limits.steps = 50_000
    limits.size = 200_000
    return limits
  }

  private static let variant = V0Variant([
    "python": "3.12.* *_cpython", "numpy": "2", "c_compiler": "gcc", "c_compiler_version": "14",
    "cuda_compiler_version": "None", "target_platform": "linux-64", "mpi": "nompi",
  ])
  private static func evaluate(selector text: String) {
    guard let expression = try? SelectorExpression(text),
      let names = try? SelectorNames(
        variant: variant.completed(for: .linux64), platform: .linux64, environment: [:])
    else { return }
    _ = try? expression.isSelected(among: names, PythonRuntime(limits: limits))
  }

  private static func render(jinja bytes: [UInt8]) {
    guard let template = try? JinjaTemplate(bytes) else { return }
    let context = JinjaContext(isStrict: false, runtime: PythonRuntime(limits: limits))
    _ = try? template.rendered(with: context)
  }

  private static func render(v0 bytes: [UInt8]) throws(Defect) {
    var settings = V0Settings(environment: ["HOME": "/"])
    settings.limits = limits
    let recipe = V0Recipe(
      bytes: bytes, file: "meta.yaml", companions: ["build.sh": "echo $mpi", "v.txt": "v = 1.2"])
    let rendering = recipe.rendered(for: variant, platform: .linux64, settings: settings)
    if rendering.packages.isEmpty, rendering.findings.isEmpty, !rendering.isSkipped {
      // Outputs may be skipped one by one.
      guard bytes.contains(UInt8(ascii: ":")) else {
        throw Defect(description: "nothing came of it, and no finding says why")
      }
    }
    try check(rendering.findings)
  }

  private static func read(variants bytes: [UInt8]) throws(Defect) {
    let space: V0VariantSpace
    do throws(Diagnostic) {
      space = try V0VariantSpace([V0VariantFile(bytes, file: "f", platform: .win64)])
    } catch {
      return try check([error])
    }
    let recipe = V0Recipe("{{ python }} {{ a }} {{ b }}", file: "meta.yaml")
    try check(recipe.matrix(of: space, platform: .win64).findings)
  }

  // MARK: - v1

  private static let configuration: V1.VariantConfiguration = {
    var configuration = V1.VariantConfiguration()
    for (key, values) in [
      ("python", ["3.12.* *_cpython", "3.13.* *_cp313"]), ("c_compiler", ["gcc"]),
      ("mpi", ["nompi"]),
    ] {
      configuration[V1.VariantKey(key)] = values.map { .string($0) }
    }
    return configuration
  }()

  /// A recipe with the expression in its context.
  private static func recipe(around expression: [UInt8]) -> [UInt8] {
    var text = Array("context:\n  x: \"${{ ".utf8)
    for byte in expression {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0x0A: text += "\\n".utf8
      case 0..<0x20: text.append(UInt8(ascii: " "))
      default: text.append(byte)
      }
    }
    return text + " }}\"\npackage:\n  name: a\n  version: '1'\nbuild:\n  skip: x\n".utf8
  }

  private static func render(v1 bytes: [UInt8]) throws(Defect) {
    let (recipe, findings) = V1.Recipe.read(bytes: bytes, file: "recipe.yaml")
    try check(findings.all)
    guard let recipe else {
      if !findings.hasErrors { throw Defect(description: "no recipe, and no finding says why") }
      return
    }
    var problems: [Diagnostic] = []
    do throws(Diagnostic) {
      problems = try recipe.render(
        configuration, for: V1.Platforms(target: .linux64), permissions: .init(environment: [:])
      ).warnings
    } catch {
      problems = [error]
    }
    try check(problems)
  }
}
