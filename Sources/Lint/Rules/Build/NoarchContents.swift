import Diagnostics
import RecipeModel

/// One `noarch` build serves every platform, so nothing in it may depend on one.
enum NoarchContents: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      guard output.output.build.noarch != nil else { return [] }
      var findings: [Diagnostic] = []
      for line in output.lines {
        if case .compiler = line.requirement {
          findings.append(.compilerInNoarch(output.name, at: line.location))
        }
      }
      for condition in output.conditions where condition.kind == .list && readsPlatform(condition) {
        findings.append(.platformInNoarch(output.name, at: condition.location))
      }
      let scripts = output.output.linkScripts.guarded()
      findings += scripts.map { .linkScriptInNoarch(output.name, at: $0.value.location) }
      return findings
    }
  }

  private static func readsPlatform(_ placed: PlacedCondition) -> Bool {
    placed.condition.leaves.contains { if case .platform = $0 { true } else { false } }
  }
}

extension Diagnostic {
  static func compilerInNoarch(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(output)' is compiled, and noarch says that it fits every platform",
      remedy: "leave Noarch out, or the compiler")
  }

  static func platformInNoarch(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(output)' is built once for all platforms, so this is decided on one of them",
      remedy: "leave Noarch out, or ask for the same everywhere")
  }

  static func linkScriptInNoarch(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda looks for link scripts in another folder on each system",
      remedy: "leave Noarch out of '\(output)', or the link script")
  }
}
