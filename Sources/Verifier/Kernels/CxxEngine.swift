package import Diagnostics
package import KernelCompiler
package import Templates

/// Runs networks as generated C++: prints the program, compiles it, runs it and reads its output.
package struct CxxEngine: Sendable {
  package var compiler: CxxCompiler
  /// Added to the options that keep the arithmetic exact, such as a sanitizer's.
  package var extraOptions: [String] = []
  package var compileLimit: Duration = .seconds(300)
  package var runLimit: Duration = .seconds(60)
  /// In bytes; a spike takes about 15, a last value about 40.
  package var outputLimit = 256 << 20
  package var templates: TemplateSet
  /// How many threads the program uses.
  package var threads = 1
  /// Compiles for this machine's processor; the arithmetic is the same on all of them.
  package var isNative = true
  /// Whether last values are part of the result.
  package var reportsState = true
  package var traced: [TracedVariable] = []

  package init(
    _ compiler: CxxCompiler = .fromEnvironment, templates: TemplateSet = TemplateSet()
  ) {
    self.compiler = compiler
    self.templates = templates
  }

  /// How long each stage took.
  package struct Durations: Hashable, Sendable {
    package var generate: Duration = .zero
    package var compile: Duration = .zero
    package var run: Duration = .zero
  }

  package func run(
    _ network: CheckedNetwork, steps: Int, in area: WorkArea, durations: inout Durations
  ) async throws(Diagnostic) -> SimulationResult {
    try await run(NetworkLayout(network), steps: steps, in: area, durations: &durations)
  }

  /// Leaves `NAME.cpp`, the program `NAME` and, if it needs one, `NAME.data` in the work area.
  package func run(
    _ layout: NetworkLayout, steps: Int, in area: WorkArea, durations: inout Durations
  ) async throws(Diagnostic) -> SimulationResult {
    try await build(layout, steps: steps, in: area, durations: &durations)
    return try await execute(layout, in: area, durations: &durations)
  }

  /// Prints and compiles the program, and writes its data.
  package func build(
    _ layout: NetworkLayout, steps: Int, in area: WorkArea, durations: inout Durations
  ) async throws(Diagnostic) {
    let clock = ContinuousClock()
    let start = clock.now
    let name = Self.name(layout)
    try area.write(try source(layout.network, steps), to: name + ".cpp")
    durations.generate = clock.now - start
    let compilation = await compile(name, into: name, in: area)
    durations.compile = compilation.duration
    try check(compilation)
    let data = layout.drawingAgain
    if data.needsData { try area.write(data, to: name + ".data") }
  }

  /// Runs the program that was built.
  package func execute(
    _ layout: NetworkLayout, in area: WorkArea, durations: inout Durations
  ) async throws(Diagnostic) -> SimulationResult {
    let name = Self.name(layout)
    var arguments = ["--threads", "\(threads)"]
    if layout.drawingAgain.needsData { arguments += ["--data", name + ".data"] }
    if !reportsState { arguments.append("--no-state") }
    for variable in traced { arguments += ["--trace", "\(variable.column)", "\(variable.neuron)"] }
    let run = await Command(
      area.file(name), arguments, in: area.path, timeLimit: runLimit, outputLimit: outputLimit
    ).run()
    durations.run = run.duration
    if run.end == .exited(Self.notFiniteStatus) { throw await wildNumber(layout, in: area) }
    try check(run, of: layout.network.name)
    return try SimulationOutput.parse(
      run.output, of: layout, withState: reportsState, traces: traced.count)
  }

  /// Of a program that met a number that is infinite or none.
  private static let notFiniteStatus = 3

  /// Which number it was: says the same program, compiled so that it looks at each by itself.
  private func wildNumber(_ layout: NetworkLayout, in area: WorkArea) async -> Diagnostic {
    let name = Self.name(layout)
    let search = name + "_search"
    let compilation = await compile(name, into: search, ["-DSEARCH"], in: area)
    do throws(Diagnostic) {
      try check(compilation)
      let data = layout.drawingAgain.needsData ? ["--data", name + ".data"] : []
      let run = await Command(
        area.file(search), ["--threads", "1"] + data, in: area.path, timeLimit: runLimit,
        outputLimit: outputLimit
      ).run()
      if let finding = SimulationOutput.wildNumber(run.output, in: layout.network) {
        return finding
      }
      try check(run, of: layout.network.name)
      return .simulationFails(layout.network.name, "a number that is not finite", run.errors)
    } catch {
      return error
    }
  }

  private static func name(_ layout: NetworkLayout) -> String {
    "\(layout.network.name)_\(layout.network.scalar.rawValue)"
  }

  private func source(_ network: CheckedNetwork, _ steps: Int) throws(Diagnostic) -> String {
    do {
      return try CxxProgram(network, steps: steps, templates: templates).source
    } catch {
      throw .brokenTemplate(error)
    }
  }

  private func compile(
    _ name: String, into program: String, _ further: [String] = [], in area: WorkArea
  ) async -> Command.Run {
    let native = isNative ? CxxProgram.nativeOptions : []
    let options =
      compiler.arguments + CxxProgram.compilerOptions + native + extraOptions + further
    return await Command(
      compiler.program, options + [name + ".cpp", "-o", program, "-lm"], in: area.path,
      timeLimit: compileLimit, outputLimit: 1 << 20
    ).run()
  }

  private func check(_ compilation: Command.Run) throws(Diagnostic) {
    switch compilation.end {
    case .exited(0): return
    case .notFound: throw .compilerMissing(compiler.name)
    case .timedOut: throw .compilerHangs(compiler.name, compileLimit)
    case .exited(let status):
      throw .compilerRejects(compiler.name, status, compilation.errors)
    case .signalled(let signal): throw .compilerDies(compiler.name, "signal \(signal)")
    case .outputTooLong: throw .compilerDies(compiler.name, "endless messages")
    case .failed(let reason): throw .compilerDies(compiler.name, reason)
    }
  }

  private func check(_ run: Command.Run, of network: String) throws(Diagnostic) {
    switch run.end {
    case .exited(0): return
    case .timedOut: throw .simulationHangs(network, runLimit)
    case .outputTooLong: throw .simulationPrintsTooMuch(network, outputLimit)
    case .exited(let status): throw .simulationFails(network, "exit status \(status)", run.errors)
    case .signalled(let signal): throw .simulationFails(network, "signal \(signal)", run.errors)
    case .notFound: throw .simulationFails(network, "the program is not there", run.errors)
    case .failed(let reason): throw .simulationFails(network, reason, run.errors)
    }
  }
}
