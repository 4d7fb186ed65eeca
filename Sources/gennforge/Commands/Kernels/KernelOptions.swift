import ArgumentParser
import Diagnostics
import Disk
import KernelCompiler
import SpikingModels
import Verifier

/// Which network, how large, and how it is run.
struct KernelOptions: ParsableArguments {
  @Argument(
    help: "A network of the gallery; see `gennforge kernels list`.",
    completion: .list(GalleryModel.allCases.map(\.rawValue)), transform: Self.model)
  var model: GalleryModel
  @Option(help: "The share of the neurons; 1 is the network as published.")
  var scale: Double?
  @Option(help: "Biological time in milliseconds; the network's own if it is not given.")
  var duration: Double?
  @Option(
    help: "The type of scalar: float or double.",
    completion: .list(Precision.allCases.map(\.rawValue)), transform: Self.precision)
  var precision: Precision = .float
  @Option(help: "Threads of the C++ engine.")
  var threads = 1
  @Option(help: "C++ compiler in place of $CXX.")
  var cxx: String?
  @OptionGroup var cuda: CudaOptions
  @Option(
    help: ArgumentHelp(
      "A Python that has pygenn, for the engine 'genn'; $GENNFORGE_PYGENN_PYTHON if not given."))
  var python: String?
  @Flag(help: "Let GeNN optimise (-O3 -ffast-math), with other results.")
  var optimize = false
  @Flag(help: "Leave out last values, which takes long for many synapses.")
  var noState = false
  @Flag(help: "Keep the generated programs.")
  var keep = false
  @OptionGroup var templates: TemplateOptions

  func validate() throws {
    if let scale { try Self.check(scale: scale) }
    if let duration, !(duration > 0 && duration <= 1e9) {
      throw ValidationError("--duration must be positive")
    }
    if !(1...256).contains(threads) { throw ValidationError("--threads must be from 1 to 256") }
  }

  static func check(scale: Double) throws {
    guard scale > 0, scale <= 10_000_000 else {
      throw ValidationError("--scale must be positive and at most 10000000")
    }
  }

  /// A program's path from here, as engines run it in a folder of their own. Links stay: a virtual
  /// environment's Python is one.
  static func program(_ name: String) -> String {
    name.hasPrefix("/") || !name.contains("/") ? name : "\(DiskFile(".").absolutePath)/\(name)"
  }

  static func model(_ name: String) throws -> GalleryModel {
    if let model = GalleryModel(rawValue: name) { return model }
    let known = GalleryModel.allCases.map(\.rawValue)
    let hint = nearest(to: name, in: known).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "no network is called '\(name)'\(hint) There are: \(known.joined(separator: ", "))")
  }

  static func precision(_ name: String) throws -> Precision {
    guard let precision = Precision(rawValue: name) else {
      throw ValidationError("--precision must be float or double")
    }
    return precision
  }

  /// The network at the wished size; a small one where the reference has to run it.
  func experiment(isSmall: Bool) -> Experiment {
    var experiment = model.experiment(precision, scale: scale ?? (isSmall ? model.smallScale : 1))
    if let duration {
      experiment.steps = max(
        1, Int((duration / experiment.network.dt.inMilliseconds).rounded()))
    } else if isSmall {
      experiment.steps = model.fewSteps
    }
    return experiment
  }

  func runner() throws -> KernelRunner {
    var runner = KernelRunner()
    let templates = try self.templates.set()
    runner.cxx = CxxEngine(cxx.map { CxxCompiler($0) } ?? .fromEnvironment, templates: templates)
    runner.cxx.threads = threads
    runner.cxx.reportsState = !noState
    runner.cxx.runLimit = .seconds(3600)
    runner.cuda = cuda.engine(templates)
    runner.cuda.reportsState = !noState
    runner.keepsFiles = keep
    let named = ProcessEnvironment.variables()["GENNFORGE_PYGENN_PYTHON"]
    if let python = python ?? named {
      var genn = GeNNEngine(python: Self.program(python), templates: templates)
      genn.optimizes = optimize
      genn.reportsState = !noState
      runner.genn = genn
    }
    return runner
  }
}

extension KernelEngine: ExpressibleByArgument {}
