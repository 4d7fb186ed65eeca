import Diagnostics
import RecipeModel

/// What a package is, for people and for lawyers.
public struct About: OutputWord {
  var homepage, license, summary, description, repository, documentation: String?
  var licenseFiles: [String]
  var standsAlone = false

  /// `license` is an SPDX expression; `licenseFiles` lie in the source or beside the recipe.
  public init(
    homepage: String, license: String, licenseFiles: [String], summary: String,
    description: String? = nil, repository: String? = nil, documentation: String? = nil
  ) {
    self.homepage = homepage
    self.license = license
    self.licenseFiles = licenseFiles
    self.summary = summary
    self.description = description
    self.repository = repository
    self.documentation = documentation
  }

  /// For an output that differs from the recipe's `About` only in what it says of itself.
  public init(summary: String, description: String? = nil) {
    self.summary = summary
    self.description = description
    licenseFiles = []
  }

  private init() { licenseFiles = [] }

  /// For a recipe of somebody else's that doesn't say all that conda-forge wants to know.
  ///
  /// An output's that stands alone has nothing of the recipe's `About`, as in a `meta.yaml`. A
  /// `recipe.yaml` can't say so.
  public static func incomplete(
    homepage: String? = nil, license: String? = nil, licenseFiles: [String] = [],
    summary: String? = nil, description: String? = nil, repository: String? = nil,
    documentation: String? = nil, standsAlone: Bool = false
  ) -> About {
    var about = About()
    about.standsAlone = standsAlone
    about.homepage = homepage
    about.license = license
    about.licenseFiles = licenseFiles
    about.summary = summary
    about.description = description
    about.repository = repository
    about.documentation = documentation
    return about
  }

  /// Sets the output's, or the recipe's, facts.
  public func describe(in output: inout OutputDescription) {
    output.requireUnconditional("About")
    let place = output.location
    func at(_ text: String?) -> Located<String>? { text.map { Located($0, at: place) } }
    output.model.about.homepage = at(homepage)
    output.model.about.license = at(license)
    output.model.about.licenseFiles = licenseFiles.map { Located($0, at: place) }
    output.model.about.summary = at(summary)
    output.model.about.description = at(description)
    output.model.about.repository = at(repository)
    output.model.about.documentation = at(documentation)
    output.model.about.standsAlone = standsAlone
  }
}
