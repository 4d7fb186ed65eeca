import Conda
import Diagnostics
import Foundation
import RecipeModel
import RecipeWriter
import Testing

@testable import RecipeReader

/// Other people's recipes, lifted, written and rendered again.
///
/// `GENNFORGE_CORPUS` names a folder with `v1/` and `conda_build_config.yaml`, `GENNFORGE_CORPUS_OUT`
/// one for the list of what differs.
@Suite struct LiftCorpusTests {
  static let environment = ProcessInfo.processInfo.environment
  static let corpus = environment["GENNFORGE_CORPUS"]
  static let hint = "set GENNFORGE_CORPUS to a folder with v1/ and conda_build_config.yaml"

  @Test(.enabled(if: corpus != nil, "\(hint)")) func v1RendersEqualAfterLifting() async throws {
    let folder = URL(filePath: try #require(Self.corpus))
    let platforms = V1.Platforms(target: Platform("linux-64"))
    let variants = folder.appending(path: "conda_build_config.yaml")
    let configuration = try V1.VariantFile("conda_build_config.yaml", for: platforms).read(
      String(contentsOf: variants, encoding: .utf8))
    let recipes = folder.appending(path: "v1").resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: recipes.path)
      .filter { $0.hasSuffix("recipe.yaml") }.sorted()
    let results = try await withThrowingTaskGroup(of: [String].self) { group in
      for part in 0..<4 {
        group.addTask {
          var lines: [String] = []
          for (index, path) in paths.enumerated() where index % 4 == part {
            let text = try String(contentsOf: recipes.appending(path: path), encoding: .utf8)
            let result = V1RoundTrip(text, configuration, platforms)
            lines.append("\(result.verdict)\t\(path)\t\(result.detail)")
            lines += result.kept.map { "kept\t\(path)\t\($0)" }
          }
          return lines
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    if let out = Self.environment["GENNFORGE_CORPUS_OUT"] {
      try results.sorted().joined(separator: "\n").write(
        toFile: "\(out)/lift-v1.tsv", atomically: true, encoding: .utf8)
    }
    let counts = Dictionary(grouping: results) { $0.prefix { $0 != "\t" } }.mapValues(\.count)
    print(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
    let judged = counts["equal", default: 0] + counts["different", default: 0]
    #expect(judged > 0)
    #expect(counts["equal", default: 0] * 100 >= judged * 98)
  }
}
