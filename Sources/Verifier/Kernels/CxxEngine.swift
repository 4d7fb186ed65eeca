package import Diagnostics
package import KernelCompiler
package import Templates

/// Runs networks as generated C++: prints the program, compiles it, runs it and reads its output.
package struct CxxEngine: Sendable {
  package var compiler: CxxCompiler
  /// Added to the options that keep the arithmetic exact, such as a sanitizer's.
  package var extraOptions: [String] = []
  package var compileLimit: Duration = .seconds(120)
  package var runLimit: Duration = .seconds(60)
  /// In bytes; a spike takes about 15, a last value about 40.
  package var outputLimit = 256 << 20
  package var templates: TemplateSet

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

  /// Leaves `NAME.cpp` and the program `NAME` in the work area.
  package func run(
    _ network: CheckedNetwork, steps: Int, in area: WorkArea, durations: inout Durations
  ) async throws(Diagnostic) -> SimulationResult {
    let clock = ContinuousClock()
    let start = clock.now
    let name = "\(network.name)_\(network.scalar.rawValue)"
    let source = try source(network, steps)
    try area.write(source, to: name + ".cpp")
    durations.generate = clock.now - start
    let compilation = await compile(name, in: area)
    durations.compile = compilation.duration
    try check(compilation)
    let run = await Command(
      area.file(name), [], in: area.path, timeLimit: runLimit, outputLimit: outputLimit
    ).run()
    durations.run = run.duration
    try check(run, of: network.name)
    return try SimulationOutput.parse(run.output, of: network)
  }

  private func source(_ network: CheckedNetwork, _ steps: Int) throws(Diagnostic) -> String {
    do {
      return try CxxProgram(network, steps: steps, templates: templates).source
    } catch {
      throw .brokenTemplate(error)
    }
  }

  private func compile(_ name: String, in area: WorkArea) async -> Command.Run {
    let options = compiler.arguments + CxxProgram.compilerOptions + extraOptions
    return await Command(
      compiler.program, options + [name + ".cpp", "-o", name, "-lm"], in: area.path,
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
