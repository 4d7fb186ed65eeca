import Diagnostics
import Disk

extension OutputRun {
  func environment() async throws(Diagnostic) -> InstalledEnvironment {
    let needed = needed
    let folder = area.path + "/run"
    do throws(DiskFile.Failure) {
      for name in ["home", "tmp"] { try FolderTree("\(folder)/\(name)").make() }
    } catch {
      throw .prefixNotMade(error.description)
    }
    return InstalledEnvironment(
      area.installed, run: self, needed: needed, root: try await root(for: needed), area: folder)
  }

  /// Link scripts run twice, as for an update; activation must take back what it sets.
  mutating func runScripts(_ report: inout StageReport) async throws(Diagnostic) {
    let environment = try await environment()
    for (kind, times) in [("post-link", 2), ("pre-unlink", 1)] {
      let script = "\(area.installed)/bin/.\(output.name)-\(kind).sh"
      guard DiskEntry(script).kind == .file else { continue }
      for time in 1...times {
        let run = await environment.run(
          ["bash", "-e", script], in: area.installed, log: report.log)
        report.checks.append(
          .init(
            name: "\(kind) script, run \(time)", isRight: run.isSuccess,
            seconds: run.duration.inSeconds, output: []))
        if !run.isSuccess {
          let place = plan.places.place(ofKey: "build.script", output: output.name)
          report.findings.append(
            .linkScriptFails(kind, LogText(report.log).lastLines(6), at: place))
        }
      }
    }
    try await checkToolkitPath(environment, &report)
    let activation = area.installed + "/etc/conda/activate.d"
    let scripts = FolderListing.names(in: activation).filter { $0.hasSuffix(".sh") }
    guard !scripts.isEmpty else { return }
    let program = """
      set -eu
      env | sort >before
      for script in "$CONDA_PREFIX"/etc/conda/activate.d/*.sh; do . "$script"; done
      for script in "$CONDA_PREFIX"/etc/conda/deactivate.d/*.sh; do
        if [ -e "$script" ]; then . "$script"; fi
      done
      env | sort >after
      diff before after
      """
    let folder = area.path + "/run/tmp"
    let run = await environment.sandbox.run(
      ["bash", "-c", program], environment: environment.variables, in: folder, log: report.log)
    report.checks.append(
      .init(
        name: "activation is undone", isRight: run.isSuccess, seconds: run.duration.inSeconds,
        output: run.isSuccess ? [] : LogText(report.log).lastLines(6)))
    if !run.isSuccess {
      let place = plan.places.place(ofKey: "build.script", output: output.name)
      report.findings.append(.activationStays(LogText(report.log).lastLines(6), at: place))
    }
  }

  func testInputs(kernels: Bool) -> String {
    let tests = output.tests.filter { $0.isKernelTest == kernels }
    let options =
      kernels
      ? "\(settings.architectures)" + (tests.isEmpty ? "" : galleryInputs)
      : settings.runsUpstreamTests ? "upstream" : ""
    return options
      + tests.map { test in
        guard case .script(let script) = test else { return test.fingerprint }
        let contents = script.recipeFiles.map {
          Fingerprint.of((try? DiskFile("\(plan.recipeFolder)/\($0)").bytes()) ?? [])
        }
        return "\(test.fingerprint)\(contents)"
      }.joined(separator: "\n")
  }

  mutating func runTests(_ report: inout StageReport, kernels: Bool) async throws(Diagnostic) {
    let tests = output.tests.filter { $0.isKernelTest == kernels }
    if !kernels { try await runUpstreamTests(&report) }
    guard !tests.isEmpty else { return }
    let place = plan.places.place(ofKey: "tests", output: output.name)
    for (number, test) in tests.enumerated() {
      let folder = "\(area.tests)-\(kernels ? "kernels" : "own")/\(number)"
      FolderTree(folder).remove()
      do throws(DiskFile.Failure) { try FolderTree(folder).make() } catch {
        throw .prefixNotMade(error.description)
      }
      switch test {
      case .python(let imports, let pipCheck):
        try await runImports(imports, pipCheck, in: folder, at: place, &report)
      case .contents(let contents):
        let missing = PackageContents(package: area.package, python: workshop.python)
          .missing(contents)
        report.checks.append(
          .init(name: "package contents", isRight: missing.isEmpty, seconds: 0, output: missing))
        report.findings += missing.map { contentMissing($0, at: place) }
      case .script(let script):
        try await run(script, in: folder, at: place, &report)
      case .other(let kind):
        report.findings.append(.testNotRun(kind, at: place))
      }
    }
    if kernels, !settings.gallery.isEmpty { try await runGallery(at: place, &report) }
  }

  /// A part for GPUs that is missing is a build that found no toolkit, and went on.
  private func contentMissing(_ glob: String, at place: SourceLocation) -> Diagnostic {
    guard glob.contains("cuda"), !resolver.forBuild(of: output).toolkit.isEmpty else {
      return .contentMissing(glob, at: place)
    }
    return .partForGPUMissing(
      glob, at: plan.places.place(ofKey: "build.script", output: output.name))
  }

  private func runImports(
    _ imports: [String], _ pipCheck: Bool, in folder: String, at place: SourceLocation,
    _ report: inout StageReport
  ) async throws(Diagnostic) {
    let environment = try await environment()
    environment.record(in: area.path, directory: folder)
    for module in imports {
      let log = "\(folder)/import-\(module).log"
      let run = await environment.run(
        ["python", "-c", "import importlib, sys; importlib.import_module(sys.argv[1])", module],
        in: folder, log: log)
      try await note(run, "import \(module)", environment, &report)
    }
    guard pipCheck, needed.hasPython else { return }
    let start = ContinuousClock.now
    let problem = await workshop.tools.check(area.installed)
    report.checks.append(
      .init(
        name: "pip check", isRight: problem == nil,
        seconds: (ContinuousClock.now - start).inSeconds,
        output: problem.map { LogText(text: $0).lastLines(6) } ?? []))
    for line in problem.map({ LogText(text: $0).lines }) ?? [] where !line.isEmpty {
      let place = plan.places.place(ofSection: "run", output: output.name)
      report.findings.append(.pipCheckFails(line, at: place))
    }
  }

  private func run(
    _ test: PlannedTest.ScriptTest, in folder: String, at place: SourceLocation,
    _ report: inout StageReport
  ) async throws(Diagnostic) {
    for (names, from) in [
      (test.recipeFiles, plan.recipeFolder), (test.sourceFiles, area.path + "/test-sources"),
    ] {
      for name in names {
        let plain = name.hasSuffix("/") ? String(name.dropLast()) : name
        let copy = await Command(
          "cp", ["-R", "-p", "--parents", plain, folder], in: from, timeLimit: .seconds(300),
          outputLimit: 1 << 16
        ).run()
        if copy.end != .exited(0) { report.findings.append(.testFileAbsent(name, at: place)) }
      }
    }
    var environment = try await environment()
    if !test.requirements.isEmpty {
      // The package and what the test wants, in an environment of their own.
      let needed = resolver.forRun(of: output, depends: depends, adding: test.requirements)
      report.findings += needed.findings
      guard !needed.findings.contains(where: { $0.severity == .error }), let package else { return }
      let path = folder + "/env"
      try await makeInstalled(at: path, needed, package, log: report.log)
      environment = InstalledEnvironment(
        path, run: self, needed: needed, root: try await root(for: needed),
        area: area.path + "/run")
    }
    let words = try BuildVariables.command(
      for: test.script, in: folder, recipe: plan.recipeFolder)
    let log = "\(folder)/test.log"
    environment.record(in: area.path, directory: folder)
    let run = await environment.run(words, in: folder, log: log)
    try await note(run, test.script.title, environment, &report)
    if PlannedTest.script(test).isKernelTest {
      let engine = test.script.title.contains(" cuda") ? "GeNN on the GPU" : Self.galleryEngine
      addNetworks(LogText(log), run, by: engine, at: place, &report)
    }
    if run.isSuccess, let skipped = SkippedTests.sign(in: LogText(log)) {
      if PlannedTest.script(test).isKernelTest, !settings.architectures.isEmpty,
        !needed.toolkit.isEmpty
      {
        try await compileKernels(
          ["test_kernels.py", "-"], environment, in: folder, at: place, &report)
        return
      }
      report.findings.append(.testSkips(test.script.title, skipped, at: place))
    }
  }

  /// A check for each network that the recipe's kernel test ran.
  private func addNetworks(
    _ log: LogText, _ run: LoggedRun, by engine: String, at place: SourceLocation,
    _ report: inout StageReport
  ) {
    var count = 0
    for (sign, isRight) in [("ok: ", true), ("FAILED: ", false)] {
      for line in log.lines where line.hasPrefix(sign) {
        count += 1
        let text = String(line.dropFirst(sign.count))
        report.checks.append(
          .init(
            name: text, isRight: isRight, seconds: 0, output: [], network: Self.network(in: text),
            engine: engine))
      }
    }
    if run.isSuccess, count == 0, SkippedTests.sign(in: log) == nil {
      report.findings.append(.testSkips("test_kernels.py", "no network ran", at: place))
    }
  }

  /// `ring (float)` of `ring (float, cuda, models as code): 21 spikes`; a failure may be about none.
  private static func network(in text: String) -> String? {
    guard let start = text.firstIndex(of: "("),
      let end = text[start...].firstIndex(where: { $0 == "," || $0 == ")" }),
      text[end...].contains("): ")
    else { return nil }
    return text[..<end] + ")"
  }

  /// Keeps a run's log with the others and explains what went wrong.
  func note(
    _ run: LoggedRun, _ name: String, _ environment: InstalledEnvironment,
    _ report: inout StageReport
  ) async throws(Diagnostic) {
    let text = LogText(run.log)
    report.checks.append(
      .init(
        name: name, isRight: run.isSuccess, seconds: run.duration.inSeconds,
        output: text.lastLines(run.isSuccess ? 20 : 40)))
    do throws(DiskFile.Failure) {
      let earlier = DiskFile(report.log).exists ? try DiskFile(report.log).read() : ""
      try DiskFile(report.log).write(
        earlier + "== \(name)\n" + text.lines.map { $0 + "\n" }.joined())
    } catch {
      throw .prefixNotMade(error.description)
    }
    guard !run.isSuccess else { return }
    let explainer = FailureExplainer(
      standIns: settings.standIns, places: plan.places, output: output, section: .run,
      variables: environment.variables)
    report.findings.append(await explainer.finding(for: run, doing: "'\(name)'"))
  }
}

extension PlannedTest {
  /// Runs the file that gennforge writes for a recipe's networks.
  var isKernelTest: Bool {
    guard case .script(let test) = self else { return false }
    return test.recipeFiles.contains("test_kernels.py")
  }
}

extension PlannedScript {
  /// What it is called in reports.
  var title: String {
    switch self {
    case .nothing: "nothing"
    case .file(let name, _): name
    case .commands(let lines, _, _):
      (lines.first ?? "") + (lines.count > 1 ? " (and \(lines.count - 1) more)" : "")
    }
  }
}
