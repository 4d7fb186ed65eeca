import Diagnostics
import RecipeModel

/// A message about CUDA in the builds without it misleads their users.
enum CUDAMessage: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let withoutCUDA = recipe.matrix.builds(where: !.cuda)
    return recipe.outputs.flatMap { output -> [Diagnostic] in
      guard output.output.cuda != nil else { return [] }
      let other = output.builds & withoutCUDA
      let own = output.builds - withoutCUDA
      return output.steps.compactMap { step in
        guard case .message(let lines) = step.action, lines.contains(where: \.speaksOfCUDA) else {
          return nil
        }
        let builds = recipe.matrix.builds(where: step.conditions)
        guard builds.intersects(other), builds.intersects(own) else { return nil }
        return .misplacedCudaMessage(at: step.location)
      }
    }
  }
}

extension ScriptText {
  fileprivate var speaksOfCUDA: Bool {
    parts.contains { if case .literal(let text) = $0 { text.contains("CUDA") } else { false } }
  }
}

extension Diagnostic {
  static func misplacedCudaMessage(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "users of the builds without CUDA read this, too",
      remedy: "put the link script under when(.cuda)")
  }
}
