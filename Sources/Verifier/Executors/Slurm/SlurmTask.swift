/// A task that is in Slurm's queue.
struct SlurmTask: Hashable, Sendable {
  /// As `squeue` shortens it: `PD` waits, `R` runs.
  var state: String
  /// Why it waits, in Slurm's words.
  var reason: String

  enum Hold: Hashable, Sendable {
    /// Slurm's own: a node couldn't start the task, or it was started too often.
    case ofSlurm
    /// Somebody's order: `scontrol hold`, or `sbatch --hold`.
    case ofSomebody
  }

  /// nil for a task that runs, or will when its turn comes.
  var hold: Hold? {
    guard isPending else { return nil }
    // JobHeldUser, JobHeldAdmin; 'launch failed requeued held', 'job requeued in held state' (some
    // releases put '_' between the words), JobHoldMaxRequeue
    if ["JobHeldUser", "JobHeldAdmin"].contains(reason) { return .ofSomebody }
    let words = reason.lowercased()
    return words.contains("held") || words.contains("hold") ? .ofSlurm : nil
  }

  var isPending: Bool { state == "PD" }

  /// Waits for something that waiting alone may not bring, such as a node that is drained.
  var isStuck: Bool {
    let ordinary = ["None", "Priority", "Resources", "JobArrayTaskLimit", "BeginTime", "Cleaning"]
    return isPending && hold == nil && !ordinary.contains(reason)
  }
}
