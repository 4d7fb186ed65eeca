#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this process has computed, which a busy machine doesn't make longer.
enum CPUTime {
  static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000
  }

  /// From now on; then the process ends by a signal.
  static func limit(toSeconds seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = .init(seconds)
    #if canImport(Glibc)
      _ = setitimer(__itimer_which_t(ITIMER_VIRTUAL.rawValue), &timer, nil)
    #else
      _ = setitimer(ITIMER_VIRTUAL, &timer, nil)
    #endif
  }
}
