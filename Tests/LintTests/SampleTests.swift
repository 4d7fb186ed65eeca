import GeNNForge
import Recipes
import Testing

struct SampleTests {
  @Test func samplesHaveNoFindings() {
    expectNone(in: Recipe("box", version: "1.2.0") { box() })
    expectNone(in: Recipe("note", version: "1.2.0") { note() })
    expectNone(
      in: Recipe("kernels-split", version: "1.2.0") {
        FeedstockName("kernels")
        Variants { toolkits() }
        Output("kernels") { kernels() }
        Output("leaf") { leaf("leaf") }
        facts()
      })
  }

  @Test(arguments: allRecipes.map(\.name)) func ourRecipesHaveNoFindings(name: String) {
    for (own, recipe) in allRecipes where own == name { expectNone(in: recipe) }
  }
}
