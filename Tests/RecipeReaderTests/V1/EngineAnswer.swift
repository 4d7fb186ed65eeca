import Conda
import Diagnostics
import Foundation
import PythonEngine

@testable import RecipeReader

/// What the engine made of one recipe with one variant configuration.
struct EngineAnswer: Decodable {
  let recipe: String
  /// The file in `.ci_support` and its platform, when the answer is about a feedstock.
  let variants: String?
  let platform: String?
  let seconds: Double
  let outputs: [RenderCase.Output]?
  let error: String?

  static func all(_ arguments: [String]) throws -> [EngineAnswer] {
    try PythonEngine().output(of: "render_v1_oracle.py", arguments)
      .split(separator: UInt8(ascii: "\n"))
      .map { try JSONDecoder().decode(EngineAnswer.self, from: $0) }
  }

  /// What our rendering has wrong.
  func problems(
    _ text: String, _ configuration: V1.VariantConfiguration, _ platforms: V1.Platforms
  ) -> [String] {
    RenderCase.problems(expected: outputs, error: error) {
      let (recipe, findings) = V1.Recipe.read(text, file: self.recipe)
      guard let recipe else { throw findings.firstError }
      return try recipe.render(configuration, for: platforms).outputs
    }
  }
}
