import ArgumentParser
import Conda
import Diagnostics
import Disk
import RecipeModel
import RecipeReader
import RecipeWriter

/// `gennforge diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what two recipes build differently, variant by variant.",
    discussion: """
      Both are rendered and their packages compared: versions, requirements, tests and the rest under \
      recipe.yaml's names, whatever the formats. Variants come from --variants and from \
      the variant files beside each recipe; for other keys, from gennforge's snapshot of conda-forge's \
      pinning. Exit code 0: equal; 1: different.
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
      Terminal.print(text(of: comparison))
    }
    if !comparison.isEqual { throw ExitCode(1) }
  }

  /// Below each package and field what only one side has, as patches show it.
  private func text(of comparison: RecipeComparison) -> String {
    var lines = ["- \(left)", "+ \(right)"]
    let groups = Dictionary(grouping: comparison.differences, by: \.title)
    for title in comparison.differences.map(\.title).uniqued {
      lines += ["", title]
      for difference in groups[title] ?? [] {
        lines.append("  \(difference.field)")
        lines += difference.left.map { "    - \(line($0))" }
        lines += difference.right.map { "    + \(line($0))" }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ value: String) -> String {
    let line = value.replacing("\n", with: " ")
    return line.count > 100 ? line.prefix(99) + "…" : line
  }

  private func builds(of argument: String, _ common: [RecipeFile]) throws -> [ComparableBuild] {
    return try SourceRecipe(argument).builds(on: Platform(platform), variants: common)
  }
}

extension RecipeComparison.Difference {
  var json: JSONText {
    [
      "package": .string(package),
      "variants": .array(
        variants.map { variant in
          .object(variant.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
        }),
      "field": .string(field),
      "left": .strings(left),
      "right": .strings(right),
    ]
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
