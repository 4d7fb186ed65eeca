import Foundation
import Testing

/// Recorded answers of the real tools: an array of cases, one JSON file a family.
struct VectorFile<Case: Decodable & Sendable>: Sendable {
  let cases: [Case]

  init(_ name: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors"))
    cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
  }
}

/// What a tool said: an answer, or an error.
enum Answer<Value: Decodable & Sendable & Equatable>: Decodable, Sendable, Equatable {
  case value(Value)
  case error(String)

  private struct Failure: Decodable { let error: String }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Value.self) {
      self = .value(value)
    } else if let text = try? container.decode(String.self) {
      self = .error(text)
    } else {
      self = .error(try container.decode(Failure.self).error)
    }
  }

  var isError: Bool { if case .error = self { true } else { false } }
}
