package import Conda
package import RecipeModel

/// Every build of a recipe on one platform, with what was left out and why.
package struct Matrix: Sendable {
  package var platform: Platform
  package var builds: [RenderedOutput]
  package var skipped: [Skipped]

  package struct Skipped: Hashable, Sendable {
    package var output: String
    package var context: VariantContext
    package var reason: Located<Condition>
  }
}

extension Recipe {
  /// More combinations than this are a mistake, not a matrix.
  package static let largestMatrix = 10_000

  /// How many combinations the axes have on a platform, without making them.
  package func combinationCount(on platform: Platform, axes: [VariantAxis]) -> Int {
    axes.map { max(1, $0.rows(on: platform).count) }.reduce(1) { product, count in
      let (value, overflow) = product.multipliedReportingOverflow(by: count)
      return overflow ? Int.max : value
    }
  }

  /// The product of the axes on one platform, the last axis fastest; none where it is beyond ``largestMatrix``.
  package func contexts(on platform: Platform, axes: [VariantAxis]) -> [VariantContext] {
    guard combinationCount(on: platform, axes: axes) <= Recipe.largestMatrix else { return [] }
    let start = VariantContext(
      platform: platform, buildPlatform: forge.buildPlatforms[platform], values: [:])
    return axes.reduce([start]) { contexts, axis in
      let rows = axis.rows(on: platform)
      guard !rows.isEmpty else { return contexts }
      return contexts.flatMap { context in
        rows.map { row in
          var context = context
          context.values.merge(row.values) { $1 }
          return context
        }
      }
    }
  }

  /// What is built on a platform: each output once for every set of values that it tells apart.
  package func matrix(on platform: Platform) -> Matrix {
    let contexts = contexts(on: platform, axes: completedVariants().axes)
    var matrix = Matrix(platform: platform, builds: [], skipped: [])
    var seen: Set<[String]> = []
    for context in contexts {
      for output in outputs {
        if let reason = output.build.skip.first(where: { $0.value.holds(in: context) }) {
          var used = context
          used.values = used.values.filter { reason.value.keys.contains($0.key) }
          let skip = Matrix.Skipped(output: output.name.value, context: used, reason: reason)
          if !matrix.skipped.contains(skip) { matrix.skipped.append(skip) }
          continue
        }
        let rendered = output.rendered(in: context, of: self)
        if seen.insert(rendered.identity).inserted { matrix.builds.append(rendered) }
      }
    }
    return matrix
  }
}

extension Recipe {
  /// Every build of an output on the usual platforms.
  package func contexts(of output: Output) -> [VariantContext] {
    let axes = completedVariants().axes
    return Platform.usual.flatMap { contexts(on: $0, axes: axes) }.filter { context in
      !output.build.skip.contains { $0.value.holds(in: context) }
    }
  }
}
