import Diagnostics
import RecipeModel

/// Compiled packages are built once for each Python of the pinning, which a version in the recipe
/// would hide.
enum PinnedPython: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output -> [Diagnostic] in
      guard output.output.build.noarch == nil, output.output.build.script != nil else { return [] }
      return (output.lines(of: "python", in: .host) + output.lines(of: "python", in: .run))
        .compactMap { line in
          guard let spec = line.spec?.literal, !line.isBare else { return nil }
          return .pinnedPython(spec, list: line.list, at: line.location)
        }
    }
  }
}

extension Diagnostic {
  static func pinnedPython(_ spec: String, list: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(spec)' in \(list) overrules the Python that each build is for",
      remedy: "write \"python\", and Skip(Python.version < \"…\") for those that don't work")
  }
}
