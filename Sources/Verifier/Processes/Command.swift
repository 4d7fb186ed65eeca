import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program to run, with limits on its time and output. Arguments go to it as they are: no shell
/// reads them.
package struct Command: Hashable, Sendable {
  /// How a run ended.
  package enum End: Hashable, Sendable {
    case exited(Int)
    case signalled(Int)
    /// There is no such program.
    case notFound
    case timedOut
    case outputTooLong
    /// It could not be started or watched.
    case failed(String)
  }

  /// What a run left.
  package struct Run: Hashable, Sendable {
    package var end: End
    package var output: [UInt8]
    package var errors: [UInt8]
    package var duration: Duration
  }

  /// A name to look for in PATH, or a path.
  package var program: String
  package var arguments: [String]
  /// Where it runs.
  package var directory: String
  package var timeLimit: Duration
  /// Of each output stream, in bytes.
  package var outputLimit: Int

  package init(
    _ program: String, _ arguments: [String], in directory: String, timeLimit: Duration,
    outputLimit: Int
  ) {
    self.program = program
    self.arguments = arguments
    self.directory = directory
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  /// Runs the program; after the time limit it and everything that it started is killed.
  package func run() async -> Run {
    let clock = ContinuousClock()
    let start = clock.now
    let run = await withTaskGroup(of: Run?.self) { group in
      group.addTask { await self.untimed() }
      group.addTask {
        try? await Task.sleep(for: timeLimit)
        return nil
      }
      let first = await group.next().flatMap { $0 }
      group.cancelAll()
      await group.waitForAll()
      return first
    }
    var result = run ?? Run(end: .timedOut, output: [], errors: [], duration: .zero)
    result.duration = clock.now - start
    return result
  }

  private func untimed() async -> Run {
    var options = PlatformOptions()
    // A session of its own, so that a compiler's children can be killed with it.
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    do {
      let result = try await Subprocess.run(
        program.utf8.contains(UInt8(ascii: "/")) ? .path(FilePath(program)) : .name(program),
        arguments: Arguments(arguments), workingDirectory: FilePath(directory),
        platformOptions: options, output: .bytes(limit: outputLimit),
        error: .bytes(limit: outputLimit))
      let end: End =
        switch result.terminationStatus {
        case .exited(let code): .exited(Int(code))
        case .signaled(let signal): .signalled(Int(signal))
        }
      return Run(
        end: end, output: result.standardOutput, errors: result.standardError, duration: .zero)
    } catch {
      return Run(end: Self.end(of: error), output: [], errors: [], duration: .zero)
    }
  }

  private static func end(of error: any Error) -> End {
    guard let error = error as? SubprocessError else { return .failed("\(error)") }
    switch error.code {
    case .executableNotFound: return .notFound
    case .outputLimitExceeded: return .outputTooLong
    default: return .failed(error.description)
    }
  }
}
