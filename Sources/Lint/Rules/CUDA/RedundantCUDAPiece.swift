import Diagnostics
import RecipeModel

/// nvcc as a run requirement brings cudart's headers, CUB and the driver's stub.
enum RedundantCUDAPiece: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let brought = CUDAPart.allCases.filter(\.comesWithNVCC).map(\.developmentPackage)
    return recipe.outputs.flatMap { output -> [Diagnostic] in
      guard let cuda = output.output.cuda, cuda.run.contains(.nvcc) else { return [] }
      return output.lines(.run).compactMap { line in
        guard !line.isDerived, let name = line.name, brought.contains(name) else { return nil }
        return .redundantCudaPiece(name, at: line.location)
      }
    }
  }
}

extension Diagnostic {
  static func redundantCudaPiece(_ name: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "nvcc brings '\(name)' already", remedy: "leave the line out")
  }
}
