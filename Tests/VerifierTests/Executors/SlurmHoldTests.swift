import Testing

@testable import Verifier

/// What Slurm's words about a task mean, and what is done then.
struct SlurmHoldTests {
  @Test(arguments: [
    ("launch failed requeued held", SlurmTask.Hold.ofSlurm),
    ("launch_failed_requeued_held", .ofSlurm), ("job requeued in held state", .ofSlurm),
    ("JobHoldMaxRequeue", .ofSlurm), ("JobHeldUser", .ofSomebody), ("JobHeldAdmin", .ofSomebody),
  ])
  func holds(_ reason: String, _ hold: SlurmTask.Hold) {
    #expect(SlurmTask(state: "PD", reason: reason).hold == hold)
    #expect(!SlurmTask(state: "PD", reason: reason).isStuck)
    // A reason may stay when the task is started after all.
    #expect(SlurmTask(state: "R", reason: reason).hold == nil)
  }

  @Test func waitingInAQueueIsNoHold() {
    for reason in ["Priority", "Resources", "JobArrayTaskLimit", "BeginTime", "None"] {
      let task = SlurmTask(state: "PD", reason: reason)
      #expect(task.hold == nil && !task.isStuck)
    }
    let drained = "Nodes required for job are DOWN, DRAINED or reserved for jobs"
    #expect(SlurmTask(state: "PD", reason: drained).isStuck)
    #expect(!SlurmTask(state: "R", reason: drained).isStuck)
  }

  @Test func slurmsOwnHoldEndsAfterThreeReleases() {
    var holds = SlurmHolds(patience: .seconds(60))
    var now = ContinuousClock.now
    for time in 1...3 {
      #expect(holds.step(for: "a", .ofSlurm, at: now) == .release(time))
      // The queue still shows the hold that was just ended.
      #expect(holds.step(for: "a", .ofSlurm, at: now + .seconds(1)) == .wait)
      now += .seconds(5)
    }
    #expect(holds.step(for: "b", .ofSlurm, at: now) == .release(1))
    #expect(holds.step(for: "a", .ofSlurm, at: now) == .cancel(3))
  }

  @Test func somebodysHoldIsWaitedForWithPatience() {
    var holds = SlurmHolds(patience: .seconds(60))
    let now = ContinuousClock.now
    #expect(holds.step(for: "a", .ofSomebody, at: now) == .tell)
    #expect(holds.step(for: "a", .ofSomebody, at: now + .seconds(59)) == .wait)
    // Released, and held again: the time counts anew.
    #expect(holds.step(for: "a", nil, at: now + .seconds(60)) == .wait)
    #expect(holds.step(for: "a", .ofSomebody, at: now + .seconds(61)) == .tell)
    #expect(holds.step(for: "a", .ofSomebody, at: now + .seconds(122)) == .leave(.seconds(61)))
  }
}
