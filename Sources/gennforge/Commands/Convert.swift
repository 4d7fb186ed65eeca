import ArgumentParser
import Diagnostics
import RecipeModel
import RecipeWriter

/// `gennforge convert`
struct Convert: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case v0, v1
    var format: RecipeFormat { self == .v0 ? .v0 : .v1 }
  }

  static let configuration = CommandConfiguration(
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
  @OptionGroup var options: FindingOptions

  func run() throws {
    let source = try RecipeFolder(folder)
    var (recipe, findings) = source.lifted()
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
    options.show(findings)
    let name = to == .v0 ? "meta.yaml" : "recipe.yaml"
    for file in feedstock.files where file.path.hasPrefix("recipe/") {
      let path = String(file.path.dropFirst(7))
      if let output {
        try DiskFile("\(output)/\(path)").write(file.text)
      } else if path == name {
        Terminal.print(file.text)
      }
    }
    if findings.hasErrors { throw ExitCode(1) }
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
