import Diagnostics
import Disk
import Inspection

extension OutputRun {
  var needed: HostRequirements { resolver.forRun(of: output, depends: depends) }

  var installInputs: String {
    let needed = needed
    let packages = workshop.debian.closure(of: HostRoot.base + needed.debian)
    return "\(depends)\n\(needed.toolkit)\n" + workshop.debian.fingerprint(of: packages)
  }

  /// A fresh environment of what the package's dependencies declare, and the package.
  mutating func install(_ report: inout StageReport) async throws(Diagnostic) {
    let needed = needed
    report.findings += needed.findings
    guard !needed.findings.contains(where: { $0.severity == .error }), let package else { return }
    try await makeInstalled(at: area.installed, needed, package, log: report.log)
    report.facts["debian"] = needed.debian.map {
      "\($0) \(workshop.debian.version(of: $0) ?? "")"
    }.joined(separator: ", ")
    report.facts["pypi"] = needed.distributions.joined(separator: ", ")
    if !needed.toolkit.isEmpty { report.facts["cuda"] = ToolkitWheel.inWords }
  }

  func makeInstalled(
    at path: String, _ needed: HostRequirements, _ package: BuiltPackage, log: String
  ) async throws(Diagnostic) {
    let wheels = try await workshop.tools.wheels(needed.distributions, log: log)
    let prefix = HostPrefix(path: path, python: needed.hasPython ? workshop.python : nil)
    try await prefix.make(needed, wheels: wheels, tools: workshop.tools, log: log)
    try await prefix.record(needed, standIns: settings.standIns, debian: workshop.debian)
    try await ToolkitStore(tools: workshop.tools, withheld: settings.withheld)
      .install(needed.toolkit, forBuild: false, into: path, log: log)
    for name in needed.own where name != package.name {
      guard let other = built.first(where: { $0.name == name }) else { continue }
      try await PackageInstaller(package: other, prefix: prefix).install(log: log)
    }
    try await PackageInstaller(package: package, prefix: prefix).install(log: log)
  }

  /// The rules of built packages, with the environment's word on who brings what.
  func inspect(_ report: inout StageReport) throws(Diagnostic) {
    let owners = try EnvironmentFolder(path: area.installed).owners()
    let inspected = try PackageFolder(path: area.package).read(buildFolders: [area.work])
    let inspection = Inspection(owners: owners)
    report.findings += inspection.findings(in: inspected).map { finding in
      var finding = finding
      if finding.location == nil { finding.location = place(of: finding) }
      return finding
    }
  }

  /// Findings about a dependency belong to the run requirements.
  private func place(of finding: Diagnostic) -> SourceLocation {
    let text = finding.message + (finding.remedy ?? "")
    let key =
      text.contains("license")
      ? "about.license_file"
      : text.contains("run dependenc") || text.contains("run requirement")
        ? "requirements.run"
        : "build.script"
    return plan.places.place(ofKey: key, output: output.name)
  }
}
