import Diagnostics
import Disk
import KernelCompiler
import Plots
import SpikingModels
import Templates

extension OutputRun {
  /// A network's program for PyGeNN, beside what it reads.
  struct GalleryProgram {
    var experiment: Experiment
    var layout: NetworkLayout
    var file: String
    var data: String?
    var title: String { "\(layout.network.name) (\(layout.network.scalar.rawValue))" }
  }

  /// Has the installed PyGeNN run the gallery, and compile its CUDA kernels if that is asked for.
  func runGallery(
    at place: SourceLocation, _ report: inout StageReport
  ) async throws(Diagnostic) {
    let folder = area.tests + "-gallery"
    FolderTree(folder).remove()
    do throws(DiskFile.Failure) { try FolderTree(folder).make() } catch {
      throw .prefixNotMade(error.description)
    }
    let environment = try await environment()
    let programs = try galleryPrograms(in: folder)
    try await run(programs, environment, in: folder, at: place, &report)
    guard !settings.architectures.isEmpty, !needed.toolkit.isEmpty else { return }
    try await compileKernels(
      programs.flatMap { [$0.file, $0.data ?? "-"] }, environment, in: folder, at: place, &report)
  }

  /// The programs' texts: networks hold dictionaries, which print in another order in each process.
  var galleryInputs: String {
    settings.gallery.map { experiment in
      let layout = KernelRunner.layout(experiment.network).layout
      let program = layout.flatMap {
        try? PyGeNNProgram($0, steps: experiment.steps, templates: TemplateSet()).source
      }
      return Fingerprint.of("\(experiment.criterion) \(program ?? "")")
    }.joined(separator: "\n")
  }

  /// Writes the networks' programs into a folder.
  private func galleryPrograms(in folder: String) throws(Diagnostic) -> [GalleryProgram] {
    let area = WorkArea(path: folder)
    var programs: [GalleryProgram] = []
    for experiment in settings.gallery {
      let (layout, findings) = KernelRunner.layout(experiment.network)
      guard let layout else {
        throw findings.first { $0.severity == .error }
          ?? .notWritten(experiment.network.name, "it can't be compiled")
      }
      let name = "\(layout.network.name)_\(layout.network.scalar.rawValue)"
      let text: String
      do {
        text = try PyGeNNProgram(layout, steps: experiment.steps, templates: TemplateSet()).source
      } catch {
        throw .brokenTemplate(error)
      }
      try area.write(text, to: name + ".py")
      if layout.needsData { try area.write(layout, to: name + ".data") }
      programs.append(
        GalleryProgram(
          experiment: experiment, layout: layout, file: name + ".py",
          data: layout.needsData ? name + ".data" : nil))
    }
    return programs
  }

  static let galleryEngine = "GeNN on the CPU"

  /// Compares each network with the reference by its criterion.
  private func run(
    _ programs: [GalleryProgram], _ environment: InstalledEnvironment, in folder: String,
    at place: SourceLocation, _ report: inout StageReport
  ) async throws(Diagnostic) {
    for program in programs {
      var words = [program.file, "--backend", "single_threaded_cpu"]
      if let data = program.data { words += ["--data", data] }
      let traced = NetworkPlot.usualTraces(of: program.layout.network)
      for variable in traced {
        let place = program.layout.network.reportedColumns.firstIndex(of: variable.column) ?? 0
        words += ["--trace", "\(place)", "\(variable.neuron)"]
      }
      let log = "\(folder)/\(program.file).log"
      let run = await environment.run(
        ["bash", "-c", "exec python \"$@\" >result.txt", "bash"] + words, in: folder, log: log)
      guard run.isSuccess else {
        try await note(run, program.title, environment, &report)
        continue
      }
      let bytes: [UInt8]
      do throws(DiskFile.Failure) { bytes = try DiskFile(folder + "/result.txt").bytes() } catch {
        throw .prefixNotMade(error.description)
      }
      let found = try SimulationOutput.parse(
        bytes, of: program.layout, withState: true, traces: traced.count)
      let start = ContinuousClock.now
      let expected = try ReferenceEngine.run(
        program.layout, steps: program.experiment.steps, tracing: traced)
      workshop.clock.add(ContinuousClock.now - start)
      let difference = difference(expected, found, program)
      var check = StageReport.Check(
        name: program.title, isRight: difference == nil, seconds: run.duration.inSeconds,
        output: [difference ?? "\(found.spikes.count) spikes, as the reference has them"],
        network: program.title, engine: Self.galleryEngine)
      for (name, one, other) in [
        ("reference", expected, found), (Self.galleryEngine, found, expected),
      ] {
        let plot = NetworkPlot(
          program.layout.network, one, steps: program.experiment.steps, traced: traced,
          comparedWith: other)
        let file = "\(folder)/\(program.file).\(check.figures.count).svg"
        let figure = plot.figure([.raster, .trace], by: name, width: 620)
        // A picture less is no reason to fail.
        if (try? DiskFile(file).write(figure.svg)) != nil { check.figures.append(file) }
      }
      report.checks.append(check)
      if let difference {
        report.findings.append(.resultsDiffer("\(program.title): \(difference)", at: place))
      }
    }
  }

  /// In words; nil if the criterion holds.
  private func difference(
    _ expected: SimulationResult, _ found: SimulationResult, _ program: GalleryProgram
  ) -> String? {
    let network = program.layout.network
    if program.experiment.criterion == .exact {
      return FirstDifference(expected, found, in: network)?.inWords
    }
    let rates = RateDifference(expected, found, in: network, steps: program.experiment.steps)
    return rates.isWithinBounds ? nil : rates.inWords
  }
}
