import Diagnostics
import Disk
import Templates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The unpacked wheels, each downloaded once, and environments made of links to them.
struct ToolkitStore: Sendable {
  let tools: PythonTools
  /// What a broken machine lacks, such as `bin/ptxas`.
  var withheld: Set<String> = []

  private var folder: String { tools.cache + "/toolkit" }

  /// What environments with these parts link to.
  func readable(_ parts: [ToolkitPart]) -> [String] {
    parts.isEmpty ? [] : [folder]
  }

  /// Puts the parts' files into an environment, as links.
  ///
  /// - Parameter forBuild: those of `build`, or all others.
  func install(
    _ parts: [ToolkitPart], forBuild: Bool, into prefix: String, log: String
  ) async throws(Diagnostic) {
    for part in parts where (part.section == "build") == forBuild {
      for file in part.files where !withheld.contains(file.target) {
        let target = "\(prefix)/\(file.target)"
        switch file.origin {
        case .link(let other): try place(other, at: target)
        case .profile: try write(Self.profile, to: target)
        case .driverStub: try place(try await driverStub(log: log), at: target)
        case .wheel(let wheel, let name):
          let source = "\(try await unpacked(wheel, log: log))/\(name)"
          let isFolder = FolderListing.isFolder(source)
          for inner in isFolder ? FolderTree(source).files.map({ "/" + $0 }) : [""] {
            try place(source + inner, at: target + inner)
          }
        }
      }
    }
  }

  private func place(_ source: String, at target: String) throws(Diagnostic) {
    do throws(DiskFile.Failure) { try DiskFile(target).makeFolder() } catch {
      throw .prefixNotMade(error.description)
    }
    guard symlink(source, target) == 0 || errno == EEXIST else {
      throw .prefixNotMade("can't link \(target)")
    }
  }

  private func write(_ text: String, to target: String) throws(Diagnostic) {
    do throws(DiskFile.Failure) { try DiskFile(target).write(text) } catch {
      throw .prefixNotMade(error.description)
    }
  }

  /// The toolkit's folder in a wheel.
  func unpacked(_ wheel: ToolkitWheel, log: String) async throws(Diagnostic) -> String {
    let place = "\(folder)/\(wheel.requirement)"
    let inside = place + "/nvidia/cu13"
    if DiskEntry(place).kind == .folder { return inside }
    let partial = "\(place).new-\(UInt64.random(in: .min ... .max))"
    try await tools.pip(
      ["download", "--no-deps", "--only-binary", ":all:", "--dest", partial, "--quiet"]
        + [wheel.requirement],
      log: log, doing: "download \(wheel.requirement)")
    for name in FolderListing.names(in: partial) where name.hasSuffix(".whl") {
      try await tools.run(
        "bsdtar", ["-xf", "\(partial)/\(name)", "-C", partial], log: log, doing: "unpack \(name)")
      unlink("\(partial)/\(name)")
    }
    // Wheels say nothing of who may run their files.
    for name in ["bin", "nvvm/bin"] {
      let programs = "\(partial)/nvidia/cu13/\(name)"
      for file in FolderTree(programs).files {
        do throws(DiskFile.Failure) { try DiskFile("\(programs)/\(file)").makeExecutable() } catch {
          throw .prefixNotMade(error.description)
        }
      }
    }
    try tools.take(partial, as: place)
    return inside
  }

  /// Every function of the driver, as far as linkers want to know.
  private func driverStub(log: String) async throws(Diagnostic) -> String {
    try await compile(
      ["driver.c": DriverStub.source(header: try await header(log: log))],
      as: "driver-stub-\(ToolkitWheel.release)", library: "libcuda.so", includes: [], log: log)
  }

  /// Answers GeNN's questions about a device that isn't there: see its source.
  ///
  /// - Returns: the library, by the name that the driver has.
  func imaginedDevice(log: String) async throws(Diagnostic) -> String {
    let source = EmbeddedProgram.imaginedDevice.text
    let rest = DriverStub.source(header: try await header(log: log), without: source)
    let includes = [
      try await unpacked(.runtime, log: log) + "/include",
      try await unpacked(.crt, log: log) + "/include",
    ]
    return try await compile(
      ["device.c": source, "driver.c": rest],
      as: "imagined-device-\(Fingerprint.of(source + rest).prefix(8))", library: "libcuda.so.1",
      includes: includes, log: log)
  }

  private func header(log: String) async throws(Diagnostic) -> String {
    let file = DiskFile(try await unpacked(.runtime, log: log) + "/include/cuda.h")
    do throws(DiskFile.Failure) { return try file.read() } catch {
      throw .prefixNotMade(error.description)
    }
  }

  /// By the machine's own compiler: this is ours, and no part of what is verified.
  private func compile(
    _ sources: [String: String], as name: String, library: String, includes: [String], log: String
  ) async throws(Diagnostic) -> String {
    let place = "\(folder)/\(name)"
    if DiskEntry("\(place)/\(library)").kind == .file { return "\(place)/\(library)" }
    let partial = "\(place).new-\(UInt64.random(in: .min ... .max))"
    for (name, text) in sources { try write(text, to: "\(partial)/\(name)") }
    let run = await Command(
      "gcc",
      ["-O1", "-w", "-shared", "-fPIC", "-Wl,-soname,libcuda.so.1"] + includes.map { "-I\($0)" }
        + ["-o", library] + sources.keys.sorted(),
      in: partial, timeLimit: .seconds(120), outputLimit: 1 << 20
    ).run(loggingTo: log, watching: [], upTo: .max)
    guard run.isSuccess else {
      FolderTree(partial).remove()
      throw .stubNotCompiled(LogText(log).lastLines(4))
    }
    try tools.take(partial, as: place)
    return "\(place)/\(library)"
  }

  /// NVIDIA's own, with the folders that conda's has.
  private static let profile = """
    TOP              = $(_HERE_)/..
    CICC_PATH        = $(TOP)/nvvm/bin
    NVVMIR_LIBRARY_DIR = $(TOP)/nvvm/libdevice
    LD_LIBRARY_PATH += $(TOP)/lib:
    PATH            += $(CICC_PATH):$(_HERE_):
    INCLUDES        +=  "-I$(TOP)/\(StandIns.target)/include" $(_SPACE_)
    SYSTEM_INCLUDES +=  "-isystem" "$(TOP)/\(StandIns.target)/include/cccl" $(_SPACE_)
    LIBRARIES        =+ $(_SPACE_) "-L$(TOP)/\(StandIns.target)/lib/stubs" "-L$(TOP)/\(StandIns.target)/lib"
    CUDAFE_FLAGS    +=
    PTXAS_FLAGS     +=

    """
}

extension Diagnostic {
  static func stubNotCompiled(_ lines: [String]) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "gcc could not compile the driver's stand-in",
      remedy: "install gcc and libc6-dev", notes: lines.map { Note($0) })
  }
}
