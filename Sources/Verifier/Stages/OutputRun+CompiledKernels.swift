import Binaries
import Diagnostics
import Disk
import SpikingModels
import Templates

extension OutputRun {
  /// Has GeNN generate and compile the networks' CUDA kernels for processors that aren't there, by an
  /// imagined device, and looks into what was compiled.
  ///
  /// - Parameter programs: Python files and what they read, or `-`, in turns.
  func compileKernels(
    _ programs: [String], _ environment: InstalledEnvironment, in folder: String,
    at place: SourceLocation, _ report: inout StageReport
  ) async throws(Diagnostic) {
    let store = ToolkitStore(tools: workshop.tools)
    let device = try await store.imaginedDevice(log: report.log)
    do throws(DiskFile.Failure) {
      try DiskFile(folder + "/compile_kernels.py").write(EmbeddedProgram.compileKernels.text)
    } catch {
      throw .prefixNotMade(error.description)
    }
    for architecture in settings.architectures {
      let name = "sm_\(architecture)"
      var environment = environment
      environment.variables["LD_PRELOAD"] = device
      environment.variables["GENNFORGE_DEVICE"] = String(architecture)
      environment.record(in: area.path, directory: folder)
      let run = await environment.run(
        ["python", "compile_kernels.py", name] + programs, in: folder,
        log: "\(folder)/\(name).log")
      try await note(run, "kernels for \(name)", environment, &report)
      for line in LogText(run.log).lines where line.hasPrefix("compiled: ") {
        let program = String(line.dropFirst("compiled: ".count))
        check(
          Self.title(of: program), architecture, in: "\(folder)/\(name)/\(program)", at: place,
          &report)
      }
    }
    report.findings.append(.compiledOnly(settings.architectures, at: place))
  }

  /// `poisson_float` as other engines' runs of it are called.
  static func title(of program: String) -> String {
    for precision in Precision.allCases where program.hasSuffix("_\(precision.rawValue)") {
      return "\(program.dropLast(precision.rawValue.count + 1)) (\(precision.rawValue))"
    }
    return program
  }

  /// Whether a library has code for the processor.
  private func check(
    _ network: String, _ architecture: Int, in folder: String, at place: SourceLocation,
    _ report: inout StageReport
  ) {
    let library = FolderListing.files(below: folder).first { $0.hasSuffix("librunner.so") }
    let bytes = library.flatMap { try? DiskFile("\(folder)/\($0)").bytes() } ?? []
    let code = ((try? Binary.all(in: bytes)) ?? []).flatMap(\.gpuCode)
    let isRight = code.contains { $0.architecture == architecture && $0.kind == .sass }
    report.checks.append(
      .init(
        name: "\(network), compiled for sm_\(architecture), not run", isRight: isRight, seconds: 0,
        output: ["GPU code: \(code.map(\.description).joined(separator: ", "))"],
        network: network, engine: "CUDA for sm_\(architecture), compiled only"))
    if !isRight {
      report.findings.append(.noKernelCode(network, architecture, at: place))
    }
  }
}

extension Diagnostic {
  static func compiledOnly(_ architectures: [Int], at place: SourceLocation) -> Diagnostic {
    let names = architectures.map { "sm_\($0)" }.joined(separator: ", ")
    return Diagnostic(
      .note, at: place,
      "CUDA kernels were generated and compiled for \(names) against a stand-in of the driver; nothing ran",
      remedy: "verify on a machine with a device before you publish")
  }

  static func noKernelCode(
    _ network: String, _ architecture: Int, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "what was compiled for '\(network)' has no code for sm_\(architecture)",
      remedy: "look which -arch nvcc gets, and at NVCC_APPEND_FLAGS")
  }
}
