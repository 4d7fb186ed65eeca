import Conda
import Testing

/// conda's and rattler's recorded answers about versions.
@Suite struct VersionVectorTests {
  struct Case: Decodable, Sendable {
    let id: String
    let input: Input
    let expected: Expected

    struct Input: Decodable, Sendable {
      let a: String?
      let b: String?
      let version: String?
      let versions: [String]?
    }

    enum Expected: Decodable, Sendable {
      case order(conda: Answer<Int>, rattler: Answer<Int>)
      case parse(conda: Parsed, rattler: Parsed)
      case groups([[String]])

      private enum Key: String, CodingKey { case conda, rattler }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let groups = try? container.decode([[String]].self, forKey: .conda) {
          self = .groups(groups)
        } else if let conda = try? container.decode(Parsed.self, forKey: .conda) {
          self = .parse(
            conda: conda, rattler: try container.decode(Parsed.self, forKey: .rattler))
        } else {
          self = .order(
            conda: try container.decode(Answer<Int>.self, forKey: .conda),
            rattler: try container.decode(Answer<Int>.self, forKey: .rattler))
        }
      }
    }

    struct Parsed: Decodable, Sendable {
      let normalised: String?
      let error: String?
    }
  }

  private func check(_ item: Case, _ dialect: Dialect, _ answer: Answer<Int>) throws {
    let (a, b) = (try #require(item.input.a), try #require(item.input.b))
    let place = "\(item.id) \(dialect): \(a) and \(b)"
    do {
      let (x, y) = (try Version(a, dialect: dialect), try Version(b, dialect: dialect))
      #expect(answer == .value(x < y ? -1 : x == y ? 0 : 1), "\(place)")
      if x == y { #expect(x.hashValue == y.hashValue, "\(place)") }
    } catch {
      #expect(answer.isError, "\(place): \(error)")
    }
  }

  @Test func everyAnswer() throws {
    let cases = try VectorFile<Case>("version-order").cases
    var counts = (order: 0, parse: 0, sorted: 0)
    for item in cases {
      switch item.expected {
      case .order(let conda, let rattler):
        try check(item, .conda, conda)
        try check(item, .rattler, rattler)
        counts.order += 1
      case .parse(let conda, let rattler):
        let text = try #require(item.input.version)
        check(item.id, text, .conda, conda)
        check(item.id, text, .rattler, rattler)
        counts.parse += 1
      case .groups(let groups):
        try check(groups, of: try #require(item.input.versions))
        counts.sorted += 1
      }
    }
    #expect(counts == (627, 46, 1))
  }

  private func check(_ id: String, _ text: String, _ dialect: Dialect, _ expected: Case.Parsed) {
    let version = try? Version(text, dialect: dialect)
    #expect((version == nil) == (expected.error != nil), "\(id) \(dialect): '\(text)'")
    if let version, let normalised = expected.normalised {
      #expect(version.canonical(dialect) == normalised, "\(id) \(dialect): '\(text)'")
      #expect(version.text == text)
    }
  }

  private func check(_ groups: [[String]], of texts: [String]) throws {
    let versions = try texts.map { try Version($0) }.sorted()
    var found: [[Version]] = []
    for version in versions {
      if let last = found.last?.first, last == version {
        found[found.count - 1].append(version)
      } else {
        found.append([version])
      }
    }
    #expect(found.map { Set($0.map(\.text)) } == groups.map(Set.init))
  }
}
