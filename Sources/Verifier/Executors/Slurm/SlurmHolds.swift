/// What is done about tasks that Slurm holds: they would wait for good.
struct SlurmHolds {
  enum Step: Hashable {
    case wait
    /// The first time that somebody's hold is seen: it is theirs to end.
    case tell
    /// For the nth time.
    case release(Int)
    /// After as many releases.
    case cancel(Int)
    /// Somebody has held it for so long.
    case leave(Duration)
  }

  static let releases = 3
  /// Releasing shows after a moment.
  private static let moment: Duration = .seconds(2)

  /// How long somebody may hold a task.
  var patience: Duration
  private var released: [String: (times: Int, last: ContinuousClock.Instant)] = [:]
  private var held: [String: ContinuousClock.Instant] = [:]
  private var told: Set<String> = []

  init(patience: Duration) { self.patience = patience }

  /// Whether a reason to wait wasn't told yet.
  mutating func isNews(_ reason: String) -> Bool { told.insert(reason).inserted }

  mutating func step(
    for variant: String, _ hold: SlurmTask.Hold?, at now: ContinuousClock.Instant = .now
  ) -> Step {
    guard let hold else {
      held[variant] = nil
      return .wait
    }
    switch hold {
    case .ofSomebody:
      guard let since = held[variant] else {
        held[variant] = now
        return .tell
      }
      return now - since > patience ? .leave(now - since) : .wait
    case .ofSlurm:
      if let last = released[variant]?.last, now - last < Self.moment { return .wait }
      let times = released[variant]?.times ?? 0
      guard times < Self.releases else { return .cancel(times) }
      released[variant] = (times + 1, now)
      return .release(times + 1)
    }
  }
}
