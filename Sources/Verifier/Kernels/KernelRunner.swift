package import Diagnostics
package import KernelCompiler
package import SpikingModels

/// Runs one network by any engine, and compares engines.
package struct KernelRunner: Sendable {
  package var cxx = CxxEngine()
  package var cuda = CudaEngine()
  /// Nil without a Python that has pygenn.
  package var genn: GeNNEngine?
  /// Kept after each step.
  package var traced: [TracedVariable] = []
  /// Leave the generated programs where they are.
  package var keepsFiles = false

  package init() {}

  /// One engine's run.
  package struct Run: Sendable {
    package var engine: KernelEngine
    package var result: SimulationResult
    /// Seconds of generating and compiling, and of the simulation itself.
    package var compile: Double
    package var simulate: Double
  }

  /// The layout of a network, or the findings that stand in its way.
  ///
  /// - Parameters:
  ///   - computesInDouble: see `GeNNEngine.computesInDouble`.
  ///   - drawsAll: false if the C++ engine alone runs it, which draws procedural rows itself.
  package static func layout(
    _ network: Network, computesInDouble: Bool = false, drawsAll: Bool = true
  ) -> (layout: NetworkLayout?, findings: [Diagnostic]) {
    let (checked, findings) = NetworkCompiler.compile(network, computesInDouble: computesInDouble)
    return (checked.map { NetworkLayout($0, drawsAll: drawsAll) }, findings)
  }

  package func run(
    _ layout: NetworkLayout, steps: Int, by engine: KernelEngine, in area: WorkArea
  ) async throws(Diagnostic) -> Run {
    let clock = ContinuousClock()
    let start = clock.now
    switch engine {
    case .reference:
      let result = try ReferenceEngine.run(layout, steps: steps, tracing: traced)
      return Run(
        engine: engine, result: result, compile: 0, simulate: (clock.now - start).inSeconds)
    case .cxx:
      var (cxx, durations) = (cxx, CxxEngine.Durations())
      cxx.traced = traced
      let result = try await cxx.run(layout, steps: steps, in: area, durations: &durations)
      return Run(
        engine: engine, result: result,
        compile: (durations.generate + durations.compile).inSeconds,
        simulate: result.seconds?.run ?? durations.run.inSeconds)
    case .cuda:
      var (cuda, durations) = (cuda, CxxEngine.Durations())
      cuda.traced = traced
      let result = try await cuda.run(layout, steps: steps, in: area, durations: &durations)
      return Run(
        engine: engine, result: result,
        compile: (durations.generate + durations.compile).inSeconds,
        simulate: result.seconds?.run ?? durations.run.inSeconds)
    case .genn:
      guard var genn else { throw .noPython() }
      genn.traced = traced
      let result = try await genn.run(layout, steps: steps, in: area)
      return Run(
        engine: engine, result: result, compile: result.seconds?.setUp ?? 0,
        simulate: result.seconds?.run ?? (clock.now - start).inSeconds)
    }
  }

  /// What is compared with what.
  package struct Comparison: Sendable {
    package enum Outcome: String, Hashable, Sendable, Codable {
      case first
      case equal
      /// Rates lie within the bounds of the criterion.
      case alike
      case differs
      case failed
    }

    package var engine: KernelEngine
    package var run: Run?
    package var outcome: Outcome
    /// What differs, or how much rates differ.
    package var remark: String?
  }

  /// Runs engines one after the other and compares each with the first.
  package func compare(
    _ layout: NetworkLayout, steps: Int, criterion: Criterion, by engines: [KernelEngine],
    findings: inout [Diagnostic]
  ) async -> [Comparison] {
    let area: WorkArea
    do throws(Diagnostic) {
      area = try WorkArea.make()
    } catch {
      findings.append(error)
      return []
    }
    defer { if !keepsFiles { area.remove() } }
    var comparisons: [Comparison] = []
    var first: Run?
    for engine in engines {
      do throws(Diagnostic) {
        let run = try await run(layout, steps: steps, by: engine, in: area)
        guard let first else {
          first = run
          comparisons.append(Comparison(engine: engine, run: run, outcome: .first))
          continue
        }
        comparisons.append(judge(run, against: first, layout, steps, criterion))
      } catch {
        findings.append(error)
        comparisons.append(Comparison(engine: engine, run: nil, outcome: .failed))
      }
    }
    return comparisons
  }

  private func judge(
    _ run: Run, against first: Run, _ layout: NetworkLayout, _ steps: Int, _ criterion: Criterion
  ) -> Comparison {
    // Our engines draw the same numbers; GeNN draws its own while it runs. The GPU's exponential
    // and its like have other last bits than the CPU's.
    let engines = [run.engine, first.engine]
    let isExact =
      (criterion == .exact || !engines.contains(.genn))
      && !(engines.contains(.cuda) && layout.network.dependsOnLibrary)
    guard isExact else {
      let difference = RateDifference(first.result, run.result, in: layout.network, steps: steps)
      return Comparison(
        engine: run.engine, run: run, outcome: difference.isWithinBounds ? .alike : .differs,
        remark: difference.inWords)
    }
    let difference = FirstDifference(first.result, run.result, in: layout.network)
    return Comparison(
      engine: run.engine, run: run, outcome: difference == nil ? .equal : .differs,
      remark: difference?.inWords)
  }
}

extension Diagnostic {
  static func noPython() -> Self {
    Diagnostic(
      .error, at: nil, "the engine 'genn' needs a Python that has pygenn",
      remedy: "give its path with --python, or set GENNFORGE_PYGENN_PYTHON")
  }
}
