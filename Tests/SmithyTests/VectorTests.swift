import Diagnostics
import Foundation
import Smithy
import Testing

/// conda-smithy's answers to small feedstocks.
struct VectorTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Input: Decodable, Sendable {
      var files: [String: String]
      var pinning: String
      var pinning_migrations: [String: String]?
    }

    struct Job: Decodable, Hashable, Sendable {
      var build_platform: String
      var file: String
      var job: String
      var platform: String
      var upload: Bool
    }

    struct Answer: Decodable, Sendable {
      var ci_support: [String: String]
      var jobs: [Job]
      var migrations_left: [String]
    }

    var id: String
    var input: Input
    var expected: Answer?
    var expected_error: String?
    var testDescription: String { id }
  }

  static let cases: [Case] = {
    do {
      let file = try #require(
        Bundle.module.url(
          forResource: "ci-support", withExtension: "json", subdirectory: "Vectors"))
      return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    } catch {
      Issue.record("ci-support.json can't be read: \(error)")
      return []
    }
  }()

  @Test func allCasesAreThere() { #expect(Self.cases.count == 149) }

  @Test(arguments: cases)
  func equals(_ vector: Case) throws {
    let feedstock = Feedstock(
      files: vector.input.files.mapValues { Array($0.utf8) },
      pinning: Array(vector.input.pinning.utf8),
      pinningMigrations: vector.input.pinning_migrations?.mapValues { Array($0.utf8) })
    let result = FeedstockRenderer(feedstock).rerendering()
    // Explanations know the whole pinning, files are made from a part of it.
    #expect(FeedstockRenderer(feedstock, explains: true).rerendering().files == result.files)
    let errors = result.findings.filter { $0.severity == .error }
    guard let expected = vector.expected else {
      #expect(!errors.isEmpty, "conda-smithy ends with: \(vector.expected_error ?? "")")
      #expect(result.files.isEmpty)
      return
    }
    #expect(errors.isEmpty, "\(errors)")
    #expect(result.files.keys.sorted() == expected.ci_support.keys.sorted())
    for (name, text) in expected.ci_support where result.files[name] != nil {
      #expect(result.files[name] == text, "\(name)")
    }
    let left = vector.input.files.keys.filter { $0.hasPrefix(".ci_support/migrations/") }
      .map { String($0.dropFirst(".ci_support/migrations/".count)) }
      .filter { !result.finishedMigrations.contains($0) }
    #expect(left.sorted() == expected.migrations_left.sorted())
    let jobs = result.jobs.map {
      Case.Job(
        build_platform: $0.buildPlatform, file: $0.name + ".yaml", job: $0.shortName,
        platform: $0.platform, upload: $0.isUploaded)
    }
    #expect(Set(jobs) == Set(expected.jobs))
  }
}
