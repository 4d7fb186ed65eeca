import ArgumentParser
import Diagnostics
import Disk
import Smithy

/// `gennforge rerender`
struct Rerender: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerender", _superCommandName: GennForge.name,
    abstract: "Write a feedstock's .ci_support as conda-smithy does.",
    discussion: """
      Reads conda-forge.yml, the recipe with its variant files, .ci_support/migrations and \
      conda-forge's pinning, and writes a file for each CI job, with conda-smithy's names and bytes. \
      Workflow files stay as they are. The pinning is the given one or the last download; the \
      built-in snapshot is too small for that.

      Nothing is written when anything is wrong.
      """)

  @Argument(help: "The feedstock's folder, which holds conda-forge.yml.")
  var folder: String
  @OptionGroup var pinning: PinningOption
  @Option(
    name: .customLong("conda-smithy"),
    help: ArgumentHelp(
      "Write what this release wrote, such as 3.52.2, for feedstocks that wait for their next "
        + "re-rendering; else what today's does.", valueName: "version"))
  var release: SmithyRelease?
  @Flag(help: "Write nothing; show the differences and exit with 1 if there are any.")
  var check = false
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() async throws {
    guard DiskEntry(folder).kind == .folder else {
      throw ValidationError("\(folder) is no folder; name the one that holds conda-forge.yml")
    }
    let pinning: Pinning
    let rerendering: Rerendering
    do throws(Diagnostic) {
      pinning = try .chosen(self.pinning.pinning)
      if pinning.isSnapshot { throw .snapshotTooSmall() }
      guard DiskEntry("\(folder)/conda-forge.yml").kind == .file else {
        throw .noFeedstock(folder)
      }
      let input = try await FeedstockInput(folder, pinning: pinning)
      rerendering = VariantReport.rendering(of: input, release: release ?? .newest, explains: false)
    } catch {
      throw options.failure(error)
    }
    var findings = Findings()
    findings.add(contentsOf: rerendering.findings)
    options.show(findings)
    if findings.hasErrors { throw ExitCode(1) }
    let update = try SupportFolder(
      "\(folder)/.ci_support", files: rerendering.files,
      finishedMigrations: rerendering.finishedMigrations)
    if !check, !update.isUpToDate { try update.write() }
    if json {
      Terminal.print(json(rerendering, update, pinning).text(.pretty))
    } else if !check {
      Terminal.print("Pinning: \(pinning.summary)\n\(update.summary)")
    } else if !update.isUpToDate {
      Terminal.print(try update.patch())
    }
    if check, !update.isUpToDate { throw ExitCode(1) }
  }

  private func json(
    _ rerendering: Rerendering, _ update: SupportFolder, _ pinning: Pinning
  ) -> JSONText {
    [
      "pinning": pinning.json, "folder": .string(update.folder),
      "created": .strings(update.created.keys.sorted()),
      "changed": .strings(update.changed.keys.sorted()),
      "removed": .strings(update.removed.keys.sorted()), "unchanged": .strings(update.unchanged),
      "jobs": .array(rerendering.jobs.map(\.json)),
    ]
  }
}

extension SmithyRelease: ExpressibleByArgument {
  /// A version such as `3.52.2`.
  public init?(argument: String) { try? self.init(argument) }
}

extension BuildJob {
  var json: JSONText { .object(members) }

  var members: [JSONText.Member] {
    [
      .init("file", .string(name + ".yaml")), .init("job", .string(shortName)),
      .init("platform", .string(platform)), .init("build_platform", .string(buildPlatform)),
      .init("provider", .string(provider)), .init("upload", .bool(isUploaded)),
      .init("variant", .texts(choice)),
    ]
  }
}

extension JSONText {
  /// In the order of keys.
  static func texts(_ values: [String: String]) -> JSONText {
    .object(values.sorted { $0.key < $1.key }.map { Member($0.key, .string($0.value)) })
  }
}

extension Diagnostic {
  static func snapshotTooSmall() -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "there is no pinning but the built-in snapshot, which feedstocks need more than",
      remedy: "run 'gennforge pinning update', or give --pinning")
  }

  static func snapshotKnowsLittle() -> Diagnostic {
    Diagnostic(
      .warning, at: nil,
      "the built-in snapshot knows only what GeNN recipes use: other keys have no values",
      remedy: "run 'gennforge pinning update', or give --pinning")
  }

  static func noFeedstock(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: "\(folder)/conda-forge.yml", line: 1),
      "there is no conda-forge.yml",
      remedy: "name the folder that holds it, or add an empty one")
  }
}
