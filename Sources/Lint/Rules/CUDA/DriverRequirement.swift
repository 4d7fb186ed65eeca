import Diagnostics
import RecipeModel

/// `__cuda` stands for the machine's driver. As a run requirement it keeps the build from machines
/// without one; as a constraint it says nothing there.
enum DriverRequirement: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      let required = output.builds(with: "__cuda", in: .run)
      let idle = output.lines(of: "__cuda", in: .constraints).first {
        !($0.builds - required).isEmpty
      }
      let versioned = output.lines.filter { $0.name == "__cuda" && !$0.isBare && !$0.isDerived }
      return (idle.map { [.driverOnlyConstrained(output.name, at: $0.location)] } ?? [])
        + versioned.map { .driverVersionByHand($0.spec?.literal ?? "__cuda", at: $0.location) }
    }
  }
}

extension Diagnostic {
  static func driverOnlyConstrained(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "a constraint on __cuda lets machines without a driver install '\(output)'",
      remedy: "write \"__cuda\" in RunRequirements, or CUDA.toolkit, which does")
  }

  static func driverVersionByHand(_ spec: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(spec)' refuses drivers of the same major version, which would do",
      remedy: "write \"__cuda\" alone: cuda-version says which driver is needed")
  }
}
