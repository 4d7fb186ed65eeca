import Conda
import Testing

/// conda's and rattler's recorded answers about version specs and match specs.
@Suite struct MatchSpecVectorTests {
  struct Case: Decodable, Sendable {
    let id: String
    let input: Input
    let expected: Expected

    struct Input: Decodable, Sendable {
      let version_spec: String?
      let versions: [String]?
      let spec: String?
      let name: String?
      let version: String?
      let build: String?
      let build_number: UInt64?
    }

    enum Expected: Decodable, Sendable {
      case versions([Dialect: Answer<[String: Bool]>])
      case record([Dialect: Answer<Bool>])
      case canonical([Dialect: String?])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let answers = try? container.decode([String: Answer<Bool>].self) {
          let isText = answers.values.contains {
            if case .error(let text) = $0 { !text.hasPrefix("error: ") } else { false }
          }
          if !isText, answers.count == 3 {
            self = .record(try Self.byDialect(answers))
            return
          }
        }
        if let answers = try? container.decode([String: Answer<[String: Bool]>].self),
          answers.count == 3
        {
          self = .versions(try Self.byDialect(answers))
        } else {
          self = .canonical(try Self.byDialect(container.decode([String: String?].self)))
        }
      }

      private static func byDialect<T>(_ answers: [String: T]) throws -> [Dialect: T] {
        let names: [String: Dialect] = [
          "conda": .conda, "rattler_lenient": .rattler, "rattler_strict": .rattlerStrict,
        ]
        var found: [Dialect: T] = [:]
        for (name, answer) in answers { found[try #require(names[name])] = answer }
        return found
      }
    }
  }

  @Test func everyAnswer() throws {
    var counts = (versions: 0, record: 0, canonical: 0)
    for item in try VectorFile<Case>("match-spec").cases {
      switch item.expected {
      case .versions(let answers):
        counts.versions += 1
        #expect(answers.count == 3)
        for (dialect, answer) in answers { try check(item, dialect, answer) }
      case .record(let answers):
        counts.record += 1
        #expect(answers.count == 3)
        for (dialect, answer) in answers { try check(item, dialect, answer) }
      case .canonical(let answers):
        counts.canonical += 1
        #expect(answers.count == 2)
        for (dialect, text) in answers { try check(item, dialect, canonical: text) }
      }
    }
    #expect(counts == (120, 933, 97))
  }

  private func check(
    _ item: Case, _ dialect: Dialect, _ answer: Answer<[String: Bool]>
  ) throws {
    let text = try #require(item.input.version_spec)
    let place = "\(item.id) \(dialect): '\(text)'"
    do {
      let spec = try VersionSpec(text, dialect: dialect)
      guard case .value(let expected) = answer else {
        Issue.record("\(place) should be an error")
        return
      }
      for (version, matches) in expected {
        let version = try Version(version, dialect: dialect)
        #expect(spec.matches(version) == matches, "\(place) and \(version)")
      }
    } catch let error as VersionSpecError {
      #expect(answer.isError, "\(place): \(error)")
      expectMissingRangeSpecifier(answer, error, place)
    }
  }

  private func check(_ item: Case, _ dialect: Dialect, _ answer: Answer<Bool>) throws {
    let text = try #require(item.input.spec)
    let place = "\(item.id) \(dialect): '\(text)'"
    do {
      let spec = try MatchSpec(text, dialect: dialect)
      let record = PackageRecord(
        name: try #require(item.input.name),
        version: try Version(try #require(item.input.version), dialect: dialect),
        build: try #require(item.input.build), buildNumber: try #require(item.input.build_number),
        channel: "conda-forge", subdir: "linux-64")
      guard case .value(let expected) = answer else {
        Issue.record("\(place) should be an error")
        return
      }
      #expect(spec.matches(record) == expected, "\(place) and \(record.version) \(record.build)")
    } catch let error as MatchSpecError {
      #expect(answer.isError, "\(place): \(error)")
      expectMissingRangeSpecifier(answer, error, place)
    }
  }

  /// The one message that people meet when they write recipes; ours has its remedy too.
  private func expectMissingRangeSpecifier<Value>(
    _ answer: Answer<Value>, _ error: some NotationError, _ place: String
  ) {
    guard case .error(let text) = answer, let start = text.firstRange(of: "missing range") else {
      return
    }
    let said = text[start.lowerBound...].split(separator: ".  Did", maxSplits: 1)[0]
    let expected = said.prefix { $0 != "?" }.split(separator: ". Did you mean ")[0]
    #expect(error.message == String(expected), "\(place)")
  }

  private func check(_ item: Case, _ dialect: Dialect, canonical: String?) throws {
    let text = try #require(item.input.spec)
    let place = "\(item.id) \(dialect): '\(text)'"
    do {
      let found = try MatchSpec(text, dialect: dialect).canonical
      guard let canonical else {
        Issue.record("\(place) should be an error")
        return
      }
      // conda looks for a local file relative to where it runs.
      if canonical == "*[url=file://PATH]" {
        #expect(found.hasPrefix("*[url=file://"), "\(place)")
      } else {
        #expect(found == canonical, "\(place)")
      }
    } catch {
      #expect(canonical == nil, "\(place): \(error)")
    }
  }
}
