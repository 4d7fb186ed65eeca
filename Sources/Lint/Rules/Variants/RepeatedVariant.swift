import Conda
import Diagnostics
import RecipeModel

/// One axis for each key, and each row of it once.
enum RepeatedVariant: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    var first: [VariantKey: SourceLocation?] = [:]
    var findings: [Diagnostic] = []
    for axis in recipe.recipe.variants.axes {
      let place = axis.location ?? recipe.recipe.name.location
      for key in axis.keys {
        if let earlier = first.updateValue(axis.location, forKey: key) {
          findings.append(.repeatedKey(key, first: earlier, at: place))
        }
      }
      let rows = recipe.matrix.platforms.lazy.compactMap { platform in
        repeated(in: axis.rows(on: platform))
      }
      if let row = rows.first {
        let values = axis.keys.compactMap { row.values[$0] }
        findings.append(.repeatedRow(values, keys: axis.keys, at: place))
      }
    }
    return findings
  }

  private static func repeated(in rows: [VariantAxis.Row]) -> VariantAxis.Row? {
    var seen: Set<[VariantKey: String]> = []
    // Two lists of CUDA versions both bring the build without CUDA.
    return rows.first { row in
      !seen.insert(row.values).inserted && !row.values.values.allSatisfy { $0 == "None" }
    }
  }
}

extension Diagnostic {
  static func repeatedKey(
    _ key: VariantKey, first: SourceLocation?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the key '\(key)' has two axes",
      remedy: "keep one with all values; Zipped ties keys that go together",
      notes: [Note("the first one is here", at: first)])
  }

  static func repeatedRow(
    _ values: [String], keys: [VariantKey], at place: SourceLocation?
  ) -> Diagnostic {
    let names = keys.map(\.name).joined(separator: ", ")
    return Diagnostic(
      .warning, at: place,
      "\(names) has the value \(values.joined(separator: ", ")) twice on a platform",
      remedy: "leave one of them out: both make the same build")
  }
}
