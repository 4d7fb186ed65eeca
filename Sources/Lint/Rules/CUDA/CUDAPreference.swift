import Diagnostics
import RecipeModel

/// Solvers take the build with the higher number: with CUDA, where the machine can use it.
enum CUDAPreference: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let withCUDA = recipe.matrix.builds(where: .cuda)
    return recipe.outputs.compactMap { output in
      guard output.output.cuda != nil, output.output.build.variant.downPrioritize.isEmpty,
        let number = output.output.build.number, number.isReasonable
      else { return nil }
      let values = { (builds: BuildSet) in
        recipe.matrix.contexts(in: builds).map { number.value(in: $0) }
      }
      guard let lowest = values(output.builds & withCUDA).min(),
        let highest = values(output.builds - withCUDA).max(), lowest <= highest
      else { return nil }
      return .cudaNotPreferred(output.name, at: output.output.cuda?.location ?? output.location)
    }
  }
}

extension Diagnostic {
  static func cudaNotPreferred(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "no number or weight makes solvers prefer the CUDA builds of '\(output)' to the others",
      remedy: "leave the offset to CUDA.toolkit, or write BuildNumber(0, adding: 200, when: .cuda)")
  }
}
