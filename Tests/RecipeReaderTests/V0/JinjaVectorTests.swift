import Conda
import Diagnostics
import RecipeReader
import Testing

/// What conda-build 26.7 renders of small recipes, as recorded from conda-build itself.
@Suite struct JinjaVectorTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Input: Decodable, Sendable {
      var files: [String: String]
      var config_files: [String]
      var platform: String
      var env: [String: String]?
    }

    var id: String
    var input: Input
    var expected: [RecordedValue]?
    var expected_error: String?

    var testDescription: String { id }
  }

  static let cases: [Case] = Vectors.load("jinja-v0")

  /// Which of our findings says what an exception of conda-build said.
  static let findings: [(error: String, id: String)] = [
    ("No filter named", "template-syntax"),
    ("unexpected keyword argument", "template-error"),
    ("can only concatenate str", "template-error"),
    ("Bad character(s)", "bad-characters"),
    ("package/name must be lowercase", "name-not-lowercase"),
    ("package/name missing", "name-missing"),
    ("in package version dependency", "space-in-constraint"),
    ("Received dictionary as spec", "invalid-dependency"),
    ("load_file_regex() got multiple values", "template-error"),
    ("Unexpected end of template", "template-syntax"),
    ("unexpected 'end of print statement'", "template-syntax"),
    ("CondaError.__init__()", "stray-in-mapping"),
    ("expected string or bytes-like object", "empty-requirement"),
  ]

  @Test func allAreThere() { #expect(Self.cases.count == 121) }

  @Test(arguments: cases) func rendersAsCondaBuild(_ vector: Case) throws {
    let platform = Platform(vector.input.platform)
    let text = try #require(vector.input.files["recipe/meta.yaml"])
    let config = try #require(vector.input.config_files.first.flatMap { vector.input.files[$0] })
    var companions: [String: String] = [:]
    for (path, text) in vector.input.files where path.hasPrefix("recipe/") {
      companions[String(path.dropFirst("recipe/".count))] = text
    }
    let recipe = V0Recipe(text, file: "recipe/meta.yaml", companions: companions)
    var packages: Set<RecordedValue> = []
    var errors: Set<String> = []
    for row in try VariantRows.read(config, platform: platform) {
      let rendering = recipe.rendered(
        for: row, platform: platform,
        settings: V0Settings(environment: vector.input.env ?? [:]))
      for finding in rendering.findings where finding.severity == .error {
        errors.insert(finding.id)
      }
      packages.formUnion(rendering.packages.map(Self.recorded))
    }
    if let error = vector.expected_error {
      let id = Self.findings.first { error.contains($0.error) }?.id
      #expect(errors == Set([id ?? error]))
    } else {
      #expect(errors.isEmpty)
      #expect(packages == Set(vector.expected ?? []))
    }
  }

  /// The facts of which the record keeps some.
  private static func recorded(_ package: V0Package) -> RecordedValue {
    var requirements: [String: RecordedValue] = [:]
    for entry in package.metadata["requirements"]?.map?.entries ?? [] where entry.value.isTruthy {
      requirements[entry.key] = RecordedValue(entry.value)
    }
    var build: [String: RecordedValue] = [:]
    for key in ["noarch", "skip", "number", "string", "run_exports"] {
      if let node = package.metadata["build"]?[key] { build[key] = RecordedValue(node) }
    }
    return .object([
      "name": .text(package.name), "version": .text(package.version), "skip": .bool(false),
      "noarch": package.noarch.map { .text($0) } ?? .null,
      "used_variant": .object(package.usedVariant.mapValues { .text($0) }),
      "requirements": .object(requirements), "build": .object(build),
      "build_string": .text(package.buildString), "hash_json": .text(package.hashedText),
    ])
  }
}
