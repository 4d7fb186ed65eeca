import Conda
import Diagnostics
import Disk
import Inspection
import YAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The same proof with conda's own packages: rattler-build makes the artifacts, and a fresh environment
/// installs each by its run requirements alone, from the given channels.
package struct CondaVerification: Sendable {
  package var plan: BuildPlan
  package var settings: VerificationSettings
  package var channels: [String]
  /// With rattler-build's and rattler's packages.
  package var python: String

  package init(
    _ plan: BuildPlan, _ settings: VerificationSettings, channels: [String], python: String
  ) {
    self.plan = plan
    self.settings = settings
    self.channels = channels
    self.python = python
  }

  private var area: String { "\(settings.work)/\(plan.area)/conda" }

  package func run() async -> VerificationReport {
    let start = ContinuousClock.now
    var report = VerificationReport(plan)
    report.environment = "conda"
    report.isolation = "channels: \((channels).joined(separator: ", "))"
    report.area = area
    let lock: AreaLock
    do throws(Diagnostic) {
      lock = try await AreaLock.take(area)
    } catch {
      report.findings.append(error)
      return report
    }
    defer { lock.release() }
    FolderTree(area + "/output").remove()
    var artifacts: [String] = []
    var building = VerificationReport.Output(name: plan.name)
    let build = await stage(.build, of: plan.name) { stage throws(Diagnostic) in
      do throws(DiskFile.Failure) {
        for name in ["logs", "output"] { try FolderTree("\(area)/\(name)").make() }
        try DiskFile(area + "/variant.yaml").write(variantText)
      } catch {
        throw .prefixNotMade(error.description)
      }
      let driver = driver(channels: channels)
      artifacts = try await driver.build(
        plan.recipeFolder + "/recipe.yaml", variants: area + "/variant.yaml",
        output: area + "/output", log: stage.log)
      stage.facts["packages"] = artifacts.joined(separator: ", ")
    }
    building.stages = [build]
    report.outputs = [building]
    for artifact in artifacts { report.outputs.append(await verify(artifact)) }
    report.seconds = (ContinuousClock.now - start).inSeconds
    return report
  }

  private func driver(channels: [String]) -> CondaDriver {
    CondaDriver(python: python, folder: area, channels: channels)
  }

  private func verify(_ artifact: String) async -> VerificationReport.Output {
    let file = String(artifact.split(separator: "/").last ?? "")
    let name = file.hasSuffix(".conda") ? String(file.dropLast(6)) : file
    let prefix = "\(area)/env/\(name)"
    // The recipe's other packages come from where they were just built.
    let driver = driver(channels: ["file://\(area)/output"] + channels)
    var output = VerificationReport.Output(name: name)
    let install = await stage(.install, of: name) { stage throws(Diagnostic) in
      FolderTree(prefix).remove()
      let installed = try await driver.install(artifact, into: prefix, log: stage.log)
      stage.facts["installed"] = installed.joined(separator: ", ")
    }
    output.stages.append(install)
    guard install.status == .passed else { return output }
    let inspection = await stage(.inspect, of: name) { stage throws(Diagnostic) in
      let area = try WorkArea.make()
      defer { area.remove() }
      let folder = try await PackageArchive(artifact).unpack(in: area)
      let package = try PackageFolder(path: folder).read(buildFolders: [])
      let owners = try EnvironmentFolder(path: prefix).owners()
      stage.findings = Inspection(owners: owners).findings(in: package)
    }
    output.stages.append(inspection)
    let tests = await stage(.tests, of: name) { stage throws(Diagnostic) in
      stage.checks = try await driver.test(artifact, log: stage.log)
    }
    output.stages.append(tests)
    return output
  }

  private func stage(
    _ stage: Stage, of output: String,
    _ body: (inout StageReport) async throws(Diagnostic) -> Void
  ) async -> StageReport {
    guard stage <= settings.until else { return StageReport(stage, status: .skipped) }
    settings.progress(.began(stage, output: output))
    var report = StageReport(stage, log: "\(area)/logs/\(output)-\(stage.logName)")
    unlink(report.log)
    let start = ContinuousClock.now
    do throws(Diagnostic) {
      try await body(&report)
    } catch {
      report.findings.append(error)
    }
    if report.findings.contains(where: { $0.severity == .error })
      || report.checks.contains(where: { !$0.isRight })
    {
      report.status = .failed
    }
    report.seconds = (ContinuousClock.now - start).inSeconds
    settings.progress(.ended(report, output: output))
    return report
  }

  /// The one variant, as rattler-build reads it.
  private var variantText: String {
    var variant: [String: String] = [:]
    for output in plan.outputs { variant.merge(output.variant) { $1 } }
    let entries = variant.sorted { $0.key < $1.key }.map { key, value in
      YAMLBlock.Entry(YAMLText(key), .sequence([.init(.string(value))]))
    }
    return YAMLWriter(.recipe).text(of: .mapping(entries))
  }
}
