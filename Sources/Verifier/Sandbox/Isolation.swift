#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What keeps a child from the rest of the machine.
package enum Isolation: Hashable, Sendable {
  /// Namespaces by bubblewrap. Root's children run as a user of their own, others' in a user namespace.
  case bubblewrap(user: Int?)
  /// Only the search path: what a child finds by absolute names it finds.
  case searchPath(reason: String)

  package var isComplete: Bool {
    if case .bubblewrap = self { true } else { false }
  }

  package var inWords: String {
    switch self {
    case .bubblewrap: "bubblewrap, without network"
    case .searchPath(let reason): "search path only: \(reason)"
    }
  }

  /// A user ID that nobody has, so that limits on processes count only the child's.
  private static let user = 61_180

  /// What this machine can do, tried out once in a process: a busy machine must not change its mind,
  /// and with it what results depend on.
  package static func best() async -> Isolation { await tried.value }

  private static let tried = Task { () -> Isolation in
    #if os(Linux)
      let user: Int? = geteuid() == 0 ? Self.user : nil
      for attempt in 1...3 {
        switch await trial(user) {
        case .exited(0): return Isolation.bubblewrap(user: user)
        case .notFound: return .searchPath(reason: "bubblewrap (bwrap) is not installed")
        case .timedOut where attempt < 3: continue
        default: break
        }
      }
      return .searchPath(reason: "bubblewrap may not make namespaces here")
    #else
      return Isolation.searchPath(reason: "bubblewrap is there for Linux only")
    #endif
  }

  private static func trial(_ user: Int?) async -> Command.End {
    await Command(
      "bwrap",
      ["--ro-bind", "/", "/", "--proc", "/proc", "--unshare-pid", "--unshare-net"]
        + (user == nil ? ["--unshare-user"] : []) + ["true"],
      in: "/", timeLimit: .seconds(20), outputLimit: 1 << 16
    ).run().end
  }
}
