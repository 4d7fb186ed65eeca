import Conda
import Diagnostics
import Foundation
import RecipeReader
import Testing
import YAML

/// Real recipes, which lie outside of this repository.
///
/// `GENNFORGE_CORPUS` names a folder; every `meta.yaml` below it is rendered for three platforms with
/// the first value of each key of `GENNFORGE_PINNING` (conda-forge's `conda_build_config.yaml`) and of
/// the file of that name beside the recipe. `GENNFORGE_CORPUS_OUT` names a folder for the results as
/// JSON lines, to be compared with what conda-build says.
@Suite struct CorpusTests {
  static let environment = ProcessInfo.processInfo.environment
  static let corpus = environment["GENNFORGE_CORPUS"]

  @Test(
    .enabled(if: corpus != nil, "set GENNFORGE_CORPUS to a folder of recipes"),
    arguments: ["linux-64", "win-64", "osx-arm64"])
  func rendersEverything(_ subdir: String) throws {
    let platform = Platform(subdir)
    let folder = URL(filePath: try #require(Self.corpus))
    let pinning = try Self.environment["GENNFORGE_PINNING"].map {
      try String(contentsOfFile: $0, encoding: .utf8)
    }
    let base = try pinning.map { try VariantRows.first($0, platform: platform) } ?? V0Variant()
    var counts: [String: Int] = [:]
    var lines = ""
    for path in Self.recipes(in: folder) {
      let result = try Self.render(folder.appending(path: path), base, platform)
      let errors = Set(result.findings.filter { $0.severity == .error }.map(\.id))
      for id in errors { counts[id, default: 0] += 1 }
      counts[errors.isEmpty ? "rendered" : "not rendered", default: 0] += 1
      if Self.environment["GENNFORGE_CORPUS_OUT"] != nil {
        lines += try Self.line(path, result) + "\n"
      }
    }
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) { print(subdir, id, count) }
    if let out = Self.environment["GENNFORGE_CORPUS_OUT"] {
      try lines.write(toFile: "\(out)/\(subdir).jsonl", atomically: true, encoding: .utf8)
    }
    let total = counts["rendered", default: 0] + counts["not rendered", default: 0]
    #expect(total > 0, "no meta.yaml lies below \(folder.path())")
    #expect(counts["rendered", default: 0] * 100 >= total * 98)
  }

  /// `GENNFORGE_CASES` names a file of JSON lines with `recipe` (a folder below the corpus), `platform`
  /// and `variant`: one rendering each.
  @Test(
    .enabled(
      if: corpus != nil && environment["GENNFORGE_CASES"] != nil,
      "set GENNFORGE_CORPUS and GENNFORGE_CASES"))
  func rendersGivenVariants() throws {
    struct Case: Decodable {
      var recipe: String
      var platform: String
      var variant: [String: RecordedValue]
    }
    let folder = URL(filePath: try #require(Self.corpus))
    let file = try #require(Self.environment["GENNFORGE_CASES"])
    var lines = ""
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let row = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      var variant = V0Variant()
      for (key, value) in row.variant {
        switch value {
        case .text(let text): variant.values[key] = text
        case .list(let texts): variant.lists[key] = texts.compactMap(\.asText)
        default: break
        }
      }
      let path = folder.appending(path: row.recipe).appending(path: "recipe/meta.yaml")
      let result = try Self.render(path, variant, Platform(row.platform), ownVariants: false)
      lines += try Self.line(row.recipe, result) + "\n"
    }
    if let out = Self.environment["GENNFORGE_CORPUS_OUT"] {
      try lines.write(toFile: "\(out)/cases.jsonl", atomically: true, encoding: .utf8)
    }
  }

  private static func recipes(in folder: URL) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix("meta.yaml") }.sorted()
  }

  private static func render(
    _ file: URL, _ base: V0Variant, _ platform: Platform, ownVariants: Bool = true
  ) throws -> V0Rendering {
    var companions: [String: String] = [:]
    let folder = file.deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    for name in names {
      companions[name] = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    var variant = base
    if ownVariants {
      variant.values["target_platform"] = platform.subdir
      variant.values["channel_targets"] = "conda-forge main"
    }
    if ownVariants, let own = companions["conda_build_config.yaml"],
      let row = try? VariantRows.first(own, platform: platform)
    {
      variant.values.merge(row.values) { $1 }
      variant.lists.merge(row.lists) { $0 + $1 }
    }
    let recipe = V0Recipe(
      bytes: Array(try Data(contentsOf: file)), file: "meta.yaml", companions: companions)
    return recipe.rendered(
      for: variant, platform: platform, settings: V0Settings(environment: [:]))
  }

  private static func line(_ path: String, _ rendering: V0Rendering) throws -> String {
    let packages = rendering.packages.map { package -> RecordedValue in
      .object([
        "name": .text(package.name), "version": .text(package.version),
        "noarch": package.noarch.map { .text($0) } ?? .null,
        "used_variant": .object(package.usedVariant.mapValues { .text($0) }),
        "build_string": .text(package.buildString), "hash_json": .text(package.hashedText),
        "meta": RecordedValue(package.metadata),
      ])
    }
    let findings = rendering.findings.map { finding -> RecordedValue in
      .object([
        "id": .text(finding.id), "severity": .text(finding.severity.rawValue),
        "message": .text(finding.message), "line": .int(finding.location?.line ?? 0),
      ])
    }
    let record = RecordedValue.object([
      "recipe": .text(path), "packages": .list(packages), "findings": .list(findings),
    ])
    return String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
  }
}
