import Diagnostics

/// Slurm's commands, as far as job arrays need them.
struct SlurmQueue: Sendable {
  /// Options of the caller's for `sbatch`, such as `--partition=long`.
  var options: [String] = []

  enum Answer<Value: Sendable>: Sendable {
    case value(Value)
    /// The daemon doesn't answer; it may come back.
    case silent(String)
  }

  /// Gives the job's number.
  ///
  /// - Parameter tasks: how many of the array there are, and how many may run at one time.
  func submit(
    _ script: String, _ arguments: [String], tasks: Int, atOnce: Int, in directory: String,
    output: String
  ) async throws(Diagnostic) -> Answer<String> {
    let run = await Command(
      "sbatch",
      [
        "--parsable", "--requeue", "--open-mode=append", "--job-name=gennforge",
        "--array=0-\(tasks - 1)%\(atOnce)", "--chdir=\(directory)", "--output=\(output)",
      ] + options + [script] + arguments,
      in: directory, timeLimit: .seconds(60), outputLimit: 1 << 20
    ).run()
    let answer = String(decoding: run.output, as: UTF8.self)
    let message = Self.line(run.errors)
    switch run.end {
    case .exited(0):
      // NUMBER or NUMBER;CLUSTER
      let number = answer.prefix { $0.isNumber }
      guard !number.isEmpty else { throw .slurmRefuses(answer) }
      return .value(String(number))
    case .notFound: throw .slurmAbsent("sbatch")
    case .exited where !Self.isSilence(message): throw .slurmRefuses(message)
    default: return .silent(message)
    }
  }

  /// The tasks of a job that are waiting or running, by their number.
  func tasks(of job: String) async throws(Diagnostic) -> Answer<[Int: SlurmTask]> {
    // Asking for one job by number is an error once Slurm has forgotten it.
    let run = await Command(
      "squeue", ["--noheader", "--array", "--me", "--format=%F %K %t %r"], in: "/",
      timeLimit: .seconds(60), outputLimit: 16 << 20
    ).run()
    switch run.end {
    case .exited(0):
      var tasks: [Int: SlurmTask] = [:]
      for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: " ", maxSplits: 3)
        if fields.count == 4, fields[0] == job, let number = Int(fields[1]) {
          tasks[number] = SlurmTask(state: String(fields[2]), reason: String(fields[3]))
        }
      }
      return .value(tasks)
    case .notFound: throw .slurmAbsent("squeue")
    default: return .silent(Self.line(run.errors))
    }
  }

  /// Lets a task that is held wait for a node again.
  ///
  /// - Returns: what Slurm says against it, if it does.
  func release(_ task: Int, of job: String) async throws(Diagnostic) -> Answer<String?> {
    try await tell("scontrol", ["release", "\(job)_\(task)"])
  }

  func cancel(_ task: Int, of job: String) async throws(Diagnostic) -> Answer<String?> {
    try await tell("scancel", ["\(job)_\(task)"])
  }

  private func tell(
    _ program: String, _ arguments: [String]
  ) async throws(Diagnostic) -> Answer<String?> {
    let run = await Command(
      program, arguments, in: "/", timeLimit: .seconds(60), outputLimit: 1 << 20
    ).run()
    let message = Self.line(run.errors)
    switch run.end {
    case .exited(0): return .value(nil)
    case .notFound: throw .slurmAbsent(program)
    case .exited where !Self.isSilence(message): return .value(message)
    default: return .silent(message)
    }
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(300), as: UTF8.self).split(separator: "\n").joined(
      separator: "; ")
  }

  private static func isSilence(_ message: String) -> Bool {
    ["Unable to contact", "Connection refused", "Socket timed out", "not responding"].contains {
      message.contains($0)
    }
  }
}
