import Foundation
import Testing

enum Vectors {
  static func load<Case: Decodable>(_ name: String) -> [Case] {
    do {
      let file = try #require(
        Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors"))
      return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    } catch {
      Issue.record("\(name).json can't be read: \(error)")
      return []
    }
  }
}
