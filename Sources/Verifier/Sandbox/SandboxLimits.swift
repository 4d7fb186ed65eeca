/// How much a child may use before it is stopped.
package struct SandboxLimits: Hashable, Sendable {
  package var time: Duration
  /// Address space of one process, in bytes.
  package var memory: Int
  package var processes: Int
  /// What may lie in the writable folders, in bytes; also the size of one file.
  package var disk: Int
  /// Of the log, in bytes.
  package var output: Int

  package init(
    time: Duration = .seconds(3600), memory: Int = 16 << 30, processes: Int = 2000,
    disk: Int = 8 << 30, output: Int = 64 << 20
  ) {
    self.time = time
    self.memory = memory
    self.processes = processes
    self.disk = disk
    self.output = output
  }
}
