import Conda
import Diagnostics
import Foundation
import RecipeModel
import RecipeWriter
import Testing

@testable import RecipeReader

/// Other people's recipes, lifted, written and rendered again.
///
/// `GENNFORGE_CORPUS` names a folder with `v0/`, `v1/` and `conda_build_config.yaml`, `GENNFORGE_CORPUS_OUT`
/// one for the list of what differs.
@Suite struct LiftCorpusTests {
  static let environment = ProcessInfo.processInfo.environment
  static let corpus = environment["GENNFORGE_CORPUS"].flatMap { folder in
    ["v0", "v1", "conda_build_config.yaml"].allSatisfy {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    } ? folder : nil
  }
  static let hint = "set GENNFORGE_CORPUS to a folder with v0/, v1/ and conda_build_config.yaml"

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
            if result.verdict == "equal" {
              try Self.write(result.swift, result.recipe, "R\(index)")
            }
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
    try Self.writeTable()
    let counts = Dictionary(grouping: results) { $0.prefix { $0 != "\t" } }.mapValues(\.count)
    print(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
    let judged = counts["equal", default: 0] + counts["different", default: 0]
    #expect(judged > 0)
    #expect(counts["equal", default: 0] * 100 >= judged * 98)
  }

  /// Every recipe of `v0/`, or with `GENNFORGE_CORPUS_STEP` every so manieth.
  @Test(.enabled(if: corpus != nil, "\(hint)")) func v0RendersEqualAfterLifting() async throws {
    let folder = URL(filePath: try #require(Self.corpus))
    let platform = Platform("linux-64")
    let text = try String(
      contentsOf: folder.appending(path: "conda_build_config.yaml"), encoding: .utf8)
    let configuration = try V1.VariantFile(
      "conda_build_config.yaml", for: V1.Platforms(target: platform)
    ).read(text)
    var values = ["target_platform": platform.subdir]
    for (key, list) in configuration.values { values[key.spelling] = list.first?.description }
    let variant = V0Variant(values)
    let recipes = folder.appending(path: "v0").resolvingSymlinksInPath()
    let step = Int(Self.environment["GENNFORGE_CORPUS_STEP"] ?? "") ?? 1
    let paths = try FileManager.default.subpathsOfDirectory(atPath: recipes.path)
      .filter { $0.hasSuffix("meta.yaml") }.sorted().enumerated()
      .filter { $0.offset % step == 0 }.map(\.element)
    let results = try await withThrowingTaskGroup(of: [String].self) { group in
      for part in 0..<4 {
        group.addTask {
          var lines: [String] = []
          for (index, path) in paths.enumerated() where index % 4 == part {
            guard
              let text = try? String(contentsOf: recipes.appending(path: path), encoding: .utf8)
            else { continue }
            let result = V0RoundTrip(text, variant, platform)
            lines.append("\(result.verdict)\t\(path)\t\(result.detail)")
            if result.verdict == "equal" {
              try Self.write(result.swift, result.recipe, "M\(index)")
            }
          }
          return lines
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    try Self.writeTable()
    if let out = Self.environment["GENNFORGE_CORPUS_OUT"] {
      try results.sorted().joined(separator: "\n").write(
        toFile: "\(out)/lift-v0.tsv", atomically: true, encoding: .utf8)
    }
    let counts = Dictionary(grouping: results) { $0.prefix { $0 != "\t" } }.mapValues(\.count)
    print(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
    #expect(counts["equal", default: 0] * 100 >= results.count * 60)
  }

  /// For compiling all of it: one file of Swift a recipe, what it must be compiled to, and a table.
  private static func write(_ swift: String, _ recipe: String, _ name: String) throws {
    guard let out = environment["GENNFORGE_CORPUS_OUT"] else { return }
    for folder in ["swift", "recipes"] {
      try FileManager.default.createDirectory(
        atPath: "\(out)/\(folder)", withIntermediateDirectories: true)
    }
    let code = "import GeNNForge\n\nenum \(name) {\n\(swift)}\n"
      .replacing("public let ", with: "static let ")
    try code.write(toFile: "\(out)/swift/\(name).swift", atomically: true, encoding: .utf8)
    try recipe.write(toFile: "\(out)/recipes/\(name).yaml", atomically: true, encoding: .utf8)
  }

  private static func writeTable() throws {
    guard let out = environment["GENNFORGE_CORPUS_OUT"] else { return }
    var lines = ""
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(out)/swift") {
      let text = try String(contentsOfFile: "\(out)/swift/\(file)", encoding: .utf8)
      guard let start = text.firstRange(of: "static let "),
        let end = text[start.upperBound...].firstRange(of: " =")
      else { continue }
      let name = file.dropLast(6)
      lines += "  (\"\(name)\", \(name).\(text[start.upperBound..<end.lowerBound])),\n"
    }
    try "import GeNNForge\n\nlet all: [(String, Recipe)] = [\n\(lines)]\n".write(
      toFile: "\(out)/table.swift", atomically: true, encoding: .utf8)
  }
}
