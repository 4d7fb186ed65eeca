import Conda
import Foundation
import PythonEngine
import Testing

@testable import RecipeReader

/// Feedstocks below the folder that `GENNFORGE_CORPUS` names, each with `recipe/recipe.yaml` and the
/// variants that conda-smithy chose for it in `.ci_support`.
@Suite(
  .enabled(
    if: RecipeCorpus.hasFeedstocks, "\(RecipeCorpus.variable) names no folder of feedstocks"),
  .enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct FeedstockTests {
  @Test func everyVariantEqualsTheEngines() throws {
    let folder = try #require(RecipeCorpus.folder)
    let answers = try EngineAnswer.all([folder.path, "--feedstocks"])
    #expect(!answers.isEmpty)
    for answer in answers {
      let file = try #require(answer.variants)
      let platforms = V1.Platforms(target: Platform(try #require(answer.platform)))
      let configuration = try V1.VariantFile(file, for: platforms).read(
        String(contentsOf: folder.appending(path: file), encoding: .utf8))
      let recipe = try String(contentsOf: folder.appending(path: answer.recipe), encoding: .utf8)
      let problems = answer.problems(recipe, configuration, platforms)
      #expect(problems.isEmpty, "\(file): \(problems.joined(separator: "; "))")
    }
  }
}
