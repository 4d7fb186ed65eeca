import Conda
import Smithy
import Testing

/// The work grows with the variants that are used, whatever the pinning allows besides.
struct WorkTests {
  private static let recipe = """
    package:
      name: grid
      version: 1.0
    build:
      number: 0
    requirements:
      host:
        - mesh
    """
  private static let modern = """
    package:
      name: grid
      version: 1.0
    requirements:
      host:
        - mesh
    """

  private func rerendering(unused: Int, used: Int = 5, modern: Bool) -> Rerendering {
    var pinning = "mesh:\n" + (0..<used).map { "  - 1.\($0)\n" }.joined()
    for key in 0..<unused { pinning += "unused_\(key):\n  - a\n  - b\n" }
    let feedstock = Feedstock(
      files: [
        "conda-forge.yml": Array(
          (modern ? "conda_build_tool: rattler-build\n" : "").utf8),
        modern ? "recipe/recipe.yaml" : "recipe/meta.yaml": Array(
          (modern ? Self.modern : Self.recipe).utf8),
      ], pinning: Array(pinning.utf8))
    return FeedstockRenderer(feedstock).rerendering(only: .linux64)
  }

  @Test(arguments: [false, true])
  func aBillionUnusedCombinationsCostNothing(modern: Bool) {
    let few = rerendering(unused: 1, modern: modern)
    let many = rerendering(unused: 30, modern: modern)
    #expect(few.files.count == 5, "\(few.findings)")
    #expect(few.files == many.files)
    #expect(few.renderedVariants == many.renderedVariants)
    #expect(many.renderedVariants <= 6)
  }

  @Test(arguments: [false, true])
  func workIsLinearInWhatIsUsed(modern: Bool) {
    let few = rerendering(unused: 3, used: 10, modern: modern)
    let many = rerendering(unused: 3, used: 100, modern: modern)
    #expect(many.files.count == 100)
    #expect(many.renderedVariants <= few.renderedVariants * 10)
  }
}
