import Disk
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// How a program ended whose output went to a file.
package struct LoggedRun: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    case exited(Int)
    case signalled(Int)
    case notFound
    case timedOut
    case outputTooLong
    /// The watched folders hold more than allowed.
    case diskFull
    case failed(String)
  }

  package var end: End
  package var duration: Duration
  package var log: String

  package var isSuccess: Bool { end == .exited(0) }
}

extension Command {
  /// Runs the program with both its streams in one file, and stops it when the file grows longer than
  /// the output limit or the folders larger than theirs.
  package func run(
    loggingTo log: String, watching folders: [String], upTo disk: Int
  ) async -> LoggedRun {
    let clock = ContinuousClock()
    let start = clock.now
    let end = await withTaskGroup(of: LoggedRun.End?.self) { group in
      group.addTask { await self.started(loggingTo: log) }
      group.addTask {
        await self.excess(log: log, folders: folders, disk: disk, until: start + timeLimit)
      }
      let first = await group.next().flatMap { $0 }
      group.cancelAll()
      await group.waitForAll()
      return first
    }
    return LoggedRun(end: end ?? .failed("it was cancelled"), duration: clock.now - start, log: log)
  }

  private func started(loggingTo log: String) async -> LoggedRun.End {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    do {
      let file = try FileDescriptor.open(
        FilePath(log), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
      defer { try? file.close() }
      let result = try await Subprocess.run(
        program.utf8.contains(UInt8(ascii: "/")) ? .path(FilePath(program)) : .name(program),
        arguments: Arguments(arguments), workingDirectory: FilePath(directory),
        platformOptions: options,
        output: .fileDescriptor(file, closeAfterSpawningProcess: false),
        error: .fileDescriptor(file, closeAfterSpawningProcess: false))
      switch result.terminationStatus {
      case .exited(let code): return .exited(Int(code))
      case .signaled(let signal): return .signalled(Int(signal))
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .notFound
    } catch {
      return .failed("\(error)")
    }
  }

  /// Waits until something is too long, or for the other task to cancel this one.
  private func excess(
    log: String, folders: [String], disk: Int, until end: ContinuousClock.Instant
  ) async -> LoggedRun.End? {
    var round = 0
    while ContinuousClock.now < end {
      do { try await Task.sleep(for: .milliseconds(100)) } catch { return nil }
      round += 1
      if DiskEntry(log).size > outputLimit { return .outputTooLong }
      // Adding up takes some milliseconds for thousands of files.
      if round % 10 == 0, folders.reduce(0, { $0 + FolderTree($1).size }) > disk {
        return .diskFull
      }
    }
    return .timedOut
  }
}
