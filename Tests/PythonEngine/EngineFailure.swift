/// The engine read the recipe and refused it.
package struct EngineRefusal: Error, Hashable, Sendable, Decodable {
  package var kind: String
  package var message: String
  /// nil when the platform had no part in it.
  package var platform: String?

  private enum Keys: String, CodingKey { case error }
  private enum ErrorKeys: String, CodingKey {
    case kind = "type"
    case message, platform
  }

  package init(from decoder: any Decoder) throws {
    let error = try decoder.container(keyedBy: Keys.self)
      .nestedContainer(keyedBy: ErrorKeys.self, forKey: .error)
    kind = try error.decode(String.self, forKey: .kind)
    message = try error.decode(String.self, forKey: .message)
    platform = try error.decodeIfPresent(String.self, forKey: .platform)
  }
}

/// The script itself failed, or there is no interpreter.
package struct EngineFailure: Error, Hashable, Sendable {
  package var script: String
  package var message: String
}
