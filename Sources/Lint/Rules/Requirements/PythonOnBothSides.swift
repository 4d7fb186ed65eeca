import Diagnostics
import RecipeModel

/// A package that is built with Python runs with it, and the other way round.
enum PythonOnBothSides: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      let host = output.lines(of: "python", in: .host)
      let run = output.lines(of: "python", in: .run)
      let hostBuilds = output.union(host)
      let runBuilds = output.union(run)
      var findings: [Diagnostic] = []
      if let line = host.first, !(hostBuilds - runBuilds).isEmpty {
        findings.append(.pythonNotInRun(output.name, at: line.location))
      }
      if let line = run.first, output.output.build.script != nil,
        !(runBuilds - hostBuilds).isEmpty
      {
        findings.append(.pythonNotInHost(output.name, at: line.location))
      }
      return findings
    }
  }
}

extension Diagnostic {
  static func pythonNotInRun(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(output)' has python in host but not in run, so any Python would do",
      remedy: "add \"python\" to RunRequirements, for the same builds")
  }

  static func pythonNotInHost(_ output: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "'\(output)' runs with Python but isn't built with it",
      remedy: "add \"python\" to HostRequirements, for the same builds")
  }
}
