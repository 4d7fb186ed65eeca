import Diagnostics
import RecipeModel

/// Keys are names in Jinja and in shells, and values stand in scripts and files' names.
enum VariantNames: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    recipe.recipe.variants.axes.flatMap { axis -> [Diagnostic] in
      let place = axis.location ?? recipe.recipe.name.location
      let keys = axis.keys.compactMap { key in
        EnvironmentName.isValid(key.name) ? nil : Diagnostic.invalidVariantKey(key.name, at: place)
      }
      let values = axis.rows.flatMap { row in
        row.values.sorted { $0.key < $1.key }.compactMap { key, value in
          isValid(value) ? nil : Diagnostic.invalidVariantValue(value, of: key, at: place)
        }
      }
      return keys + values
    }
  }

  /// Pins such as `>=1.2,<2` or `3.12.* *_cpython` are values, too.
  private static func isValid(_ value: String) -> Bool {
    !value.isEmpty && value.first != " " && value.last != " "
      && value.utf8.allSatisfy {
        $0 >= 0x20 && $0 < 0x7F && !"\"'`\\$%^;&{}#()[]".utf8.contains($0)
      }
  }
}

extension Diagnostic {
  static func invalidVariantKey(_ key: String, at place: SourceLocation?) -> Diagnostic {
    let better = String(key.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return Diagnostic(
      .error, at: place, "'\(key)' can't name a variant's key",
      remedy: EnvironmentName.isValid(better)
        ? "write '\(better)'" : "use letters, digits and '_', beginning with a letter")
  }

  static func invalidVariantValue(
    _ value: String, of key: VariantKey, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      value.isEmpty
        ? "a value of '\(key)' is empty" : "'\(value)' of '\(key)' has characters that shells read",
      remedy: "write a version, or a word of letters, digits, '.', '_' and '-'")
  }
}
