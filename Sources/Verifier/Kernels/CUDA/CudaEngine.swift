package import Diagnostics
package import KernelCompiler
package import Templates

/// Runs networks as generated CUDA: prints the program, compiles it by nvcc, runs it on a GPU and
/// reads its output. Compiling alone needs no GPU.
package struct CudaEngine: Sendable {
  package var toolkit: CudaToolkit
  /// What programs that are to run are compiled for.
  package var architecture = CudaArchitecture.native
  package var compileLimit: Duration = .seconds(600)
  package var runLimit: Duration = .seconds(60)
  /// In bytes; a spike takes about 15, a last value about 40.
  package var outputLimit = 256 << 20
  package var templates: TemplateSet
  /// Whether last values are part of the result.
  package var reportsState = true
  /// Waits for each kernel, and looks for numbers that are not finite after each step.
  package var checksSteps = false
  package var traced: [TracedVariable] = []

  package init(_ toolkit: CudaToolkit = .fromEnvironment, templates: TemplateSet = TemplateSet()) {
    self.toolkit = toolkit
    self.templates = templates
  }

  /// Leaves `NAME.cu`, the program `NAME` and, if it needs one, `NAME.data` in the work area.
  package func run(
    _ layout: NetworkLayout, steps: Int, in area: WorkArea, durations: inout CxxEngine.Durations
  ) async throws(Diagnostic) -> SimulationResult {
    try await build(layout, steps: steps, in: area, durations: &durations)
    return try await execute(layout, in: area, durations: &durations)
  }

  /// Prints and compiles the program, and writes its data.
  package func build(
    _ layout: NetworkLayout, steps: Int, in area: WorkArea, durations: inout CxxEngine.Durations
  ) async throws(Diagnostic) {
    let clock = ContinuousClock()
    let start = clock.now
    let name = Self.name(layout.network)
    try area.write(try source(layout.network, steps), to: name + ".cu")
    durations.generate = clock.now - start
    let run = await compile(name, ["-arch=\(architecture.name)", "-o", name], in: area)
    durations.compile = run.duration
    if architecture == .native, run.errors.contains("Cannot find valid GPU".utf8) {
      throw .gpuMissing("nvcc finds none")
    }
    try check(run)
    if layout.needsData { try area.write(layout, to: name + ".data") }
  }

  /// Prints a program and compiles what runs on the GPU, `NAME.ARCHITECTURE.cubin` in the work
  /// area.
  package func compile(
    _ network: CheckedNetwork, steps: Int, for architecture: CudaArchitecture, in area: WorkArea
  ) async throws(Diagnostic) -> CudaCompilation {
    let name = Self.name(network)
    try area.write(try source(network, steps), to: name + ".cu")
    let file = "\(name).\(architecture.name).cubin"
    let run = await compile(
      name, ["-arch=\(architecture.name)", "-cubin", "-Xptxas", "-v", "-o", file], in: area)
    try check(run)
    return CudaCompilation(
      network: network.name, precision: network.scalar.rawValue, architecture: architecture,
      file: area.file(file), seconds: run.duration.inSeconds,
      kernels: CudaKernelFigures.parse(run.errors))
  }

  /// Runs the program that was built.
  package func execute(
    _ layout: NetworkLayout, in area: WorkArea, durations: inout CxxEngine.Durations
  ) async throws(Diagnostic) -> SimulationResult {
    let name = Self.name(layout.network)
    var arguments = layout.needsData ? ["--data", name + ".data"] : []
    if !reportsState { arguments.append("--no-state") }
    if checksSteps { arguments.append("--check") }
    for variable in traced { arguments += ["--trace", "\(variable.column)", "\(variable.neuron)"] }
    let run = await Command(
      area.file(name), arguments, in: area.path, timeLimit: runLimit, outputLimit: outputLimit
    ).run()
    durations.run = run.duration
    if run.end == .exited(3), !checksSteps {
      // The same again with a look after each step tells when it began.
      var engine = self
      engine.checksSteps = true
      return try await engine.execute(layout, in: area, durations: &durations)
    }
    try check(run, of: layout)
    return try SimulationOutput.parse(
      run.output, of: layout, withState: reportsState, traces: traced.count)
  }

  package static func name(_ network: CheckedNetwork) -> String {
    "\(network.name)_\(network.scalar.rawValue)"
  }

  private func source(_ network: CheckedNetwork, _ steps: Int) throws(Diagnostic) -> String {
    if let obstacle = CudaProgram.obstacle(in: network) { throw obstacle }
    do {
      return try CudaProgram(network, steps: steps, templates: templates).source
    } catch {
      throw .brokenTemplate(error)
    }
  }

  private func compile(
    _ name: String, _ options: [String], in area: WorkArea
  ) async -> Command.Run {
    await Command(
      toolkit.compiler, CudaProgram.compilerOptions + options + [name + ".cu"], in: area.path,
      timeLimit: compileLimit, outputLimit: 4 << 20
    ).run()
  }

  private func check(_ compilation: Command.Run) throws(Diagnostic) {
    let name = toolkit.compiler
    switch compilation.end {
    case .exited(0): return
    case .notFound: throw .nvccMissing(name)
    case .timedOut: throw .compilerHangs(name, compileLimit)
    case .exited(let status): throw .nvccFails(name, status, compilation.errors)
    case .signalled(let signal): throw .compilerDies(name, "signal \(signal)")
    case .outputTooLong: throw .compilerDies(name, "endless messages")
    case .failed(let reason): throw .compilerDies(name, reason)
    }
  }

  private func check(_ run: Command.Run, of layout: NetworkLayout) throws(Diagnostic) {
    let network = layout.network.name
    switch run.end {
    case .exited(0): return
    case .exited(3): throw .notFinite(run.errors, in: layout)
    case .exited(4): throw .gpuMissing(Self.lastLine(of: run.errors))
    case .exited(5): throw .gpuTooSmall(network, Self.lastLine(of: run.errors))
    case .exited(6): throw .gpuFails(network, Self.lastLine(of: run.errors))
    case .timedOut: throw .simulationHangs(network, runLimit)
    case .outputTooLong: throw .simulationPrintsTooMuch(network, outputLimit)
    case .exited(let status): throw .simulationFails(network, "exit status \(status)", run.errors)
    case .signalled(let signal): throw .simulationFails(network, "signal \(signal)", run.errors)
    case .notFound: throw .simulationFails(network, "the program is not there", run.errors)
    case .failed(let reason): throw .simulationFails(network, reason, run.errors)
    }
  }

  private static func lastLine(of errors: [UInt8]) -> String {
    let lines = errors.split(separator: UInt8(ascii: "\n"))
    return String(decoding: (lines.last ?? []).prefix(400), as: UTF8.self)
  }
}
