import Conda
import Diagnostics
import Foundation
import RecipeReader
import YAML

@testable import Verifier

/// A recipe in a folder that goes away with the test, and its way through the stages.
final class FaultBench {
  let folder: URL
  var settings: VerificationSettings

  /// Roots and wheels, for all tests of all runs: they are named by what is in them.
  private static let cache = FileManager.default.temporaryDirectory
    .appending(path: "gennforge-verifier-tests-\(getuid())").path()

  static let program = ProcessInfo.processInfo.environment["GENNFORGE_PYTHON"] ?? "python3"

  /// Tried, since containers may forbid namespaces.
  static let isPossible: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/bwrap"),
      FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-query")
    else { return false }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/bwrap")
    let user = ProcessInfo.processInfo.userName == "root" ? [] : ["--unshare-user"]
    process.arguments =
      ["--ro-bind", "/", "/", "--proc", "/proc", "--unshare-pid", "--unshare-net"] + user + ["true"]
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// The wheels of CUDA's toolkit are laid out for these machines.
  static var hasToolkit: Bool {
    #if arch(x86_64)
      true
    #else
      false
    #endif
  }

  static let hint =
    "the host environment needs Debian's packages and bubblewrap (apt install bubblewrap), which must "
    + "be allowed to make namespaces"

  init(recipe: String, files: [String: String] = [:]) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fault \(UUID())")
    settings = VerificationSettings(
      work: Self.cache, python: try await HostPython.find(Self.program))
    settings.limits.time = .seconds(300)
    settings.limits.memory = 4 << 30
    settings.limits.disk = 512 << 20
    settings.limits.processes = 300
    for (name, text) in files.merging(["recipe.yaml": recipe], uniquingKeysWith: { $1 }) {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// Writes a file of the recipe's folder anew.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
    try? FileManager.default.removeItem(atPath: "\(Self.cache)/\(name)")
  }

  /// Build scripts that don't quote $PREFIX are no fault that is tested here.
  private var name: String { folder.lastPathComponent.replacing(" ", with: "-") }

  func plan() throws -> BuildPlan {
    let file = folder.appending(path: "recipe.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let (recipe, findings) = V1.Recipe.read(text, file: "recipe.yaml")
    guard let recipe else { throw findings.all.first ?? Diagnostic.noDebian() }
    var variants = V1.VariantConfiguration()
    for (key, value) in [
      ("c_compiler", "gcc"), ("cxx_compiler", "gxx"), ("c_stdlib", "sysroot"),
      ("python", settings.python.variant), ("target_platform", "linux-64"),
      ("cuda_compiler", "cuda-nvcc"), ("cuda_compiler_version", "13.0"),
    ] {
      variants[V1.VariantKey(key)] = [.string(value)]
    }
    let platforms = V1.Platforms(target: Platform("linux-64"), build: nil)
    let rendering = try recipe.render(variants, for: platforms)
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    return BuildPlan(
      name: name, platform: Platform("linux-64"),
      recipeFolder: folder.path(percentEncoded: false),
      outputs: rendering.outputs.map { PlannedOutput($0, files: Set(names)) },
      places: RecipePlaces(try YAMLReader(file: "recipe.yaml", options: .rattler).document(text)))
  }

  func run() async throws -> VerificationReport {
    await Verification(try plan(), settings).run()
  }

  /// The stage that failed with its errors, as `line: message`.
  func failure() async throws -> (stage: Stage?, errors: [String], report: VerificationReport) {
    let report = try await run()
    let stage = report.outputs.flatMap(\.stages).first { $0.status == .failed }?.stage
    let errors = report.allFindings.filter { $0.severity == .error }.map {
      "\($0.location?.line ?? 0): \($0.message)"
    }
    return (stage, errors, report)
  }
}
