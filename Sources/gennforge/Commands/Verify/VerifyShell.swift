import ArgumentParser
import Diagnostics
import Disk
import Verifier

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `gennforge verify shell`
struct VerifyShell: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Look around where a build or a test failed, in the same sandbox.",
    discussion: """
      Opens bash with the files, variables and limits of the failed script, in its folder; in an installed \
      environment after activation. The area is the folder that 'gennforge verify' prints. With --, a \
      command runs there instead of a shell:

        gennforge verify shell ~/.cache/gennforge/verify/pygenn -- make -n
      """)

  @Argument(help: "The area of a recipe, a variant or a package.")
  var area: String
  @Option(
    help: "Where the script of a build ran, or a test: build or run. Else whichever was last.")
  var stage: SandboxRecord.Kind?
  @Argument(parsing: .postTerminator, help: "What to run instead of a shell.")
  var command: [String] = []
  @OptionGroup var options: FindingOptions

  func run() async throws {
    let words: [String]
    do throws(Diagnostic) {
      words = try await SandboxRecord(below: AbsolutePath.of(area), kind: stage).command(command)
    } catch {
      throw options.failure(error)
    }
    // In this process's place, so that the terminal and the exit status are the shell's.
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    execvp(words[0], arguments)
    let reason = String(cString: strerror(errno))
    throw options.failure(
      Diagnostic(
        .error, at: nil, "'\(words[0])' can't be started: \(reason)", remedy: "install bubblewrap"))
  }
}

extension SandboxRecord.Kind: ExpressibleByArgument {}
