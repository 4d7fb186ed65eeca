import Conda
import Diagnostics
import Disk
import RecipeReader
import RecipeWriter
import Recipes
import Templates
import Verifier
import YAML

/// A recipe by name or folder, on its way to a build plan.
struct PlannedRecipe {
  var name: String
  var folder: RecipeFolder
  /// Swift lines; nil for a recipe that is read, whose own lines count.
  var places: RecipePlaces?
  var findings = Findings()

  /// - Parameter work: where the files of a compiled or lifted recipe are written to.
  init(_ argument: String, work: String) async throws(Diagnostic) {
    if let recipe = allRecipes.first(where: { $0.name == argument }),
      DiskEntry(argument).kind == .absent
    {
      let named = NamedRecipe(name: recipe.name, description: recipe.recipe)
      let templates = TemplateSet()
      let (feedstocks, findings) = await named.compiled(to: [.v1], templates: templates)
      guard let feedstock = feedstocks[.v1], !findings.hasErrors else {
        throw findings.all.first { $0.severity == .error } ?? .recipeAbsent(argument)
      }
      self.findings = findings
      (name, folder) = (
        argument, try Self.write(feedstock, to: "\(work)/\(argument)/feedstock")
      )
      places = RecipePlaces(
        named.checked().recipe, or: SourceLocation(file: "Recipes/\(argument)", line: 1))
      return
    }
    let folder = try RecipeFolder(argument)
    let name = Self.areaName(folder)
    self.name = name
    switch folder.format {
    case .v1: self.folder = folder
    case .v0:
      let (recipe, findings) = try SourceRecipe(argument).lifted()
      self.findings = findings
      guard let recipe, !findings.hasErrors else {
        throw findings.all.first { $0.severity == .error } ?? .recipeAbsent(argument)
      }
      let feedstock = Feedstock(recipe, format: .v1)
      self.folder = try Self.write(feedstock, to: "\(work)/\(name)/feedstock")
      places = RecipePlaces(recipe, or: SourceLocation(file: folder.file, line: 1))
    }
  }

  /// Readable, and one for each folder.
  private static func areaName(_ folder: RecipeFolder) -> String {
    let path = AbsolutePath.of(folder.folder)
    let parts = path.split(separator: "/").filter { $0 != "recipe" && $0 != "." }
    // Build scripts may not take blanks in paths.
    let name = String(
      (parts.last ?? "recipe").map {
        $0.isASCII && $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "-"
      })
    return "\(name)-\(Fingerprint.of(path).prefix(8))"
  }

  private static func write(
    _ feedstock: Feedstock, to folder: String
  ) throws(Diagnostic) -> RecipeFolder {
    do throws(DiskFile.Failure) {
      for file in feedstock.files {
        let target = DiskFile("\(folder)/\(file.path)")
        if target.exists, try target.bytes().elementsEqual(file.text.utf8) { continue }
        try target.write(file.text)
      }
    } catch {
      throw .unreadableFile(error.description, at: SourceLocation(file: folder, line: 1))
    }
    return try RecipeFolder(folder)
  }

  /// One plan for each variant, in the order of the rendering.
  func plans(_ sources: VariantSources) throws(Diagnostic) -> ([BuildPlan], [Diagnostic]) {
    let (recipe, problems) = V1.Recipe.read(bytes: folder.bytes, file: folder.file)
    guard let recipe else {
      throw problems.all.first { $0.severity == .error } ?? .notARecipe(folder.file)
    }
    let platforms = V1.Platforms(target: sources.platform, build: nil)
    let permissions = V1.Permissions(environment: nil)
    let rendering = try recipe.render(
      try sources.v1(platforms, permissions), for: platforms, permissions: permissions)
    let groups = VariantGroups(rendering.outputs.filter { !$0.isSkipped })
    guard !groups.all.isEmpty else {
      throw .nothingToBuild(sources.platform, at: SourceLocation(file: folder.file, line: 1))
    }
    let document = try YAMLReader(file: folder.file, options: .rattler).document(
      bytes: folder.bytes)
    let files = Set(FolderListing.files(below: folder.folder))
    let plans = groups.all.map { group in
      let outputs = group.outputs.map { PlannedOutput($0, files: files) }
      var plan = BuildPlan(
        name: name, area: "\(name)/\(BuildPlan.folder(for: outputs))",
        platform: sources.platform, recipeFolder: AbsolutePath.of(folder.folder),
        outputs: outputs, places: places ?? RecipePlaces(document))
      plan.variant = group.name
      return plan
    }
    return (plans, rendering.warnings)
  }
}

extension Diagnostic {
  static func severalVariants(_ count: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, at: place, "the recipe has \(count) variants here; the first is verified",
      remedy: "choose another with --variant KEY=VALUE, or verify --all-variants")
  }

  fileprivate static func nothingToBuild(
    _ platform: Platform, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the recipe builds nothing for \(platform) in this variant",
      remedy: "choose another variant with --variant")
  }
}
