import ArgumentParser
import Conda
import Diagnostics
import RecipeModel
import RecipeReader
import RecipeWriter

/// `gennforge convert`
struct Convert: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case v0, v1
    var format: RecipeFormat { self == .v0 ? .v0 : .v1 }
  }

  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write somebody's recipe in the other format.",
    discussion: """
      Reads recipe.yaml or meta.yaml with the files beside it. Without --output the recipe alone is \
      printed; with it, the recipe's folder is written there.
      """)

  @Argument(help: ArgumentHelp("A feedstock, its recipe folder, or the recipe.", valueName: "dir"))
  var folder: String
  @Option(help: "v1 (recipe.yaml) or v0 (meta.yaml).")
  var to: Format
  @Option(name: .shortAndLong, help: "The folder to write into.")
  var output: String?
  @Flag(help: "Overwrite files that were edited by hand.")
  var force = false
  @OptionGroup var options: FindingOptions

  func run() throws {
    let source: SourceRecipe
    do throws(Diagnostic) {
      source = try SourceRecipe(folder)
    } catch {
      options.show(Findings([error]))
      throw ExitCode(1)
    }
    var (recipe, findings) = source.lifted(for: to.format)
    for index in recipe?.files.indices ?? 0..<0 {
      let path = recipe?.files[index].value.path ?? ""
      recipe?.files[index].value.path = renamed(path)
    }
    guard let recipe, !findings.hasErrors else {
      options.show(findings)
      throw ExitCode(1)
    }
    let feedstock = Feedstock(recipe, format: to.format)
    findings.add(contentsOf: feedstock.findings.all)
    findings.add(contentsOf: check(feedstock, against: source))
    let files = feedstock.files.compactMap { file in
      file.path.hasPrefix("recipe/") ? (path: String(file.path.dropFirst(7)), text: file.text) : nil
    }
    guard let output else {
      options.show(findings)
      let name = to == .v0 ? "meta.yaml" : "recipe.yaml"
      for file in files where file.path == name { Terminal.print(file.text) }
      if findings.hasErrors { throw ExitCode(1) }
      return
    }
    let update = try FolderUpdate(output, files: files)
    if !force { findings.add(contentsOf: update.conflicts) }
    options.show(findings)
    if findings.hasErrors { throw ExitCode(1) }
    try update.write()
    Terminal.print(update.summary)
  }

  /// Both are rendered: what they build differently is said, whatever the reason.
  private func check(_ feedstock: Feedstock, against source: SourceRecipe) -> [Diagnostic] {
    var converted = source
    converted.format = to.format
    let name = "recipe/" + (to == .v0 ? "meta.yaml" : "recipe.yaml")
    converted.text = feedstock.files.first { $0.path == name }?.text ?? ""
    do {
      for platform in ["linux-64", "osx-64", "win-64"].map({ Platform($0) }) {
        let comparison = RecipeComparison(
          try source.builds(on: platform), try converted.builds(on: platform))
        // What the format has no words for is said where it stands.
        let differences = comparison.differences.filter { difference in
          !["tests.python_version", "tests.package_contents.strict"].contains(difference.field)
        }
        guard !differences.isEmpty else { continue }
        return differences.prefix(20).map {
          .convertedDifferently(
            $0, on: platform, at: SourceLocation(file: source.path, line: 1))
        }
      }
      return []
    } catch {
      return [error]
    }
  }

  /// conda-build and rattler-build look for scripts under different names.
  private func renamed(_ path: String) -> String {
    switch (path, to) {
    case ("bld.bat", .v1): "build.bat"
    case ("build.bat", .v0): "bld.bat"
    case ("variants.yaml", .v0): "conda_build_config.yaml"
    default: path
    }
  }
}

extension Diagnostic {
  static func convertedDifferently(
    _ difference: RecipeComparison.Difference, on platform: Platform, at place: SourceLocation
  ) -> Diagnostic {
    let left = difference.left.joined(separator: ", ")
    let right = difference.right.joined(separator: ", ")
    return Diagnostic(
      .warning, at: place,
      "on \(platform) \(difference.title) has another \(difference.field): '\(left)' became '\(right)'",
      remedy: "compare both with gennforge diff, and mend the new one by hand")
  }
}
