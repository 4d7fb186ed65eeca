public import GeNNForge

/// Every recipe of this project, under the names that `gennforge` takes.
public let allRecipes: [(name: String, recipe: Recipe)] = [
  ("pygenn", pygenn),
  ("pygenn-legacy", pygennLegacy),
]
