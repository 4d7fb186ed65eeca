import Synchronization

/// Adds up how long other people's programs ran: compilers, Python, simulators, downloads.
final class ChildClock: Sendable {
  private let total = Mutex(Duration.zero)

  func add(_ duration: Duration) { total.withLock { $0 += duration } }

  var seconds: Double { total.withLock { $0 }.inSeconds }
}
