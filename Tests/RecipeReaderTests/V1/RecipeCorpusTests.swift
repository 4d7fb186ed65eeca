import PythonEngine
import Testing

@testable import RecipeReader

/// Thousands of real recipes, as far as they are on this machine.
@Suite(
  .enabled(if: RecipeCorpus.isAvailable, "\(RecipeCorpus.hint)"),
  .enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct RecipeCorpusTests {
  @Test func everyRecipeEqualsTheEngines() throws {
    let corpus = try RecipeCorpus()
    let configuration = try corpus.configuration()
    let answers = try corpus.answers()
    #expect(!answers.isEmpty)
    for answer in answers {
      let problems = answer.problems(
        try corpus.text(of: answer), configuration, corpus.platforms)
      #expect(problems.isEmpty, "\(answer.recipe): \(problems.joined(separator: "; "))")
    }
  }
}
