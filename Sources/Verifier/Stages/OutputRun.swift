import Diagnostics
import Disk
import YAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One package on its way through the stages.
struct OutputRun: Sendable {
  let plan: BuildPlan
  let output: PlannedOutput
  let settings: VerificationSettings
  let workshop: HostWorkshop
  let built: [BuiltPackage]
  /// What came out, once its files are collected.
  var package: BuiltPackage?
  private(set) var reports: [StageReport] = []
  /// What the stages' results depend on; each includes those before it.
  private var keys: [Stage: String] = [:]

  init(
    plan: BuildPlan, output: PlannedOutput, settings: VerificationSettings,
    workshop: HostWorkshop, built: [BuiltPackage]
  ) {
    self.plan = plan
    self.output = output
    self.settings = settings
    self.workshop = workshop
    self.built = built
  }

  var area: RunArea { RunArea("\(settings.work)/\(plan.area)/\(output.name)") }

  var resolver: HostResolver {
    var resolver = HostResolver(
      standIns: settings.standIns, debian: workshop.debian, python: workshop.python,
      places: plan.places)
    for package in built + (package.map { [$0] } ?? []) {
      resolver.built[package.name] = package.depends
    }
    return resolver
  }

  mutating func all() async -> [StageReport] {
    do throws(DiskFile.Failure) {
      try FolderTree(area.logs).make()
    } catch {
      var report = StageReport(.fetch, status: .failed)
      report.findings = [.prefixNotMade(error.description)]
      return [report]
    }
    var key = "gennforge 2"
    for stage in Stage.allCases where stage != .render {
      keys[stage] = Fingerprint.of(
        [key, stage.rawValue, inputs(of: stage)].joined(separator: "\u{1F}"))
      // What is tried on the installed package leaves it as it is.
      if stage.isPrecondition { key = keys[stage] ?? key }
    }
    for stage in Stage.allCases where stage != .render {
      await run(stage)
      if stage == .package, isPast(.package) { package = builtPackage }
    }
    if !settings.keepsFiles, reports.allSatisfy({ $0.status == .passed }) {
      for folder in [area.work, area.build] { FolderTree(folder).remove() }
    }
    return reports
  }

  private func isPast(_ stage: Stage) -> Bool {
    reports.contains { $0.stage == stage && $0.status == .passed }
  }

  /// What a stage's result depends on, besides the stages before it.
  private func inputs(of stage: Stage) -> String {
    switch stage {
    case .fetch: sourceInputs
    case .environment: environmentInputs
    case .build: buildInputs
    case .package: packageInputs
    case .install: installInputs
    case .tests: testInputs(kernels: false)
    case .kernels: testInputs(kernels: true)
    case .render, .inspect, .scripts: ""
    }
  }

  private mutating func perform(
    _ stage: Stage, _ report: inout StageReport
  ) async throws(Diagnostic) {
    switch stage {
    case .render: break
    case .fetch: try await fetch(&report)
    case .environment: try await makeEnvironment(&report)
    case .build: try await build(&report)
    case .package: try await collect(&report)
    case .install: try await install(&report)
    case .inspect: try inspect(&report)
    case .scripts: try await runScripts(&report)
    case .tests: try await runTests(&report, kernels: false)
    case .kernels: try await runTests(&report, kernels: true)
    }
  }

  private mutating func run(_ stage: Stage) async {
    guard stage <= settings.until else { return }
    if reports.contains(where: { $0.stage.isPrecondition && $0.status != .passed }) {
      reports.append(StageReport(stage, status: .skipped))
      return
    }
    let key = keys[stage] ?? ""
    settings.progress(.began(stage, output: output.name))
    // What is made anew has to be built, packaged and installed anew.
    let isRemade = stage.isPrecondition && reports.contains { !$0.isCached }
    if !isRemade, let earlier = earlier(stage), isThere(stage) {
      reports.append(earlier)
      settings.progress(.ended(earlier, output: output.name))
      return
    }
    if settings.takesRecordsOnly {
      reports.append(StageReport(stage, status: .skipped))
      return
    }
    let log = "\(area.logs)/\(stage.logName)"
    unlink(log)
    unlink(area.record(stage))
    var report = StageReport(stage, key: key, log: log)
    let start = ContinuousClock.now
    let others = workshop.clock.seconds
    do throws(Diagnostic) {
      try await perform(stage, &report)
    } catch {
      report.findings.append(error)
    }
    if report.findings.contains(where: { $0.severity == .error })
      || report.checks.contains(where: { !$0.isRight })
    {
      report.status = .failed
    }
    report.seconds = (ContinuousClock.now - start).inSeconds
    report.othersSeconds = min(report.seconds, workshop.clock.seconds - others)
    // Without a record the stage runs again next time.
    try? DiskFile(area.record(stage)).write(report.json.text() + "\n")
    reports.append(report)
    settings.progress(.ended(report, output: output.name))
  }

  /// What an earlier run found, if it went well and still holds.
  private func earlier(_ stage: Stage) -> StageReport? {
    let file = area.record(stage)
    guard let bytes = try? DiskFile(file).bytes(),
      let node = try? JSONReader(file: file).document(bytes: bytes),
      var report = StageReport(record: node), report.status == .passed, report.key == keys[stage]
    else { return nil }
    report.isCached = true
    return report
  }

  /// Whether what the stage made still is there, as far as later stages need it.
  private func isThere(_ stage: Stage) -> Bool {
    // The build's folders may go once the package was made of them.
    let packaged =
      earlier(.package) != nil
      && DiskEntry(area.package + "/info/index.json").kind == .file
    switch stage {
    case .fetch: return packaged || DiskEntry(area.work).kind == .folder
    case .environment, .build: return packaged || DiskEntry(area.prefix).kind == .folder
    case .package: return packaged
    case .install: return DiskEntry(area.installed).kind == .folder
    default: return true
    }
  }
}
