import Conda
import Diagnostics
import RecipeModel

/// Licences are SPDX expressions, with the identifiers that SPDX uses today.
enum LicenseExpression: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let abouts = [recipe.recipe.about] + recipe.recipe.outputs.map(\.about)
    return abouts.flatMap { about -> [Diagnostic] in
      guard let license = about.license, !license.value.allSatisfy(\.isWhitespace),
        let text = recipe.plain(license.value)
      else { return [] }
      do throws(SPDXExpressionError) {
        let expression = try SPDXExpression(text)
        return expression.deprecations.map {
          .deprecatedLicense($0.message, $0.remedy, at: license.location)
        }
      } catch {
        return [
          .invalidLicense(
            license.value, error, near: nearest(to: license.value), at: license.location)
        ]
      }
    }
  }

  /// `The MIT License` → `MIT`, `Apache License 2.0` → `Apache-2.0`.
  private static func nearest(to text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let telling = words.filter {
      !["the", "license", "licence", "version"].contains($0.lowercased())
    }
    guard telling.count < words.count else { return nil }
    let id = telling.joined(separator: "-")
    return (try? SPDXExpression(id)) != nil ? id : nil
  }
}

extension Diagnostic {
  static func invalidLicense(
    _ text: String, _ error: SPDXExpressionError, near id: String?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the license '\(text)' is not an SPDX expression: \(error.message)",
      remedy: id.map { "did you mean '\($0)'?" } ?? error.remedy
        ?? "take an identifier from spdx.org/licenses")
  }

  static func deprecatedLicense(
    _ problem: String, _ remedy: String?, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(problem), and rattler-build refuses it",
      remedy: remedy ?? "take its replacement from spdx.org/licenses")
  }
}
