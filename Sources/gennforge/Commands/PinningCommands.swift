import ArgumentParser
import Diagnostics

/// `gennforge pinning`
struct PinningCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pinning",
    abstract: "Download conda-forge's pinning, and say which one is used.",
    discussion: """
      Commands that ask for variants take the pinning from --pinning; without it, from the last \
      download; without any, from a small snapshot that is built in and knows what GeNN recipes use.

      Downloads lie in $XDG_CACHE_HOME/gennforge/pinning, or below ~/.cache, and are checked \
      against their hashes whenever they are read.
      """,
    subcommands: [Update.self, Show.self], defaultSubcommand: Show.self)
}

extension PinningCommands {
  /// `gennforge pinning update`
  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update",
      abstract: "Download the current pinning with its migrations.",
      discussion: """
        Uses git, with its proxies and certificates. Whatever goes wrong, the last download stays as \
        it is.
        """)

    @Option(
      help: ArgumentHelp(
        "The repository of the pinning's feedstock, or a copy of it.", valueName: "url"))
    var from = PinningDownload.repository
    @Option(help: "A commit, branch or tag in place of the newest commit.")
    var revision: String?
    @Option(help: "Give up after this many seconds.")
    var timeout = 300
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: FindingOptions

    func validate() throws {
      guard timeout > 0 else { throw ValidationError("--timeout is a number of seconds above 0") }
    }

    func run() async throws {
      guard let cache = PinningCache.standard else {
        throw ValidationError("nobody says where downloads go: set XDG_CACHE_HOME or HOME")
      }
      let download = PinningDownload(
        url: from, revision: revision, cache: cache, timeLimit: .seconds(timeout))
      do {
        let pinning = try await download.run()
        Terminal.print(json ? pinning.json.text(.pretty) : pinning.summary)
      } catch let error as Diagnostic {
        throw options.failure(error)
      }
    }
  }

  /// `gennforge pinning show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Say which pinning is used where none is given, and how old it is.")

    @Flag(help: "Print the pinning itself.")
    var text = false
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: FindingOptions

    func run() throws {
      let pinning: Pinning
      do throws(Diagnostic) {
        pinning = try .chosen(nil)
      } catch {
        throw options.failure(error)
      }
      if text {
        Terminal.print(String(decoding: pinning.bytes, as: UTF8.self))
      } else {
        Terminal.print(json ? pinning.json.text(.pretty) : pinning.summary)
      }
    }
  }
}
