import Conda
import Diagnostics
import RecipeModel

/// What is compared as a version has to be one, in conditions and in axes.
enum VersionTexts: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var compared: Set<VariantKey> = [.python, .cudaCompilerVersion]
    for output in recipe.outputs {
      for placed in output.conditions {
        for case .version(let key, _, let text) in placed.condition.leaves {
          compared.insert(key)
          if let error = VersionTexts.error(in: text) {
            findings.append(
              .invalidVersionText(text, of: key, error, at: placed.location ?? output.location))
          }
        }
      }
    }
    for axis in recipe.recipe.variants.axes {
      for row in axis.rows {
        for (key, value) in row.values.sorted(by: { $0.key < $1.key }) where compared.contains(key)
        {
          if let finding = finding(value, of: key, at: axis.location ?? recipe.recipe.name.location)
          {
            findings.append(finding)
          }
        }
      }
    }
    return findings
  }

  static func error(in text: String) -> VersionError? {
    do throws(VersionError) {
      _ = try Version(text)
      return nil
    } catch { return error }
  }

  private static func finding(
    _ value: String, of key: VariantKey, at place: SourceLocation?
  ) -> Diagnostic? {
    let version = VariantKey.versionPart(of: value)
    if value == "None" { return nil }
    if let error = error(in: version) {
      return .invalidVersionText(version, of: key, error, at: place)
    }
    // `12.9.*` would become `12.9.*.*` in a requirement.
    let isExact = key == .python ? !value.contains("*.*") : value == version
    let parts = version.split(separator: ".").compactMap { Int($0) }
    switch key {
    case .python where parts.count != 2 || !isExact:
      return .inexactAxisVersion(value, of: "Python", such: "3.12", at: place)
    case .python where parts[0] == 3 && parts[1] < 7:
      return .truncatedVersion(version, at: place)
    case .cudaCompilerVersion where parts.count != 2 || !isExact:
      return .inexactAxisVersion(value, of: "CUDA", such: "12.9", at: place)
    default: return nil
    }
  }
}

extension Diagnostic {
  static func invalidVersionText(
    _ text: String, of key: VariantKey, _ error: VersionError, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(text)' is compared with '\(key)' and is no version: \(error.message)",
      remedy: error.remedy ?? "write a version such as 12.9")
  }

  static func inexactAxisVersion(
    _ version: String, of what: String, such example: String, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "conda-forge names \(what) by two numbers, not '\(version)'",
      remedy: "write a version such as \"\(example)\"")
  }

  static func truncatedVersion(_ version: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "nobody builds for Python \(version) any more",
      remedy: "write \"\(version)0\" if a number lost its last digit, or a newer one")
  }
}
