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

  /// The tasks of a job that are waiting or running.
  func tasks(of job: String) async throws(Diagnostic) -> Answer<Set<Int>> {
    // Asking for one job by number is an error once Slurm has forgotten it.
    let run = await Command(
      "squeue", ["--noheader", "--array", "--me", "--format=%F %K"], in: "/",
      timeLimit: .seconds(60), outputLimit: 16 << 20
    ).run()
    switch run.end {
    case .exited(0):
      var tasks: Set<Int> = []
      for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: " ")
        if fields.count == 2, fields[0] == job, let task = Int(fields[1]) { tasks.insert(task) }
      }
      return .value(tasks)
    case .notFound: throw .slurmAbsent("squeue")
    default: return .silent(Self.line(run.errors))
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

extension Diagnostic {
  static func slurmAbsent(_ program: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "there is no '\(program)' on this machine",
      remedy: "run on a machine that submits to Slurm (Debian: apt install slurm-client)")
  }

  static func slurmRefuses(_ message: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "Slurm does not take the job: \(message)",
      remedy: "say what it asks for with --slurm-option, such as --slurm-option=--partition=long")
  }

  static func slurmSilent(_ message: String, _ seconds: Int) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "Slurm has not answered for \(seconds) s: \(message)",
      remedy: "run the same command again when it is back: it collects what has ended meanwhile")
  }

  static func slurmLosesVariant(_ variant: String, _ times: Int, log: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "the worker for '\(variant)' ended \(times) times without a report",
      remedy: "look at \(log); its memory or time may be too little (--slurm-option=--mem=8G)")
  }
}
