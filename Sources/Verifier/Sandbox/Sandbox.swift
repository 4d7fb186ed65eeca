/// Where children run: they see a root of chosen files, and write where they are told to.
package struct Sandbox: Sendable {
  package var isolation: Isolation
  package var root: HostRoot
  /// Absolute; everything else can only be read.
  package var writable: [String]
  package var readable: [String]
  package var hasNetwork = false
  package var limits = SandboxLimits()
  /// Told how long the children ran.
  var clock: ChildClock?

  init(
    isolation: Isolation, root: HostRoot, writable: [String], readable: [String] = [],
    limits: SandboxLimits = SandboxLimits(), clock: ChildClock? = nil
  ) {
    self.clock = clock
    self.isolation = isolation
    self.root = root
    self.writable = writable
    self.readable = readable
    self.limits = limits
  }

  /// Runs a program with exactly these variables; both its streams go to the log.
  package func run(
    _ arguments: [String], environment: [String: String], in directory: String, log: String
  ) async -> LoggedRun {
    await handOver()
    let words = command(arguments, environment: environment, in: directory)
    let command = Command(
      words[0], Array(words.dropFirst()), in: isolation.isComplete ? "/" : directory,
      timeLimit: limits.time, outputLimit: limits.output)
    let run = await command.run(loggingTo: log, watching: writable, upTo: limits.disk)
    clock?.add(run.duration)
    return run
  }

  /// Gives the writable folders to the user that children run as.
  package func handOver() async {
    guard case .bubblewrap(let user?) = isolation else { return }
    // Links themselves, never what they point to.
    let owner = "\(user):\(user)"
    _ = await Command(
      "chown", ["-Rh", owner] + writable, in: "/", timeLimit: .seconds(300), outputLimit: 1 << 16
    ).run()
  }

  /// What starts a program in here.
  ///
  /// - Parameter isInteractive: with the caller's terminal, which other children have nothing to do with.
  package func command(
    _ arguments: [String], environment: [String: String], in directory: String,
    isInteractive: Bool = false
  ) -> [String] {
    let limited =
      ["bash", "-c", limitScript, "bash"] + arguments
    guard case .bubblewrap(let user) = isolation else {
      return ["env", "-i"] + environment.map { "\($0)=\($1)" }.sorted() + limited
    }
    var words = ["bwrap", "--unshare-pid", "--unshare-ipc", "--die-with-parent"]
    if !isInteractive { words.append("--new-session") }
    if !hasNetwork { words.append("--unshare-net") }
    words += ["--perms", "1777", "--size", "\(256 << 20)", "--tmpfs", "/tmp"]
    words += ["--perms", "0755", "--dir", HostRoot.mount]
    words += [
      "--ro-bind", "/usr", HostRoot.mount + "/usr", "--ro-bind", root.path + "/usr", "/usr",
    ]
    words += ["--ro-bind", root.path + "/etc", "/etc"]
    for name in ["bin", "sbin", "lib", "lib64"] {
      words += ["--symlink", "usr/\(name)", "/\(name)"]
    }
    words += ["--proc", "/proc", "--dev", "/dev", "--ro-bind-try", "/sys/devices/system/cpu"]
    words += ["/sys/devices/system/cpu"]
    if hasNetwork {
      for file in ["/etc/resolv.conf", "/etc/ssl"] { words += ["--ro-bind-try", file, file] }
    }
    var made: Set<String> = ["/", "/tmp", "/usr", "/etc"]
    for (option, paths) in [("--ro-bind", readable), ("--bind", writable)] {
      for path in paths {
        for parent in Self.parents(of: path) where made.insert(parent).inserted {
          words += ["--perms", "0755", "--dir", parent]
        }
        words += [option, path, path]
      }
    }
    words += ["--chdir", directory, "--clearenv"]
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      words += ["--setenv", name, value]
    }
    guard let user else {
      return words + ["--unshare-user", "--uid", "1000", "--gid", "1000", "--"] + limited
    }
    words += ["--cap-drop", "ALL"]
    for name in ["SETUID", "SETGID", "SETPCAP"] { words += ["--cap-add", "CAP_\(name)"] }
    return words + [
      "--", "setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups",
      "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs",
    ] + limited
  }

  /// bash's own limits; no path or text of a recipe is in this script.
  private var limitScript: String {
    "ulimit -c 0; ulimit -u \(limits.processes); ulimit -v \(limits.memory >> 10); "
      + "ulimit -f \(limits.disk >> 10); exec \"$@\""
  }

  private static func parents(of path: String) -> [String] {
    var parents: [String] = []
    var parent = ""
    for part in path.split(separator: "/").dropLast() {
      parent += "/" + part
      parents.append(parent)
    }
    return parents
  }
}
