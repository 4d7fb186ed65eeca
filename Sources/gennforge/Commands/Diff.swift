import ArgumentParser
import Conda
import Diagnostics
import RecipeModel
import RecipeReader
import RecipeWriter

/// `gennforge diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what two recipes build differently, variant by variant.",
    discussion: """
      Both are rendered and their packages compared: versions, requirements, tests and the rest under \
      recipe.yaml's names, whatever the formats. Variants come from --variants, or from \
      conda_build_config.yaml and variants.yaml beside each recipe. Exit code 0: equal; 1: different.
      """)

  @Argument(help: ArgumentHelp("A feedstock, its recipe folder, or the recipe.", valueName: "a"))
  var left: String
  @Argument(help: ArgumentHelp("The other one.", valueName: "b"))
  var right: String
  @Option(help: "The platform to build for.")
  var platform = "linux-64"
  @Option(help: "A file with variants for both; may be repeated.")
  var variants: [String] = []
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() throws {
    let common = try variants.map { RecipeFile(path: $0, text: try DiskFile($0).read()) }
    let comparison: RecipeComparison
    do {
      comparison = RecipeComparison(try builds(of: left, common), try builds(of: right, common))
    } catch let error as Diagnostic {
      var findings = Findings()
      findings.add(error)
      options.show(findings)
      throw ExitCode(1)
    }
    if json {
      Terminal.print(JSONText.array(comparison.differences.map(\.json)).text(.pretty))
    } else if comparison.isEqual {
      Terminal.print("both build the same on \(platform)")
    } else {
      var table = TextTable(["package", "field", left, right])
      for difference in comparison.differences {
        let count = max(difference.left.count, difference.right.count, 1)
        for row in 0..<count {
          table.add([
            row == 0 ? difference.build : "", row == 0 ? difference.field : "",
            cell(difference.left, row), cell(difference.right, row),
          ])
        }
      }
      Terminal.print(table.text)
    }
    if !comparison.isEqual { throw ExitCode(1) }
  }

  private func cell(_ values: [String], _ row: Int) -> String {
    guard values.indices.contains(row) else { return row == 0 ? "–" : "" }
    let line = values[row].replacing("\n", with: " ")
    return line.count > 70 ? line.prefix(69) + "…" : line
  }

  private func builds(of argument: String, _ common: [RecipeFile]) throws -> [ComparableBuild] {
    return try SourceRecipe(argument).builds(on: Platform(platform), variants: common)
  }
}

extension RecipeComparison.Difference {
  var json: JSONText {
    [
      "package": .string(build), "field": .string(field), "left": .strings(left),
      "right": .strings(right),
    ]
  }
}
