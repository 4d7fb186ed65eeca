import Diagnostics
import RecipeModel

/// A comparison with a value that the axis doesn't have.
enum ValueWithoutRow: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.outputs.flatMap { output in
      output.conditions.flatMap { placed in
        placed.condition.leaves.compactMap { leaf in
          guard let (key, value, values) = recipe.missingValue(in: leaf) else { return nil }
          return .valueWithoutRow(
            value, of: key, values: values, at: placed.location ?? output.location)
        }
      }
    }
  }
}

extension CheckedRecipe {
  /// The key and value of an equality that no row of the key's axis fulfils, and the values that it
  /// has.
  func missingValue(
    in leaf: Condition
  ) -> (key: VariantKey, value: String, values: [String])? {
    guard case .value(let key, let value) = leaf, value != "None",
      let axis = recipe.variants.axes.first(where: { $0.keys.contains(key) })
    else { return nil }
    let values = axis.rows.compactMap { $0.values[key] }
    return values.isEmpty || values.contains(value) ? nil : (key, value, values)
  }
}

extension Diagnostic {
  static func valueWithoutRow(
    _ value: String, of key: VariantKey, values: [String], at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "'\(key)' is never '\(value)': its values are \(values.joined(separator: ", "))",
      remedy: nearest(to: value, in: values).map { "did you mean '\($0)'?" }
        ?? "add '\(value)' to the axis, or leave the condition out")
  }
}
