package import Conda
package import RecipeModel
import Variants

/// A recipe with what the rules ask of it, worked out once.
package struct CheckedRecipe: Sendable {
  let recipe: Recipe
  /// The builds with the values that the recipe names, and conda-forge's for other keys.
  let matrix: BuildMatrix
  let outputs: [CheckedOutput]
  /// Those of the recipe's axes and of conda-forge's pinning.
  let knownKeys: Set<VariantKey>
  /// Of the tools that have to read it.
  let dialects: [Dialect]

  package init(_ recipe: Recipe, dialects: [Dialect]) {
    self.recipe = recipe
    self.dialects = dialects
    knownKeys = PinningSnapshot.knownKeys.union(recipe.variants.axes.flatMap(\.keys))
      .union(recipe.keysOfOwnFiles)
    let placed = recipe.outputs.map(\.placedConditions)
    let shared = recipe.sources.placed()
    let conditions = (placed.flatMap { $0 } + shared).map(\.condition)
    let matrix = BuildMatrix(recipe, knowing: conditions)
    self.matrix = matrix
    outputs = zip(recipe.outputs, placed).map {
      CheckedOutput($0, conditions: $1 + shared, in: matrix)
    }
  }

  /// The builds with conda-forge's values also for the keys that are conda-forge's to decide; nil
  /// where that is no difference.
  func matrixOfThePinning() -> BuildMatrix? {
    let own = recipe.variants.axes.filter { $0.origin == .recipe }
    guard own.count < recipe.variants.axes.count else { return nil }
    var other = recipe
    other.variants.axes = own
    return BuildMatrix(other, knowing: [])
  }

  /// The sources of one output: its own and those of the recipe.
  func sources(of output: Output) -> [Guarded<Source>] {
    recipe.sources.guarded() + output.sources.guarded()
  }

  /// Every source with its place.
  var sources: [Located<Source>] {
    recipe.sources.guarded().map(\.value)
      + outputs.flatMap { $0.output.sources.guarded().map(\.value) }
  }

  /// A match spec or another text as one of the builds sees it; keys without a value there count as
  /// `1`.
  func resolved(_ text: Text, of output: Output, in builds: BuildSet) -> String {
    let keys = text.keys
    let context = matrix.contexts(in: builds).first { context in
      keys.allSatisfy { context.values[$0].map { $0 != "None" } ?? false }
    }
    return text.resolved { reference in
      switch reference {
      case .version: output.version?.value ?? recipe.version.value
      case .buildNumber: String(output.build.number?.base ?? recipe.buildNumber.value)
      case .hash: "1234567"
      case .targetPlatform: context?.platform.subdir ?? "linux-64"
      case .variant(let key): context?.values[key] ?? "1"
      case .digits(let key): (context?.version(of: key) ?? "1").filter { $0 != "." }
      }
    }
  }
}

extension Recipe {
  /// What variant files of the author's own give values to.
  fileprivate var keysOfOwnFiles: [VariantKey] {
    files.filter { RecipeFile.variantFiles.contains($0.value.path) }
      .flatMap { $0.value.text.split(whereSeparator: \.isNewline) }
      .compactMap { line in
        let key = line.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
        return line.dropFirst(key.count).first == ":" ? VariantKey(String(key)) : nil
      }
  }
}
