import Foundation
import Testing

/// The real tools, asked through `Tests/Engines/conda_oracle.py`.
struct Oracle {
  /// A Python with py-rattler (and with conda, if conda is to be asked too).
  static let python = ProcessInfo.processInfo.environment["GENNFORGE_PYTHON"]
  static let howToEnable: Comment =
    "set GENNFORGE_PYTHON to a Python that has py-rattler 0.25.0 (and conda, if it can)"

  /// The same questions every time, or others to go hunting with.
  static let seed =
    ProcessInfo.processInfo.environment["GENNFORGE_ORACLE_SEED"].flatMap { UInt64($0) } ?? 2026

  /// The tools that it has, with their releases.
  let tools: [String: String]
  let answers: [String]

  init(python: String, _ questions: (_ tool: String, _ release: String) -> [OracleQuestion]) throws
  {
    tools = try Self.run(python, [])[0].map(Self.releases) ?? [:]
    let asked = tools.sorted { $0.key < $1.key }.flatMap(questions)
    answers = try Self.run(python, asked).dropFirst().map { $0 ?? "" }
  }

  private static func releases(_ line: String) throws -> [String: String] {
    try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
  }

  /// Files, not pipes: the oracle may write much before it has read everything.
  private static func run(_ python: String, _ questions: [OracleQuestion]) throws -> [String?] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "conda-oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    var lines = Data()
    for question in questions {
      lines += try JSONEncoder().encode(question) + [UInt8(ascii: "\n")]
    }
    try lines.write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the oracle failed")
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    let answers = text.split(separator: "\n").map(String.init)
    let decoder = JSONDecoder()
    return try answers.enumerated().map { index, line in
      index == 0 ? line : try decoder.decode(String.self, from: Data(line.utf8))
    }
  }

  private static var script: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Engines/conda_oracle.py").path
  }
}
