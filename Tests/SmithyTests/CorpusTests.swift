import Diagnostics
import Foundation
import Smithy
import Testing

/// Real feedstocks, each with the pinning of its last re-rendering.
///
/// `GENNFORGE_CORPUS` names a folder with `feedstocks/NAME/`, and there `conda-forge.yml`, `recipe/`,
/// `.ci_support/` as conda-smithy left it, `pinning/` with `conda_build_config.yaml` and `migrations/`, and
/// `corpus.json` with conda-smithy's version.
@Suite struct CorpusTests {
  static let folder = ProcessInfo.processInfo.environment["GENNFORGE_CORPUS"]
    .map { URL(filePath: $0).appending(path: "feedstocks") }
    .flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }

  /// Recipes of some others were changed after the re-rendering.
  static let floor = 0.9

  /// What `corpus.json` says about the re-rendering.
  private struct Origin: Decodable {
    var conda_smithy: String
  }

  @Test(.enabled(if: folder != nil, "set GENNFORGE_CORPUS to a folder with feedstocks/"))
  func jobFilesAreCondaSmithys() throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var (count, equal) = (0, 0)
    for name in names {
      let feedstock = folder.appending(path: name)
      let expected = try Self.files(in: feedstock.appending(path: ".ci_support"), below: false)
        .filter { $0.key.hasSuffix(".yaml") }
      guard !expected.isEmpty else { continue }
      count += 1
      let origin = try JSONDecoder().decode(
        Origin.self, from: Data(contentsOf: feedstock.appending(path: "corpus.json")))
      let input = try Self.feedstock(feedstock)
      let release = try SmithyRelease(origin.conda_smithy)
      let result = FeedstockRenderer(input, release: release).rerendering()
      let whole = FeedstockRenderer(input, release: release, explains: true).rerendering()
      #expect(whole.files == result.files, "\(name): part and whole of the pinning differ")
      let different = Set(expected.keys).union(result.files.keys)
        .filter { expected[$0] != result.files[$0].map { Array($0.utf8) } }.sorted()
      if different.isEmpty {
        equal += 1
      } else {
        let errors = result.findings.filter { $0.severity == .error }.map(\.message)
        print("\(name): \(different.count) files differ, as \(different[0])", errors)
      }
    }
    print("\(equal) of \(count) feedstocks have conda-smithy's files")
    #expect(Double(equal) >= Self.floor * Double(count))
  }

  private static func feedstock(_ folder: URL) throws -> Feedstock {
    var files: [String: [UInt8]] = [:]
    let forge = folder.appending(path: "conda-forge.yml")
    files["conda-forge.yml"] = Array(try Data(contentsOf: forge))
    for part in ["recipe", ".ci_support/migrations"] {
      for (path, bytes) in try self.files(in: folder.appending(path: part), below: true) {
        files["\(part)/\(path)"] = bytes
      }
    }
    let pinning = folder.appending(path: "pinning")
    return Feedstock(
      files: files,
      pinning: Array(try Data(contentsOf: pinning.appending(path: "conda_build_config.yaml"))),
      pinningMigrations: try self.files(in: pinning.appending(path: "migrations"), below: false)
        .filter { $0.key.hasSuffix(".yaml") })
  }

  private static func files(in folder: URL, below: Bool) throws -> [String: [UInt8]] {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path) else { return [:] }
    let paths =
      below
      ? try manager.subpathsOfDirectory(atPath: folder.path)
      : try manager.contentsOfDirectory(atPath: folder.path)
    var files: [String: [UInt8]] = [:]
    for path in paths {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      guard manager.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[path] = Array(try Data(contentsOf: file))
    }
    return files
  }
}
