import ArgumentParser
import Conda
import Diagnostics
import RecipeModel
import Variants

/// `gennforge show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show every build of recipes, with the reason for each.")

  @OptionGroup var arguments: RecipeArguments
  @Option(help: "Only this platform, such as linux-64.")
  var platform: String?
  @Flag(help: "Print JSON, with all requirements.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() throws {
    let platforms = try chosenPlatforms()
    var findings = Findings()
    var reports: [BuildReport] = []
    for named in try arguments.chosen() {
      let (recipe, problems) = named.checked()
      findings.add(contentsOf: problems.all)
      reports.append(BuildReport(name: named.name, recipe: recipe, platforms: platforms))
    }
    options.show(findings)
    if json {
      Terminal.print(JSONText.array(reports.map(\.json)).text(.pretty))
    } else {
      Terminal.print(reports.map(\.text).joined(separator: "\n"))
    }
    if findings.hasErrors { throw ExitCode(1) }
  }

  private func chosenPlatforms() throws -> [Platform] {
    guard let platform else { return Platform.usual }
    guard Platform.usual.contains(Platform(platform)) else {
      let known = Platform.usual.map(\.subdir).joined(separator: ", ")
      throw ValidationError("no platform is called '\(platform)'; there are: \(known)")
    }
    return [Platform(platform)]
  }
}
