package import Diagnostics
package import KernelCompiler
package import Templates

/// Runs networks by an installed PyGeNN: prints a Python program, runs it and reads its output.
package struct GeNNEngine: Sendable {
  /// A Python that has pygenn; a name to look for in PATH, or a path.
  package var python: String
  package var backend = "single_threaded_cpu"
  /// GeNN's `optimize_code`: faster, with other results.
  package var optimizes = false
  package var runLimit: Duration = .seconds(600)
  /// In bytes; a spike takes about 15, a last value about 40.
  package var outputLimit = 256 << 20
  /// Whether last values are part of the result.
  package var reportsState = true
  package var traced: [TracedVariable] = []
  package var templates: TemplateSet

  package init(python: String, templates: TemplateSet = TemplateSet()) {
    self.python = python
    self.templates = templates
  }

  /// Whether GeNN's code computes functions such as `exp` in double even where `scalar` is float. On
  /// a CPU with glibc it does, as it calls the functions of C and not their overloads in `std`. Only
  /// with the same arithmetic other engines can do the same; a network that was compiled without it
  /// has GeNN's code compiled with the overloads.
  package var computesInDouble: Bool {
    #if os(Linux)
      backend == "single_threaded_cpu"
    #else
      false
    #endif
  }

  /// Leaves `NAME.py` and, if it needs one, `NAME.data` in the work area.
  package func run(
    _ layout: NetworkLayout, steps: Int, in area: WorkArea
  ) async throws(Diagnostic) -> SimulationResult {
    let name = "\(layout.network.name)_\(layout.network.scalar.rawValue)"
    do {
      try area.write(
        try PyGeNNProgram(layout, steps: steps, templates: templates).source, to: name + ".py")
    } catch let error as MustacheError {
      throw .brokenTemplate(error)
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw .notWritten(name + ".py", "\(error)")
    }
    var arguments = [name + ".py", "--backend", backend]
    if layout.needsData {
      try area.write(layout, to: name + ".data")
      arguments += ["--data", name + ".data"]
    }
    if optimizes { arguments.append("--optimize") }
    if !reportsState { arguments.append("--no-state") }
    for variable in traced {
      let place = layout.network.reportedColumns.firstIndex(of: variable.column) ?? 0
      arguments += ["--trace", "\(place)", "\(variable.neuron)"]
    }
    let run = await Command(
      python, arguments, in: area.path, timeLimit: runLimit, outputLimit: outputLimit
    ).run()
    switch run.end {
    case .exited(0): break
    case .notFound: throw .pythonMissing(python)
    case .timedOut: throw .simulationHangs(layout.network.name, runLimit)
    case .outputTooLong: throw .simulationPrintsTooMuch(layout.network.name, outputLimit)
    case .exited(let status):
      throw .simulationFails(
        layout.network.name, "exit status \(status)", Self.summary(of: run.errors))
    case .signalled(let signal):
      throw .simulationFails(layout.network.name, "signal \(signal)", run.errors)
    case .failed(let reason):
      throw .simulationFails(layout.network.name, reason, run.errors)
    }
    return try SimulationOutput.parse(
      run.output, of: layout, withState: reportsState, traces: traced.count)
  }

  /// What GeNN and Python say is wrong, without the way to the place where it was found.
  private static func summary(of errors: [UInt8]) -> [UInt8] {
    let lines = errors.split(separator: UInt8(ascii: "\n"))
    let important = lines.filter { $0.first != UInt8(ascii: " ") }
    return Array(important.suffix(6).joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))
  }
}
