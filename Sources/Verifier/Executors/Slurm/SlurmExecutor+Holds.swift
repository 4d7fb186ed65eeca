import Diagnostics

extension SlurmExecutor {
  /// Releases a task that Slurm holds, and tells what else it waits for.
  ///
  /// - Returns: a finding if nothing more can be done for it.
  func see(
    to task: Int, _ state: SlurmTask, of submission: SlurmSubmission, _ variant: String,
    _ holds: inout SlurmHolds
  ) async throws(Diagnostic) -> Diagnostic? {
    let name = "\(submission.job)_\(task)"
    switch holds.step(for: variant, state.hold) {
    case .wait:
      if state.isStuck, holds.isNews(state.reason) {
        notice("job \(submission.job) waits, Slurm says: \(state.reason)")
      }
    case .tell:
      notice(
        "\(variant): somebody holds it (\(state.reason)); waiting for 'scontrol release \(name)'")
    case .release(let time):
      notice(
        "\(variant): Slurm holds it (\(state.reason)), released (\(time) of \(SlurmHolds.releases))"
      )
      if case .value(let refusal?) = try await queue.release(task, of: submission.job) {
        notice("\(variant): not released: \(refusal)")
      }
    case .cancel(let times):
      // Or it would start after all, once nobody waits for it.
      guard case .value = try await queue.cancel(task, of: submission.job) else { return nil }
      return .slurmHoldsVariant(variant, state.reason, times, log: submission.folder)
    case .leave(let time):
      return .slurmVariantHeld(variant, name, state.reason, Int(time.inSeconds))
    }
    return nil
  }
}
