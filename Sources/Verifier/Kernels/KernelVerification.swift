import Diagnostics
import KernelCompiler
package import SpikingModels

/// Runs networks with the reference interpreter and as generated C++, and compares them.
///
///     let report = await KernelVerification().verify(Gallery.all())
///     print(report.text)
package struct KernelVerification: Sendable {
  /// One verdict for each network and engine.
  package var engines: [CxxEngine]
  /// Leave the generated programs where they are.
  package var keepsFiles = false

  package init(engines: [CxxEngine] = [CxxEngine()]) { self.engines = engines }

  package func verify(_ experiments: [Experiment]) async -> KernelReport {
    var report = KernelReport()
    let area: WorkArea
    do throws(Diagnostic) {
      area = try WorkArea.make()
    } catch {
      report.findings.append(error)
      return report
    }
    for experiment in experiments { await verify(experiment, in: area, &report) }
    if keepsFiles { report.keptFiles = area.path } else { area.remove() }
    return report
  }

  private func verify(
    _ experiment: Experiment, in area: WorkArea, _ report: inout KernelReport
  ) async {
    let (network, findings) = NetworkCompiler.compile(experiment.network)
    report.findings += findings
    let clock = ContinuousClock()
    let start = clock.now
    var verdict = KernelVerdict(
      network: experiment.network.name, precision: experiment.network.precision.rawValue,
      compiler: "", neurons: experiment.network.populations.reduce(0) { $0 &+ $1.count },
      steps: experiment.steps, spikes: 0, outcome: .failed, firstDifference: nil,
      seconds: .init())
    let expected: SimulationResult
    do throws(Diagnostic) {
      guard experiment.steps > 0 else {
        throw .notEnoughSteps(
          experiment.steps, experiment.network.name, at: SourceLocation(experiment.network.place))
      }
      guard let network else {
        report.verdicts.append(verdict)
        return
      }
      expected = try ReferenceEngine.run(network, steps: experiment.steps)
      verdict.spikes = expected.spikes.count
      verdict.seconds.reference = (clock.now - start).inSeconds
      for engine in engines {
        report.verdicts.append(
          await compare(engine, network, expected, verdict, in: area, &report.findings))
      }
    } catch {
      report.findings.append(error)
      report.verdicts.append(verdict)
    }
  }

  private func compare(
    _ engine: CxxEngine, _ network: CheckedNetwork, _ expected: SimulationResult,
    _ template: KernelVerdict, in area: WorkArea, _ findings: inout [Diagnostic]
  ) async -> KernelVerdict {
    var verdict = template
    verdict.compiler = engine.compiler.name
    var durations = CxxEngine.Durations()
    do throws(Diagnostic) {
      let found = try await engine.run(
        network, steps: verdict.steps, in: area, durations: &durations)
      verdict.firstDifference = FirstDifference(expected, found, in: network)
      verdict.outcome = verdict.firstDifference == nil ? .agrees : .differs
      if let difference = verdict.firstDifference {
        findings.append(
          .enginesDiffer(
            network.name, engine.compiler.name, difference,
            at: SourceLocation(network.network.place)))
      }
    } catch {
      findings.append(error)
    }
    verdict.seconds.generate = durations.generate.inSeconds
    verdict.seconds.compile = durations.compile.inSeconds
    verdict.seconds.run = durations.run.inSeconds
    return verdict
  }
}
