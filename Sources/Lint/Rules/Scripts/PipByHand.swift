import Diagnostics
import RecipeModel

/// pip in a build must not fetch anything: dependencies are conda's business. And it has to be
/// there.
enum PipByHand: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      var findings: [Diagnostic] = []
      let pip = output.builds(with: "pip", in: .host)
      for step in output.steps where step.script == .build {
        if isUnguarded(step.action) { findings.append(.pipByHand(at: step.location)) }
        guard case .pipInstall = step.action else { continue }
        let builds = output.builds & recipe.matrix.builds(where: step.conditions)
        if !(builds - pip).isEmpty {
          findings.append(.pipNotInHost(output.name, at: step.location))
        }
      }
      return findings
    }
  }

  private static func isUnguarded(_ action: ScriptStep.Action) -> Bool {
    action.rawTexts.contains { text in
      text.split(whereSeparator: \.isNewline).contains { line in
        line.contains("pip install") && !line.contains("--no-deps")
      }
    }
  }
}

extension Diagnostic {
  static func pipByHand(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "pip would fetch what the package depends on into the package itself",
      remedy: "write PipInstall(), which installs without dependencies and isolation")
  }

  static func pipNotInHost(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(output)' is installed by pip, which isn't in host",
      remedy: "add \"pip\" to HostRequirements, with \"python\" and the build backend")
  }
}
