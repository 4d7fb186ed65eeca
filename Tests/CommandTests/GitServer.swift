import Foundation

/// A repository on 127.0.0.1, which goes away with the test.
final class GitServer {
  private let process = Process()
  private let input = Pipe()
  let address: String

  static var python: String {
    ProcessInfo.processInfo.environment["GENNFORGE_PYTHON"] ?? "python3"
  }

  /// - Parameter mode: as `Tests/Engines/git_server.py` explains.
  init(_ folder: URL, mode: String) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Engines/git_server.py")
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      Self.python, script.path(percentEncoded: false), folder.path(percentEncoded: false), mode,
    ]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    address = "http://127.0.0.1:\(port)"
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
