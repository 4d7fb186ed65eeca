import Conda
import Diagnostics
import RecipeReader
import Testing

/// What conda-build 26.7 builds for stacks of variant files, as recorded from conda-build itself.
@Suite struct V0MatrixTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Input: Decodable, Sendable {
      var files: [String: String]
      var config_files: [String]
      var platform: String
      var env: [String: String]?
    }

    var id: String
    var tool: String
    var input: Input
    var expected: [RecordedValue]?
    var expected_error: String?

    var testDescription: String { id }
  }

  static func cases(_ name: String) -> [Case] {
    Vectors.load(name).filter { (one: Case) in one.tool.hasPrefix("conda-build") }
  }

  /// Which of our findings says what an exception of conda-build said.
  static let findings: [(error: String, id: String)] = [
    ("are not all the same length", "zipped-lengths-differ"),
    ("does not have any settings", "zipped-key-without-values"),
    ("keys can only occur in one group", "key-in-two-groups"),
    ("is ambiguous because it does not fully implement", "zipped-key-alone"),
    ("unhashable type: 'set'", "extended-key"),
    ("not enough values to unpack", "invalid-variant"),
    ("Received dictionary as spec", "invalid-dependency"),
  ]

  @Test func allAreThere() {
    #expect(Self.cases("variants").count == 110 && Self.cases("hashes").count == 49)
  }

  @Test(arguments: cases("variants") + cases("hashes"))
  func buildsAsCondaBuild(_ vector: Case) throws {
    var findings: [Diagnostic] = []
    var packages: [RecordedValue] = []
    do throws(Diagnostic) {
      let matrix = try Self.matrix(vector.input)
      findings = matrix.findings.filter { $0.severity == .error }
      packages = matrix.packages.map { Self.recorded($0) }
    } catch {
      findings = [error]
    }
    if let error = vector.expected_error {
      let id = Self.findings.first { error.contains($0.error) }?.id
      #expect(Set(findings.map(\.id)) == [id ?? error])
      #expect(findings.allSatisfy { $0.location != nil && $0.remedy != nil })
    } else {
      #expect(findings == [])
      let expected = (vector.expected ?? []).map(Self.known)
      #expect(Set(packages) == Set(expected))
      #expect(packages.count == expected.count)
    }
  }

  private static func matrix(_ input: Case.Input) throws(Diagnostic) -> V0Matrix {
    let platform = Platform(input.platform)
    var companions: [String: String] = [:]
    for (path, text) in input.files where path.hasPrefix("recipe/") {
      companions[String(path.dropFirst("recipe/".count))] = text
    }
    let names =
      input.config_files
      + (input.files["recipe/conda_build_config.yaml"] == nil
        ? [] : ["recipe/conda_build_config.yaml"])
    var files: [V0VariantFile] = []
    for name in names {
      files.append(
        try V0VariantFile(
          Array((input.files[name] ?? "").utf8), file: name, platform: platform,
          environment: input.env ?? [:]))
    }
    let recipe = V0Recipe(
      input.files["recipe/meta.yaml"] ?? "", file: "recipe/meta.yaml", companions: companions)
    return recipe.matrix(
      of: try V0VariantSpace(files), platform: platform,
      settings: V0Settings(environment: input.env ?? [:]))
  }

  private static let keys = ["name", "version", "noarch", "used_variant", "build_string"]

  /// What of a record is compared.
  private static func known(_ record: RecordedValue) -> RecordedValue {
    var members: [String: RecordedValue] = [:]
    for key in keys { members[key] = record[key] }
    if case .object(let requirements) = record["requirements"] {
      members["requirements"] = .object(requirements.filter { $0.value != .list([]) })
    }
    return .object(members)
  }

  private static func recorded(_ package: V0Package) -> RecordedValue {
    var requirements: [String: RecordedValue] = [:]
    for entry in package.metadata["requirements"]?.map?.entries ?? [] where entry.value.isTruthy {
      requirements[entry.key] = RecordedValue(entry.value)
    }
    return .object([
      "name": .text(package.name), "version": .text(package.version),
      "noarch": package.noarch.map { .text($0) } ?? .null,
      "used_variant": .object(package.usedVariant.mapValues { .text($0) }),
      "build_string": .text(package.buildString), "requirements": .object(requirements),
    ])
  }
}
