import Diagnostics
import Disk

extension OutputRun {
  var environmentInputs: String {
    let needed = resolver.forBuild(of: output)
    let packages = workshop.debian.closure(of: HostRoot.base + needed.debian)
    return [
      "\(needed.lines)", needed.distributions.joined(separator: " "), workshop.python.program,
      workshop.isolation.inWords, workshop.debian.fingerprint(of: packages),
      settings.withheld.sorted().joined(separator: " "), "\(needed.toolkit)",
      built.map { "\($0)" }.joined(),
    ].joined(separator: "\n")
  }

  /// A root and a prefix that hold what `build` and `host` name.
  mutating func makeEnvironment(_ report: inout StageReport) async throws(Diagnostic) {
    let needed = resolver.forBuild(of: output)
    report.findings += needed.findings
    guard !needed.findings.contains(where: { $0.severity == .error }) else { return }
    let wheels = try await workshop.tools.wheels(needed.distributions, log: report.log)
    let root = try await root(for: needed)
    FolderTree(area.build).remove()
    do throws(DiskFile.Failure) {
      for folder in [area.buildEnvironment + "/bin", area.home, area.temporary] {
        try FolderTree(folder).make()
      }
    } catch {
      throw .prefixNotMade(error.description)
    }
    let prefix = HostPrefix(path: area.prefix, python: needed.hasPython ? workshop.python : nil)
    try await prefix.make(needed, wheels: wheels, tools: workshop.tools, log: report.log)
    try await prefix.record(needed, standIns: settings.standIns, debian: workshop.debian)
    let toolkit = ToolkitStore(tools: workshop.tools, withheld: settings.withheld)
    try await toolkit.install(needed.toolkit, forBuild: false, into: area.prefix, log: report.log)
    try await toolkit.install(
      needed.toolkit, forBuild: true, into: area.buildEnvironment, log: report.log)
    for name in needed.own {
      guard let package = built.first(where: { $0.name == name }) else { continue }
      try await PackageInstaller(package: package, prefix: prefix).install(log: report.log)
    }
    do throws(DiskFile.Failure) {
      try PrefixSnapshot(of: area.prefix).write(to: area.snapshot)
    } catch {
      throw .prefixNotMade(error.description)
    }
    report.facts["debian"] = needed.debian.map {
      "\($0) \(workshop.debian.version(of: $0) ?? "")"
    }.joined(separator: ", ")
    report.facts["pypi"] = needed.distributions.joined(separator: ", ")
    report.facts["root"] = root.path
    if !needed.toolkit.isEmpty { report.facts["cuda"] = ToolkitWheel.inWords }
  }

  func root(for needed: HostRequirements) async throws(Diagnostic) -> HostRoot {
    try await HostRoot.make(
      of: needed.debian, from: workshop.debian, in: settings.work + "/cache",
      isolation: workshop.isolation, withheld: settings.withheld)
  }

  /// The folders that Python's own files are in, where they are no Debian packages, and CUDA's.
  func readable(_ needed: HostRequirements) -> [String] {
    [plan.recipeFolder] + (workshop.python.isDebian ? [] : [workshop.python.prefix])
      + ToolkitStore(tools: workshop.tools).readable(needed.toolkit)
  }

  var buildInputs: String {
    var tested: Set<String> = ["recipe.yaml", "meta.yaml"]
    for case .script(let test) in output.tests { tested.formUnion(test.recipeFiles) }
    let files = FolderListing.files(below: plan.recipeFolder).filter { !tested.contains($0) }
    let contents = files.sorted().map { name in
      "\(name) \(Fingerprint.of((try? DiskFile("\(plan.recipeFolder)/\(name)").bytes()) ?? []))"
    }
    return (contents + [output.script.fingerprint, "\(output.variant.sorted { $0.key < $1.key })"])
      .joined(separator: "\n")
  }

  mutating func build(_ report: inout StageReport) async throws(Diagnostic) {
    guard output.script != .nothing else { return }
    let needed = resolver.forBuild(of: output)
    let root = try await root(for: needed)
    let variables = BuildVariables(run: self, needed: needed, root: root)
    let words = try BuildVariables.command(
      for: output.script, in: area.build, recipe: plan.recipeFolder)
    let sandbox = Sandbox(
      isolation: workshop.isolation, root: root, writable: [area.work, area.build],
      readable: readable(needed), limits: settings.limits, clock: workshop.clock)
    SandboxRecord(sandbox, environment: variables.all, directory: area.work)
      .write(.build, in: area.path)
    let run = await sandbox.run(
      words, environment: variables.all, in: area.work, log: report.log)
    guard !run.isSuccess else { return }
    let explainer = FailureExplainer(
      standIns: settings.standIns, places: plan.places, output: output, section: .build,
      variables: variables.all)
    report.findings.append(await explainer.finding(for: run, doing: "the build script"))
  }
}
