import Foundation

/// A recipe whose variants do nothing but take their time, and the tool on it.
final class VariantBench {
  let tool: CommandLineTool

  /// What a killed tool may leave, found by the path of this test's folder.
  struct Straggler {
    var number: Int32
    var words: [String]
  }

  static let isPossible: Bool = {
    let programs = ["/usr/bin/bwrap", "/usr/bin/dpkg-query"]
    guard programs.allSatisfy({ FileManager.default.isExecutableFile(atPath: $0) }) else {
      return false
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/bwrap")
    process.arguments =
      ["--ro-bind", "/", "/", "--proc", "/proc", "--unshare-pid", "--unshare-net"]
      + (geteuid() == 0 ? [] : ["--unshare-user"]) + ["true"]
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  static let hint =
    "needs Debian's packages and bubblewrap, which must be allowed to make namespaces"

  /// - Parameter flavours: a variant each; the build of `slow` waits for ``letSlowGo()``.
  init(_ flavours: [String]) throws {
    tool = try CommandLineTool()
    let recipe = """
      schema_version: 1
      package:
        name: tiny
        version: "1.0"
      build:
        script:
          - mkdir -p "$PREFIX/share"
          - echo "$flavour" >"$PREFIX/share/tiny.txt"
          - if [ "$flavour" = slow ]; then for i in $(seq 600); do if [ -e go ]; then break; fi; sleep 0.2; done; fi
          - if [ "$flavour" = bad ]; then touch made; exit 3; fi
      tests:
        - script:
            - test -s "$CONDA_PREFIX/share/tiny.txt"
      about:
        license: MIT
        license_file: LICENSE
        summary: Tastes of ${{ flavour }}
      """
    let files = [
      "recipe.yaml": recipe, "LICENSE": "Do what you like.\n",
      "variants.yaml": "flavour: [\(flavours.joined(separator: ", "))]\n",
    ]
    for (name, text) in files {
      let file = tool.folder.appending(path: "tiny/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  static let verify = ["verify", "tiny", "--all-variants", "--work", "work"]

  /// Starts the tool and doesn't wait for it; its errors go to a file.
  func start(
    _ arguments: [String], _ environment: [String: String] = [:], errors: String
  ) throws -> Process {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(filePath: CommandLine.arguments[0])
      .deletingLastPathComponent().appending(path: "gennforge")
    process.arguments = arguments
    process.currentDirectoryURL = tool.folder
    let file = tool.folder.appending(path: errors)
    try Data().write(to: file)
    process.standardError = try FileHandle(forWritingTo: file)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The records of a stage, by the flavour that its package has, with the time that each was written at.
  func records(of stage: String) throws -> [String: Date] {
    let files = try? FileManager.default.subpathsOfDirectory(
      atPath: tool.folder.appending(path: "work").path(percentEncoded: false))
    var records: [String: Date] = [:]
    for file in files ?? [] where file.hasSuffix("/tiny/\(stage).json") {
      let url = tool.folder.appending(path: "work/\(file)")
      let area = url.deletingLastPathComponent()
      let text = try? String(
        contentsOf: area.appending(path: "package/share/tiny.txt"), encoding: .utf8)
      let attributes = try FileManager.default.attributesOfItem(
        atPath: url.path(percentEncoded: false))
      guard let text, let date = attributes[.modificationDate] as? Date else { continue }
      records[text.trimmingCharacters(in: .whitespacesAndNewlines)] = date
    }
    return records
  }

  /// Lets the build of `slow` end.
  func letSlowGo() throws {
    let work = tool.folder.appending(path: "work")
    let folders = try FileManager.default.subpathsOfDirectory(
      atPath: work.path(percentEncoded: false)
    ).filter { $0.hasSuffix("/tiny/work") }
    for folder in folders { try Data().write(to: work.appending(path: "\(folder)/go")) }
  }

  /// Waits until something is so.
  func wait(for what: String, _ isSo: () throws -> Bool) throws {
    for _ in 0..<1200 {
      if try isSo() { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw SlurmCluster.NotReady(what: what)
  }

  /// Processes whose command line has this test's folder in it.
  var processes: [Straggler] {
    let path = tool.folder.path(percentEncoded: false)
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.compactMap { Int32($0) }.compactMap { number in
      guard let data = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else {
        return nil
      }
      let words = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      return words.contains { $0.contains(path) } ? Straggler(number: number, words: words) : nil
    }
  }
}
