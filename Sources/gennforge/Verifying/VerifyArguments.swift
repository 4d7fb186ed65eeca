import ArgumentParser
import Conda
import Disk
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

  enum EnvironmentKind: String, ExpressibleByArgument, CaseIterable { case host, conda }

  func validate() throws {
    for number in [timeLimit, memoryLimit, diskLimit, processLimit] where number < 1 {
      throw ValidationError("limits are at least 1")
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
    settings.limits.time = .seconds(timeLimit)
    settings.limits.memory = memoryLimit << 20
    settings.limits.disk = diskLimit << 20
    settings.limits.processes = processLimit
    return settings
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
