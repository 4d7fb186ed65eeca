import ArgumentParser
import Conda
import Disk
import SpikingModels
import Verifier

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a package is verified.
struct VerifyArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A variant file, or KEY=VALUE for one value; may be given more than once.",
      valueName: "file|k=v"))
  var variant: [String] = []
  @Flag(help: "Every variant that this machine can build, instead of the first.")
  var allVariants = false
  @Option(
    help: ArgumentHelp(
      "Of all variants the one of this name; may be given more than once.", valueName: "name"))
  var only: [String] = []
  @Option(help: ArgumentHelp("How many variants are verified at one time.", valueName: "n"))
  var jobs: Int = 1
  @Option(
    name: .customLong("executor"),
    help: "Where variants are verified: local, or slurm (a job array).")
  var executorKind: ExecutorKind = .local
  @Option(
    help: ArgumentHelp(
      "An option for sbatch, such as --slurm-option=--partition=long; may be given more than once.",
      valueName: "option"))
  var slurmOption: [String] = []
  @Option(help: ArgumentHelp("Seconds that Slurm may be silent.", valueName: "s"))
  var slurmPatience: Int = 900
  @Option(
    help: ArgumentHelp(
      "A local archive or tree in place of the recipe's address.", valueName: "path"))
  var source: String?
  @Option(help: "The last stage: \(Stage.allCases.map(\.rawValue).joined(separator: ", ")).")
  var until: Stage = .kernels
  @Option(help: "What is built in: host (this machine's packages), or conda (channels).")
  var environment: EnvironmentKind = .host
  @Option(help: "A channel of the conda environment; may be given more than once.")
  var channel: [String] = []
  @Option(
    help: ArgumentHelp(
      "Where results are kept between runs, else below $XDG_CACHE_HOME or ~/.cache.",
      valueName: "dir"))
  var work: String?
  @Option(
    help: ArgumentHelp(
      "What stands in for a package: NAME=debian:PACKAGE, NAME=pypi:NAME or NAME=nothing.",
      valueName: "line"))
  var standIn: [String] = []
  @Option(
    help: ArgumentHelp(
      "Where no device runs CUDA kernels, what to compile them for: sm_80,sm_90.",
      valueName: "list"))
  var arch: String = ""
  @Flag(help: "Run all networks of the gallery by the installed PyGeNN, too.")
  var gallery = false
  @Flag(help: "Run the tests that the source has, too, with pytest.")
  var upstreamTests = false
  @Option(help: ArgumentHelp("Seconds that one program may run.", valueName: "s"))
  var timeLimit: Int = 3600
  @Option(help: ArgumentHelp("Memory of one process, in MiB.", valueName: "mib"))
  var memoryLimit: Int = 16_384
  @Option(help: ArgumentHelp("What may be written to the disk, in MiB.", valueName: "mib"))
  var diskLimit: Int = 8192
  @Option(help: ArgumentHelp("Processes at one time.", valueName: "n"))
  var processLimit: Int = 2000
  @Option(help: ArgumentHelp("Write the report as JUnit's XML, too.", valueName: "file"))
  var junit: String?
  @Option(help: ArgumentHelp("Write the report as a HTML file, too.", valueName: "file"))
  var html: String?
  @Option(help: ArgumentHelp("Write the report as a JSON file, too.", valueName: "file"))
  var jsonFile: String?

  enum EnvironmentKind: String, ExpressibleByArgument, CaseIterable { case host, conda }
  enum ExecutorKind: String, ExpressibleByArgument, CaseIterable { case local, slurm }

  func validate() throws {
    let numbers = [timeLimit, memoryLimit, diskLimit, processLimit, jobs, slurmPatience]
    for number in numbers where number < 1 {
      throw ValidationError("limits are at least 1")
    }
    for name in architectureNames where architecture(name) == nil {
      throw ValidationError("'\(name)' is no processor; write one such as sm_90")
    }
    var standIns = StandIns()
    for line in standIn where !standIns.add(line) {
      throw ValidationError(
        "'\(line)' says nothing that stands in; write NAME=debian:PACKAGE or NAME=pypi:NAME")
    }
  }

  func settings(python: HostPython, keepsFiles: Bool) -> VerificationSettings {
    var settings = VerificationSettings(work: folder, python: python)
    settings.source = source.map { AbsolutePath.of($0) }
    settings.until = until
    settings.keepsFiles = keepsFiles
    for line in standIn { _ = settings.standIns.add(line) }
    settings.architectures = architectureNames.compactMap(architecture)
    settings.runsUpstreamTests = upstreamTests
    if gallery {
      settings.gallery = GalleryModel.allCases.map { model in
        var experiment = model.experiment(.float, scale: model.smallScale)
        experiment.steps = model.fewSteps
        return experiment
      }
    }
    settings.limits.time = .seconds(timeLimit)
    settings.limits.memory = memoryLimit << 20
    settings.limits.disk = diskLimit << 20
    settings.limits.processes = processLimit
    return settings
  }

  private var architectureNames: [String] { arch.split(separator: ",").map(String.init) }

  private func architecture(_ name: String) -> Int? {
    guard name.hasPrefix("sm_"), let number = Int(name.dropFirst(3)), (50...990).contains(number)
    else { return nil }
    return number
  }

  var folder: String {
    if let work { return AbsolutePath.of(work) }
    if let cache = Self.variable("XDG_CACHE_HOME") { return cache + "/gennforge/verify" }
    return (Self.variable("HOME") ?? "/tmp") + "/.cache/gennforge/verify"
  }

  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static var interpreter: String { variable("GENNFORGE_PYTHON") ?? "python3" }

  /// This machine's.
  static var platform: String {
    #if os(macOS)
      "osx-arm64"
    #elseif arch(arm64)
      "linux-aarch64"
    #else
      "linux-64"
    #endif
  }

  var values: [(key: String, value: String)] {
    variant.compactMap { text in
      guard let equals = text.firstIndex(of: "="), DiskEntry(text).kind == .absent else {
        return nil
      }
      return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
  }

  var variantFiles: [String] {
    variant.filter { text in !text.contains("=") || DiskEntry(text).kind != .absent }
  }
}

extension Stage: ExpressibleByArgument {}
