import ArgumentParser
import Diagnostics
import Disk
import RecipeModel
import RecipeWriter

/// `gennforge import`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Write somebody's recipe as Swift.",
    discussion: """
      Reads recipe.yaml or meta.yaml with the files beside it, and writes a constant that compiles \
      against GeNNForge. What has no word of its own stays as text in Verbatim; a note says so.
      """)

  @Argument(help: ArgumentHelp("A feedstock, its recipe folder, or the recipe.", valueName: "dir"))
  var folder: String
  @Option(name: .shortAndLong, help: "The file to write; standard output if none is given.")
  var output: String?
  @Flag(help: "Overwrite the file if it differs.")
  var force = false
  @OptionGroup var options: FindingOptions

  func run() throws {
    var (recipe, findings): (Recipe?, Findings)
    do throws(Diagnostic) {
      (recipe, findings) = try SourceRecipe(folder).lifted()
    } catch {
      (recipe, findings) = (nil, Findings([error]))
    }
    let text = recipe.map { SwiftWriter($0).text } ?? ""
    if let output, !force, DiskFile(output).exists, try DiskFile(output).read() != text {
      findings.add(.editedByHand(output, at: SourceLocation(file: output, line: 1)))
    }
    options.show(findings)
    guard recipe != nil, !findings.hasErrors else { throw ExitCode(1) }
    if let output { try DiskFile(output).write(text) } else { Terminal.print(text) }
  }
}
