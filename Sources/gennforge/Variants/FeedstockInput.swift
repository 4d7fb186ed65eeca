import Diagnostics
import Disk
import RecipeModel
import RecipeWriter
import Recipes
import Smithy
import Templates

/// What a command about variants was given: a feedstock, the folder of a recipe, or a recipe of ours.
struct FeedstockInput {
  /// As the caller wrote it.
  var name: String
  var feedstock: Smithy.Feedstock
  /// Leads from the feedstock's paths to what the caller can open.
  var shownPaths: [String: String] = [:]
  /// What stands for the long path of a download, where text is for reading only.
  private let shortened: (path: String, name: String)?
  var findings: [Diagnostic] = []
  /// Our own recipe, whose Swift lines explain more.
  var model: RecipeModel.Recipe?

  init(_ argument: String, pinning: Pinning) async throws(Diagnostic) {
    name = argument
    shortened = pinning.shortened
    var path = argument
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if DiskEntry(path).kind == .absent, let recipe = allRecipes.first(where: { $0.name == path }) {
      let named = NamedRecipe(name: recipe.name, description: recipe.recipe)
      let (feedstocks, problems) = await named.compiled(to: [.v1], templates: TemplateSet())
      findings = problems.all
      model = named.checked().recipe
      feedstock = Self.empty(pinning)
      for file in feedstocks[.v1]?.files ?? [] {
        feedstock.files[file.path] = Array(file.text.utf8)
        shownPaths[file.path] = "\(name)/\(file.path)"
      }
      return
    }
    guard DiskEntry(path).kind != .absent else {
      throw .neitherFolderNorRecipe(argument, known: allRecipes.map(\.name))
    }
    feedstock = Self.empty(pinning)
    let parent = path.hasSuffix("/recipe") ? String(path.dropLast("/recipe".count)) : path
    if DiskEntry("\(parent)/conda-forge.yml").kind == .file {
      try readFeedstock(parent)
    } else {
      try readRecipe(path)
    }
  }

  private static func empty(_ pinning: Pinning) -> Smithy.Feedstock {
    Smithy.Feedstock(
      files: [:], pinning: pinning.bytes, pinningName: pinning.name,
      pinningMigrations: pinning.migrations, pinningMigrationsName: pinning.migrationsName)
  }

  private mutating func readFeedstock(_ folder: String) throws(Diagnostic) {
    try read("conda-forge.yml", from: "\(folder)/conda-forge.yml")
    // A conda-forge.yml that can't be read is a finding later on.
    let forge = try? ForgeConfiguration(
      feedstock.files["conda-forge.yml"] ?? [], file: "conda-forge.yml")
    for part in [forge?.recipeFolder ?? "recipe", ".ci_support/migrations"] {
      for file in FolderListing.files(below: "\(folder)/\(part)") {
        try read("\(part)/\(file)", from: "\(folder)/\(part)/\(file)")
      }
    }
  }

  /// A recipe that is no feedstock yet: conda-forge's defaults, for the platforms that they have.
  private mutating func readRecipe(_ path: String) throws(Diagnostic) {
    let folder = try RecipeFolder(path)
    let tool = folder.format == .v1 ? "conda_build_tool: rattler-build\n" : ""
    feedstock.files["conda-forge.yml"] = Array(tool.utf8)
    for file in FolderListing.files(below: folder.folder) {
      try read("recipe/\(file)", from: "\(folder.folder)/\(file)")
    }
  }

  private mutating func read(_ path: String, from file: String) throws(Diagnostic) {
    let file = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    feedstock.files[path] = try RecipeFolder.read(file)
    shownPaths[path] = file
  }

  /// With the path by which the caller can open the file.
  func shown(_ place: SourceLocation) -> SourceLocation {
    var place = place
    place.file = shownPaths[place.file] ?? place.file
    return place
  }

  /// `file:line`, in few letters.
  func text(_ place: SourceLocation) -> String {
    let place = shown(place)
    guard let shortened, place.file.hasPrefix(shortened.path) else {
      return "\(place.file):\(place.line)"
    }
    return "\(shortened.name)\(place.file.dropFirst(shortened.path.count)):\(place.line)"
  }

  func shown(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.location = finding.location.map(shown)
    for index in finding.notes.indices {
      finding.notes[index].location = finding.notes[index].location.map(shown)
    }
    return finding
  }
}

extension Diagnostic {
  static func neitherFolderNorRecipe(_ name: String, known: [String]) -> Diagnostic {
    let hint = nearest(to: name, in: known).map { "did you mean '\($0)'? " } ?? ""
    return Diagnostic(
      .error, at: SourceLocation(file: name, line: 1),
      "there is no such folder, and no recipe of ours has this name",
      remedy:
        "\(hint)name a feedstock, the folder of a recipe, or one of \(known.joined(separator: ", "))"
    )
  }
}
