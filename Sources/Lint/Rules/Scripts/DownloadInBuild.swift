import Diagnostics
import RecipeModel

/// What a build fetches by itself has no checksum, and conda-forge can't mirror it.
enum DownloadInBuild: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.steps.compactMap { step in
        program(in: step.action).map { .downloadInBuild($0, at: step.location) }
      }
    }
  }

  private static let programs: Set<String> = ["wget", "curl", "wget.exe", "curl.exe"]

  private static func program(in action: ScriptStep.Action) -> String? {
    if case .run(let program, let arguments) = action {
      let name = program.literalText ?? ""
      let clones = name == "git" && arguments.first?.literalText == "clone"
      return programs.contains(name) ? name : clones ? "git clone" : nil
    }
    for text in action.rawTexts {
      for line in text.split(whereSeparator: \.isNewline) {
        let words = line.split { $0.isWhitespace || $0 == ";" || $0 == "&" || $0 == "(" }
        if let word = words.first(where: { programs.contains(String($0)) }) { return String(word) }
        if zip(words, words.dropFirst()).contains(where: { $0 == "git" && $1 == "clone" }) {
          return "git clone"
        }
      }
    }
    return nil
  }
}

extension Diagnostic {
  static func downloadInBuild(_ program: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(program)' fetches something that the recipe doesn't name",
      remedy: "add a Source(url:sha256:) for it, with folder: where it should be")
  }
}
