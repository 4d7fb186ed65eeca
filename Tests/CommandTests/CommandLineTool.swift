import Foundation

/// The built `gennforge`, run in a folder that goes away with the test.
final class CommandLineTool {
  let folder = FileManager.default.temporaryDirectory.appending(path: "it's a folder \(UUID())")

  struct Outcome {
    var status: Int32
    var output, errors: String
  }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// - Parameter environment: set on top of the tests' own.
  func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    if !environment.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }
    process.executableURL = URL(filePath: CommandLine.arguments[0])
      .deletingLastPathComponent().appending(path: "gennforge")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (folder.appending(path: ".out"), folder.appending(path: ".err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func append(_ text: String, to path: String) throws {
    try Data((self.text(path) + text).utf8).write(to: folder.appending(path: path))
  }

  /// Everything below a folder, but for what runs leave beside it.
  func files(below path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: folder.appending(path: path).path(percentEncoded: false)
    ).sorted()
  }
}
