import Diagnostics
import RecipeModel

/// A test that ends with success before it has tested anything passes on every CI machine without a
/// GPU.
enum EarlySuccess: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let files = Dictionary(
      recipe.recipe.files.map { ($0.value.path, $0) }, uniquingKeysWith: { first, _ in first })
    return recipe.outputs.flatMap { output in
      output.output.tests.guarded().flatMap { test -> [Diagnostic] in
        guard case .commands(let commands) = test.value.value else { return [] }
        let place = test.value.location ?? output.location
        let texts =
          commands.commands.guarded().map { ($0.value.value, $0.value.location ?? place) }
          + commands.files.guarded().compactMap { files[$0.value.value] }
          .map { ($0.value.text, $0.location ?? place) }
        return texts.compactMap { endsEarly($0) ? .earlySuccess(at: $1) : nil }
      }
    }
  }

  private static func endsEarly(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      guard line.drop(while: \.isWhitespace).first != "#" else { return false }
      let words = line.split { $0.isWhitespace || $0 == ";" || $0 == "&" || $0 == "\"" }
      let calls = ["sys.exit(0)", "sys.exit()", "exit(0)", "quit()"]
      return words.contains { calls.contains(String($0)) }
        || zip(words, words.dropFirst()).contains { $0 == "exit" && $1 == "0" }
        || zip(words, words.dropFirst(2)).contains { $0 == "exit" && $1 == "0" }
    }
  }
}

extension Diagnostic {
  static func earlySuccess(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the test can end with success before it has tested anything",
      remedy: "test first what needs no device, and say what wasn't run; KernelTests does")
  }
}
