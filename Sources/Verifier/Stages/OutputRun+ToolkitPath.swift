import Diagnostics
import Disk

extension OutputRun {
  /// Where a package's activation points CUDA_PATH, the toolkit of its environment must be: another one may
  /// do on the machine that it was tried on, and on no other.
  func checkToolkitPath(
    _ environment: InstalledEnvironment, _ report: inout StageReport
  ) async throws(Diagnostic) {
    let needed = needed
    guard !needed.toolkit.isEmpty else { return }
    let log = area.path + "/run/tmp/cuda-path"
    let run = await environment.run(
      ["bash", "-c", "printf %s \"${CUDA_PATH-}\""], in: area.installed, log: log)
    guard run.isSuccess, let path = LogText(log).lines.first else { return }
    let place = plan.places.place(ofKey: "build.script", output: output.name)
    let prefix = area.installed
    let shown = path.replacing(prefix, with: "$CONDA_PREFIX")
    let hasCompiler = needed.toolkit.contains { part in
      part.files.contains { $0.target == "bin/nvcc" }
    }
    var finding: Diagnostic?
    if path != prefix, !path.hasPrefix(prefix + "/") {
      finding = .otherToolkitActive(shown, at: place)
    } else if hasCompiler, DiskEntry(path + "/bin/nvcc").kind == .absent {
      finding = .noToolkitAtPath(shown, at: place)
    }
    report.checks.append(
      .init(
        name: "CUDA_PATH is this environment's toolkit", isRight: finding == nil, seconds: 0,
        output: ["CUDA_PATH=\(shown)"]))
    if let finding { report.findings.append(finding) }
  }
}

extension Diagnostic {
  static func otherToolkitActive(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "activation points CUDA_PATH to '\(path)', another toolkit than the environment's own",
      remedy: "write $PREFIX there: the run requirements bring the toolkit with bin/nvcc")
  }

  static func noToolkitAtPath(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "activation points CUDA_PATH to '\(path)', where no bin/nvcc is",
      remedy: "write $PREFIX there: conda's nvcc is in its bin, headers are below targets/")
  }
}
