import ArgumentParser
import Diagnostics
import RecipeModel
import RecipeWriter

/// `gennforge import`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write somebody's recipe as Swift.",
    discussion: """
      Reads recipe.yaml or meta.yaml with the files beside it, and writes a constant that compiles \
      against GeNNForge. What has no word of its own stays as text in Verbatim; a note says so.
      """)

  @Argument(help: ArgumentHelp("A feedstock, its recipe folder, or the recipe.", valueName: "dir"))
  var folder: String
  @Option(name: .shortAndLong, help: "The file to write; standard output if none is given.")
  var output: String?
  @OptionGroup var options: FindingOptions

  func run() throws {
    let (recipe, findings) = try RecipeFolder(folder).lifted()
    options.show(findings)
    guard let recipe, !findings.hasErrors else { throw ExitCode(1) }
    let text = SwiftWriter(recipe).text
    if let output { try DiskFile(output).write(text) } else { Terminal.print(text) }
  }
}
