import Diagnostics

/// What a package is, for people.
package struct About: Hashable, Sendable {
  package var homepage: Located<String>?
  package var license: Located<String>?
  package var licenseFiles: [Located<String>] = []
  package var summary: Located<String>?
  package var description: Located<String>?
  package var repository: Located<String>?
  package var documentation: Located<String>?
  /// An output's says all there is: nothing that is missing comes from the recipe's. So it is in a
  /// `meta.yaml`; in a `recipe.yaml` outputs always inherit.
  package var standsAlone = false

  package init() {}

  package var isEmpty: Bool {
    var other = About()
    other.standsAlone = standsAlone
    return self == other
  }

  /// With what it doesn't say taken from the recipe's.
  package func filled(from recipe: About) -> About {
    guard !standsAlone else { return self }
    var about = self
    about.homepage = homepage ?? recipe.homepage
    about.license = license ?? recipe.license
    about.licenseFiles = licenseFiles.isEmpty ? recipe.licenseFiles : licenseFiles
    about.summary = summary ?? recipe.summary
    about.description = description ?? recipe.description
    about.repository = repository ?? recipe.repository
    about.documentation = documentation ?? recipe.documentation
    return about
  }
}
