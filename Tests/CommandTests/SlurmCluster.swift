import Foundation

/// A Slurm of one node, made for a test: munge, slurmctld and slurmd as processes of this machine, with all
/// that they write in a folder of their own.
final class SlurmCluster {
  /// Short, since sockets' paths must be, and where no other user can write.
  let folder: URL
  private var daemons: Set<String> = []

  private static let programs = ["munged", "slurmctld", "slurmd"].map { "/usr/sbin/\($0)" }

  /// Daemons that come and go are too much for a run with a thousand other tests: where a launch fails, Slurm
  /// holds the task and drains its node for good.
  static let isWanted = ProcessInfo.processInfo.environment["GENNFORGE_SLURM"] != nil

  static let isPossible =
    geteuid() == 0
    && (programs + ["/usr/bin/sbatch", "/usr/bin/squeue", "/usr/bin/bwrap"]).allSatisfy {
      FileManager.default.isExecutableFile(atPath: $0)
    }

  static let hint =
    "needs Slurm, whose daemons want root (apt install slurmctld slurmd slurm-client munge), and bubblewrap"

  var environment: [String: String] { ["SLURM_CONF": file("slurm.conf")] }

  init() throws {
    folder = URL(filePath: "/tmp/gfs-\(UUID().uuidString.prefix(8))")
    for name in ["state", "spool"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    let key = folder.appending(path: "munge.key")
    try Data((0..<256).map { _ in UInt8.random(in: 0...255) }).write(to: key)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: key.path())
    try Data(configuration.utf8).write(to: folder.appending(path: "slurm.conf"))
    try start(
      "munged",
      [
        "--force", "--foreground", "--key-file=\(file("munge.key"))",
        "--socket=\(file("munge.socket"))", "--pid-file=\(file("munged.pid"))",
        "--log-file=\(file("munged.log"))", "--seed-file=\(file("munged.seed"))",
      ])
    try wait(for: "munge") { FileManager.default.fileExists(atPath: self.file("munge.socket")) }
    try startController()
    try start("slurmd", ["-D", "-f", file("slurm.conf"), "-N", Self.host])
    try wait(for: "the node") { try self.output("sinfo", ["-h", "-o", "%t"]).contains("idle") }
  }

  deinit {
    for name in daemons { stop(name) }
    try? FileManager.default.removeItem(at: folder)
  }

  func startController() throws { try start("slurmctld", ["-D", "-f", file("slurm.conf")]) }

  /// Once it has written down what runs: else it would start that again after a restart, and the node,
  /// which runs it already, is drained.
  func killController() {
    let known = Date()
    func isSaved() -> Bool {
      let state = try? FileManager.default.attributesOfItem(atPath: file("state/job_state"))
      return (state?[.modificationDate] as? Date).map { $0 > known } ?? false
    }
    for _ in 0..<150 where !isSaved() { usleep(200_000) }
    stop("slurmctld")
  }

  private func stop(_ name: String) {
    let text = try? String(contentsOfFile: file("\(name).number"), encoding: .utf8)
    let number = text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    if let number { kill(number, SIGKILL) }
  }

  private static var host: String {
    String(ProcessInfo.processInfo.hostName.prefix { $0 != "." })
  }

  private func file(_ name: String) -> String { folder.appending(path: name).path() }

  private var configuration: String {
    let port = Int.random(in: 20_000...50_000)
    return """
      ClusterName=test
      SlurmctldHost=\(Self.host)(127.0.0.1)
      SlurmUser=root
      AuthType=auth/munge
      AuthInfo=socket=\(file("munge.socket"))
      SlurmctldPort=\(port)
      SlurmdPort=\(port + 1)
      StateSaveLocation=\(file("state"))
      SlurmdSpoolDir=\(file("spool"))
      SlurmctldPidFile=\(file("slurmctld.pid"))
      SlurmdPidFile=\(file("slurmd.pid"))
      SlurmctldLogFile=\(file("slurmctld.log"))
      SlurmdLogFile=\(file("slurmd.log"))
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      SlurmdParameters=config_overrides
      JobAcctGatherType=jobacct_gather/none
      MpiDefault=none
      ReturnToService=2
      MessageTimeout=5
      NodeName=\(Self.host) NodeAddr=127.0.0.1 CPUs=4 Sockets=1 CoresPerSocket=4 ThreadsPerCore=1
      PartitionName=test Nodes=\(Self.host) Default=YES MaxTime=INFINITE State=UP

      """
  }

  /// Below a shell that stays: daemons close what they inherit, and `Process` takes that for their end.
  private func start(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "\"$@\" & echo $! >'\(file("\(name).number"))'; wait", "sh", "/usr/sbin/\(name)"]
      + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    daemons.insert(name)
  }

  /// Through a file: other tests' children may inherit the end of a pipe, and keep it open.
  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let file = folder.appending(path: ".out")
    try Data().write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(program)")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: file, encoding: .utf8)
  }

  struct NotReady: Error { var what: String }

  private func wait(for what: String, _ isThere: () throws -> Bool) throws {
    for _ in 0..<600 {
      if try isThere() { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw NotReady(what: what)
  }
}
