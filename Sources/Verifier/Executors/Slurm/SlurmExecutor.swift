package import Diagnostics
import Disk

/// Verifies variants as tasks of a Slurm job array, on machines that share the folder of results.
///
/// Killing this process leaves the job running: the next one with the same recipe collects it. A task
/// whose worker was killed is submitted again, and takes up what its records hold. While Slurm's daemon
/// is away, this waits. A task that Slurm holds is released, and given up after some times.
package struct SlurmExecutor: VerificationExecutor {
  var environment: VerificationEnvironment
  /// `gennforge verify …` without what says which variant.
  var command: [String]
  /// Where workers run.
  var directory: String
  var queue: SlurmQueue
  var atOnce: Int
  /// How long Slurm may be silent, and somebody hold a task.
  var patience: Duration
  /// Told in words what goes on.
  var notice: @Sendable (String) -> Void

  package init(
    _ environment: VerificationEnvironment, command: [String], directory: String,
    options: [String], atOnce: Int, patience: Duration,
    notice: @escaping @Sendable (String) -> Void
  ) {
    self.environment = environment
    self.command = command
    self.directory = directory
    queue = SlurmQueue(options: options)
    self.atOnce = atOnce
    self.patience = patience
    self.notice = notice
  }

  private static let attempts = 3

  package func verify(
    _ plans: [BuildPlan], _ settings: VerificationSettings
  ) async throws(Diagnostic) -> [VerificationReport] {
    var reports: [String: VerificationReport] = [:]
    for plan in plans {
      guard let kept = await environment.kept(plan, settings) else { continue }
      reports[plan.variant] = kept
      notice("\(plan.variant): \(inWords(kept)), kept")
    }
    let folder = "\(settings.work)/\(plans.first?.name ?? "")/slurm"
    var submission = try await running(folder + "/job.json")
    var submitted: [String: Int] = [:]
    var silence: ContinuousClock.Instant?
    var holds = SlurmHolds(patience: patience)
    while true {
      let open = plans.map(\.variant).filter { reports[$0] == nil }
      if open.isEmpty { break }
      if let current = submission {
        // Asked before looking: a task that is gone then has left its report.
        let answer = try await queue.tasks(of: current.job)
        let before = reports.count
        for (task, variant) in current.variants.enumerated() where reports[variant] == nil {
          guard open.contains(variant), let report = current.ended(task) else { continue }
          reports[variant] = report
          notice("\(variant): \(inWords(report))")
        }
        switch answer {
        case .value(let tasks):
          silence = nil
          // A daemon that comes back may take long to learn which tasks have ended: those that have
          // reported are no longer waited for.
          let waiting = current.variants.enumerated().filter { task, variant in
            open.contains(variant) && reports[variant] == nil && tasks[task] != nil
          }
          if waiting.isEmpty { submission = nil }
          for (task, variant) in waiting {
            guard let state = tasks[task] else { continue }
            if let finding = try await see(to: task, state, of: current, variant, &holds) {
              reports[variant] = report(variant, of: plans, finding)
            }
          }
        case .silent(let message): try wait(&silence, message)
        }
        if submission == nil || reports.count > before { continue }
      } else {
        for variant in open where submitted[variant, default: 0] >= Self.attempts {
          reports[variant] = report(
            variant, of: plans, .slurmLosesVariant(variant, Self.attempts, log: folder))
        }
        let rest = open.filter { reports[$0] == nil }
        if rest.isEmpty { break }
        switch try await submit(rest, in: folder) {
        case .value(let new):
          silence = nil
          for variant in rest { submitted[variant, default: 0] += 1 }
          submission = new
        case .silent(let message): try wait(&silence, message)
        }
      }
      do { try await Task.sleep(for: .milliseconds(500)) } catch { break }
    }
    return plans.compactMap { reports[$0.variant] }
  }

  /// The job that an earlier process submitted, if it still is in the queue.
  private func running(_ file: String) async throws(Diagnostic) -> SlurmSubmission? {
    guard let earlier = SlurmSubmission(reading: file) else { return nil }
    var silence: ContinuousClock.Instant?
    while true {
      switch try await queue.tasks(of: earlier.job) {
      case .value(let tasks):
        guard !tasks.isEmpty else { return nil }
        notice("collecting job \(earlier.job), which an earlier run submitted")
        return earlier
      case .silent(let message): try wait(&silence, message)
      }
      do { try await Task.sleep(for: .seconds(1)) } catch { return nil }
    }
  }

  private func submit(
    _ variants: [String], in folder: String
  ) async throws(Diagnostic) -> SlurmQueue.Answer<SlurmSubmission> {
    let own = "\(folder)/\(String(UInt64.random(in: .min ... .max), radix: 36))"
    do throws(DiskFile.Failure) {
      try FolderTree(own).make()
      try SlurmSubmission.prepare(variants, command: command, in: own)
    } catch {
      throw .prefixNotMade(error.description)
    }
    let answer = try await queue.submit(
      own + "/job.sh", [own], tasks: variants.count, atOnce: atOnce, in: directory,
      output: own + "/%a.log")
    switch answer {
    case .silent(let message):
      FolderTree(own).remove()
      return .silent(message)
    case .value(let job):
      let submission = SlurmSubmission(job: job, folder: own, variants: variants)
      do throws(DiskFile.Failure) { try submission.write(to: folder + "/job.json") } catch {
        throw .prefixNotMade(error.description)
      }
      notice("job \(job): \(variants.count) variants")
      return .value(submission)
    }
  }

  private func wait(
    _ silence: inout ContinuousClock.Instant?, _ message: String
  ) throws(Diagnostic) {
    let since = silence ?? .now
    if silence == nil { notice("Slurm doesn't answer, waiting: \(message)") }
    silence = since
    let waited = ContinuousClock.now - since
    if waited > patience { throw .slurmSilent(message, Int(waited.inSeconds)) }
  }

  /// Of a variant whose worker tells nothing.
  private func report(
    _ variant: String, of plans: [BuildPlan], _ finding: Diagnostic
  ) -> VerificationReport? {
    guard let plan = plans.first(where: { $0.variant == variant }) else { return nil }
    var report = VerificationReport(plan)
    report.findings.append(finding)
    return report
  }

  private func inWords(_ report: VerificationReport) -> String {
    report.isRight ? "verified" : "not verified"
  }
}
