import Conda
import Foundation
import PythonEngine
import Testing

@testable import RecipeReader

/// The engine and we have to agree on mistakes too: both refuse a recipe, or both render the same.
@Suite(.enabled(if: PythonEngine.isAvailable, "\(PythonEngine.hint)"))
struct RecipeMutationTests {
  static let variants = """
    python: ["3.11.* *_cpython", "3.12.* *_cpython"]
    numpy: ["2"]
    mpi: [nompi, openmpi]
    cuda: ["true"]
    c_compiler: [gcc]
    c_compiler_version: [15]
    c_stdlib: [sysroot]
    c_stdlib_version: ["2.17"]
    cdt_name: [conda]
    """

  @Test func mutatedCases() throws {
    try compare(
      RenderCase.all("render-v1").compactMap { $0.input.files["recipe/recipe.yaml"] })
  }

  @Test(.enabled(if: RecipeCorpus.isAvailable, "\(RecipeCorpus.hint)"))
  func mutatedRealRecipes() throws {
    try compare(try RecipeCorpus().texts().filter { $0.utf8.count < 6_000 })
  }

  private func compare(_ bases: [String]) throws {
    let seed = Self.seed
    var mutator = RecipeMutator(bases: bases, seed: seed)
    let recipes = (0..<Self.count).map { _ in mutator.next() }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, recipe) in recipes.enumerated() {
      let place = folder.appending(path: "v1/\(100_000 + index)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(recipe.utf8).write(to: place.appending(path: "recipe.yaml"))
    }
    try Data(Self.variants.utf8).write(to: folder.appending(path: "variants.yaml"))
    let corpus = RecipeCorpus(
      recipes: folder.appending(path: "v1"), variants: folder.appending(path: "variants.yaml"))
    let configuration = try corpus.configuration()
    let answers = try corpus.answers()
    #expect(answers.count == recipes.count)
    for answer in answers {
      let text = try corpus.text(of: answer)
      let problems = answer.problems(text, configuration, corpus.platforms)
      #expect(problems.isEmpty, "\(problems.joined(separator: "; "))\n\(text)")
    }
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let seed = environment["GENNFORGE_SEED"].flatMap { UInt64($0) } ?? 1
  private static let count = environment["GENNFORGE_COUNT"].flatMap { Int($0) } ?? 300
}
