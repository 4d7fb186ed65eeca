import Diagnostics
import RecipeModel

/// What conda-forge wants to know of every package, and the licence's text in it.
enum MissingAbout: Rule {
  static func check(_ recipe: CheckedRecipe) -> [Diagnostic] {
    let shared = recipe.recipe.about
    var findings: [Diagnostic] = []
    for output in recipe.outputs {
      let own = output.output.about
      let fields: [(String, Located<String>?)] = [
        ("homepage", own.homepage ?? shared.homepage), ("license", own.license ?? shared.license),
        ("summary", own.summary ?? shared.summary),
      ]
      let missing = fields.filter { $0.1.map { isBlank($0.value) } ?? true }.map(\.0)
      let known = fields.compactMap { $0.1?.location }.first
      let place = known ?? recipe.recipe.name.location
      if !missing.isEmpty { findings.append(.missingAbout(missing, at: place)) }
      let files = own.licenseFiles.isEmpty ? shared.licenseFiles : own.licenseFiles
      if !missing.contains("license"), files.allSatisfy({ isBlank($0.value) }) {
        let license = own.license ?? shared.license
        findings.append(.missingLicenseFile(at: license?.location ?? place))
      }
    }
    return findings
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension Diagnostic {
  static func missingAbout(_ fields: [String], at place: SourceLocation?) -> Diagnostic {
    let list = fields.joined(separator: ", ")
    return Diagnostic(
      .error, at: place, "nothing is said of the package's \(list)",
      remedy: "add About(\(fields.map { "\($0): \"…\"" }.joined(separator: ", ")), …)")
  }

  static func missingLicenseFile(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the package would hold no licence text",
      remedy:
        "write licenseFiles: [\"LICENSE\"], a file of the source or one beside the recipe")
  }
}
