import Diagnostics
import RecipeModel

/// `pip check` finds the dependencies that a Python package declares and the recipe forgets.
enum PipCheck: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.compactMap { output in
      guard output.pipInstalls, !output.output.tests.isEmpty else { return nil }
      let isChecked = output.output.tests.guarded().contains { test in
        switch test.value.value {
        case .python(let python): python.pipCheck
        case .commands(let commands):
          commands.commands.guarded().contains { $0.value.value.contains("pip check") }
        case .kept(let value): "\(value)".contains("pip check")
        case .contents, .downstream: false
        }
      }
      let place = output.output.tests.guarded().first?.value.location
      return isChecked ? nil : .missingPipCheck(output.name, at: place ?? output.location)
    }
  }
}

extension Diagnostic {
  static func missingPipCheck(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "no test runs `pip check`, so a forgotten requirement of '\(output)' passes",
      remedy: "add Imports(\"…\") to Tests, which runs it")
  }
}
