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
    let start = ContinuousClock.now
    var report = VerificationReport(name: plan.name, platform: plan.platform.subdir)
    do throws(Diagnostic) {
      let workshop = try await HostWorkshop.make(settings, places: plan.places)
      report.isolation = workshop.isolation.inWords
      if case .searchPath(let reason) = workshop.isolation {
        report.findings.append(.isolationIncomplete(reason))
      }
      report.area = "\(settings.work)/\(plan.name)"
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
    return report
  }
}

/// What all packages of a verification are built with.
package struct HostWorkshop: Sendable {
  var isolation: Isolation
  var debian: DebianPackages
  var python: HostPython
  var tools: PythonTools
  var places: RecipePlaces

  static func make(
    _ settings: VerificationSettings, places: RecipePlaces
  ) async throws(Diagnostic) -> HostWorkshop {
    async let isolation = Isolation.best()
    let debian = try await DebianPackages.installed()
    return HostWorkshop(
      isolation: await isolation, debian: debian, python: settings.python,
      tools: PythonTools(python: settings.python, cache: settings.work + "/cache"), places: places)
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
