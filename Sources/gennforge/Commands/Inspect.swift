import ArgumentParser
import Diagnostics
import Inspection
import Verifier

/// `gennforge inspect`
struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is wrong with built packages, of any system on any.",
    discussion: """
      Reads the libraries and programs of Linux, macOS and Windows in a package and compares them with \
      what the package says: needed libraries with its dependencies, search paths, install names, \
      processors, glibc and macOS versions, Pythons, GPU architectures, paths of the build, licenses, \
      Python metadata. Nothing of the package runs.
      """)

  @Argument(help: "Packages: .conda and .tar.bz2 files, or folders of unpacked ones.")
  var packages: [String]
  @Option(
    help: ArgumentHelp(
      "An environment that holds the dependencies; says who owns which library.",
      valueName: "dir"))
  var environment: String?
  @Option(
    parsing: .upToNextOption,
    help: "GPUs that GPU code has to run on, by nvcc's numbers: 80 90 120.")
  var gpu: [Int] = []
  @Option(
    help: ArgumentHelp(
      "A folder of the build that no file may name; may be given more than once.",
      valueName: "dir"))
  var buildFolder: [String] = []
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: FindingOptions

  func run() async throws {
    var findings = Findings()
    var reports: [PackageReport] = []
    do throws(Diagnostic) {
      let owners = try environment.map { path throws(Diagnostic) in
        try EnvironmentFolder(path: path).owners()
      }
      let inspection = Inspection(owners: owners ?? .known, gpuArchitectures: gpu)
      for path in packages {
        let package = try await read(path)
        let found = inspection.findings(in: package)
        findings.add(contentsOf: found)
        reports.append(PackageReport(package: package, findings: found))
      }
    } catch {
      findings.add(error)
    }
    options.show(findings)
    Terminal.print(
      json
        ? JSONText.array(reports.map(\.json)).text(.pretty)
        : reports.map(\.text).joined(separator: "\n"))
    if findings.hasErrors { throw ExitCode(1) }
  }

  private func read(_ path: String) async throws(Diagnostic) -> InspectedPackage {
    guard PackageArchive.isOne(path) else {
      return try PackageFolder(path: path).read(buildFolders: buildFolder)
    }
    let area = try WorkArea.make()
    defer { area.remove() }
    let folder = try await PackageArchive(path).unpack(in: area)
    return try PackageFolder(path: folder).read(buildFolders: buildFolder)
  }
}
