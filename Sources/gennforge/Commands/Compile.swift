import ArgumentParser
import Diagnostics
import RecipeWriter
import Templates

/// `gennforge compile`
struct Compile: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case v0, v1, both

    var formats: [RecipeFormat] {
      switch self {
      case .v0: [.v0]
      case .v1: [.v1]
      case .both: [.v1, .v0]
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "compile", _superCommandName: GennForge.name,
    abstract: "Write recipes as conda-forge feedstocks.",
    discussion: """
      Each recipe becomes a folder with conda-forge.yml, the recipe with its scripts and tests below \
      recipe/, and beside it the complete variants for builds outside conda-forge. With --format both \
      the folders lie below v1/ and v0/.

      Files that were edited by hand since they were written stay as they are, unless --force is given.
      """)

  @OptionGroup var arguments: RecipeArguments
  @Option(help: "v1 (recipe.yaml), v0 (meta.yaml) or both.")
  var format: Format = .v1
  @Option(name: .shortAndLong, help: "The folder to write into.")
  var output = "out"
  @OptionGroup var templates: TemplateOptions
  @Flag(help: "Write nothing; show the differences and exit with 1 if there are any.")
  var check = false
  @Flag(help: "Overwrite files that were edited by hand.")
  var force = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() async throws {
    let templates = try self.templates.set()
    var findings = Findings()
    var updates: [(name: String, format: RecipeFormat, update: FolderUpdate)] = []
    for recipe in try arguments.chosen() {
      let (feedstocks, problems) = await recipe.compiled(
        to: format.formats, templates: templates)
      findings.add(contentsOf: problems.all)
      for format in format.formats {
        guard let feedstock = feedstocks[format] else { continue }
        let folder = self.format == .both ? "\(output)/\(format.rawValue)" : output
        updates.append(
          (
            recipe.name, format,
            try FolderUpdate(
              "\(folder)/\(recipe.name)", files: feedstock.files.map { ($0.path, $0.text) })
          ))
      }
    }
    if !check, !force {
      for update in updates { findings.add(contentsOf: update.update.conflicts) }
    }
    options.show(findings)
    if findings.hasErrors { throw ExitCode(1) }
    try finish(updates)
  }

  private func finish(
    _ updates: [(name: String, format: RecipeFormat, update: FolderUpdate)]
  ) throws {
    if !check {
      for update in updates where !update.update.isUpToDate { try update.update.write() }
    }
    if json {
      Terminal.print(
        JSONText.array(updates.map { $0.update.json($0.name, $0.format) }).text(.pretty))
    } else if check {
      for update in updates where !update.update.isUpToDate {
        Terminal.print(try update.update.patch())
      }
    } else {
      for update in updates { Terminal.print(update.update.summary) }
    }
    if check, updates.contains(where: { !$0.update.isUpToDate }) { throw ExitCode(1) }
  }
}

extension FolderUpdate {
  var summary: String {
    let counts = [
      (created.count, "new"), (changed.count, "changed"), (removed.count, "removed"),
      (unchanged.count, "unchanged"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(folder): \(parts.joined(separator: ", "))"
  }

  func json(_ name: String, _ format: RecipeFormat) -> JSONText {
    [
      "recipe": .string(name), "format": .string(format.rawValue), "folder": .string(folder),
      "created": .strings(created.keys.sorted()), "changed": .strings(changed.keys.sorted()),
      "removed": .strings(removed.keys.sorted()), "unchanged": .strings(unchanged.sorted()),
    ]
  }
}
