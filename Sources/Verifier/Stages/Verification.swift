import Conda
import Diagnostics
import Disk

/// Builds a recipe's packages, installs them and tries what they promise.
///
///     let report = await Verification(plan, settings).run()
package struct Verification: Sendable {
  package var plan: BuildPlan
  package var settings: VerificationSettings

  package init(_ plan: BuildPlan, _ settings: VerificationSettings) {
    self.plan = plan
    self.settings = settings
  }

  package func run() async -> VerificationReport {
    var report = VerificationReport(plan)
    report.area = "\(settings.work)/\(plan.area)"
    let lock: AreaLock
    do throws(Diagnostic) {
      lock = try await AreaLock.take(report.area)
    } catch {
      report.findings.append(error)
      return report
    }
    defer { lock.release() }
    await run(&report)
    return report
  }

  /// What earlier runs found, if all of it still holds.
  package func kept() async -> VerificationReport? {
    var records = self
    records.settings.takesRecordsOnly = true
    records.settings.progress = { _ in }
    var report = VerificationReport(plan)
    report.area = "\(settings.work)/\(plan.area)"
    await records.run(&report)
    let stages = report.outputs.flatMap(\.stages)
    let isWhole = report.outputs.count == plan.outputs.count && stages.allSatisfy(\.isCached)
    return isWhole && report.isRight ? report : nil
  }

  private func run(_ report: inout VerificationReport) async {
    let start = ContinuousClock.now
    do throws(Diagnostic) {
      let workshop = try await HostWorkshop.make(settings)
      report.isolation = workshop.isolation.inWords
      if case .searchPath(let reason) = workshop.isolation {
        report.findings.append(.isolationIncomplete(reason))
      }
      var built: [BuiltPackage] = []
      for output in plan.outputs {
        var run = OutputRun(
          plan: plan, output: output, settings: settings, workshop: workshop, built: built)
        let stages = await run.all()
        report.outputs.append(.init(name: output.fullName, stages: stages))
        guard let package = run.package else { break }
        built.append(package)
      }
    } catch {
      report.findings.append(error)
    }
    report.seconds = (ContinuousClock.now - start).inSeconds
  }
}

/// What all packages of a verification are built with.
package struct HostWorkshop: Sendable {
  var isolation: Isolation
  var debian: DebianPackages
  var python: HostPython
  var tools: PythonTools
  /// Measures what others' programs take: what remains is ours.
  var clock: ChildClock

  static func make(_ settings: VerificationSettings) async throws(Diagnostic) -> HostWorkshop {
    async let isolation = Isolation.best()
    let debian = try await DebianPackages.installed()
    let clock = ChildClock()
    return HostWorkshop(
      isolation: await isolation, debian: debian, python: settings.python,
      tools: PythonTools(python: settings.python, cache: settings.work + "/cache", clock: clock),
      clock: clock)
  }
}

/// A package that this verification made, for those that need it.
struct BuiltPackage: Hashable, Sendable {
  var name: String
  var version: String
  var build: String
  /// Unpacked: `info/` and files.
  var folder: String
  var depends: [String]
  var isNoarch: Bool
  /// The placeholder in its files.
  var placeholder: String
}

extension Diagnostic {
  static func isolationIncomplete(_ reason: String) -> Diagnostic {
    Diagnostic(
      .warning, at: nil, "builds are kept apart by their search path only: \(reason)",
      remedy:
        "install bubblewrap, or run where it may make namespaces; headers and libraries of the machine are visible until then"
    )
  }
}
