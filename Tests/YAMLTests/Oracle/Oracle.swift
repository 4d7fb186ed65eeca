import Foundation
import Testing

/// PyYAML, asked in one process for many answers.
struct Oracle {
  enum Request: Encodable {
    case resolve(String)
    case load(String)
    case base(String)
    case dump(Tree)

    private enum Key: CodingKey { case op, text, tree }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      switch self {
      case .resolve(let text):
        try fields.encode("resolve", forKey: .op)
        try fields.encode(text, forKey: .text)
      case .load(let text):
        try fields.encode("load", forKey: .op)
        try fields.encode(text, forKey: .text)
      case .base(let text):
        try fields.encode("base", forKey: .op)
        try fields.encode(text, forKey: .text)
      case .dump(let tree):
        try fields.encode("dump", forKey: .op)
        try fields.encode(tree, forKey: .tree)
      }
    }
  }

  /// The Python to ask; it must have PyYAML.
  static let python = ProcessInfo.processInfo.environment["GENNFORGE_PYTHON"]
  static let isThere = python != nil
  static let whyNot: Comment = "set GENNFORGE_PYTHON to a Python that has PyYAML"

  static func answers(to requests: [Request]) throws -> [Tree] {
    let python = try #require(python)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let questions = folder.appending(path: "questions")
    let answers = folder.appending(path: "answers")
    let encoder = JSONEncoder()
    var lines = Data()
    for request in requests {
      lines += try encoder.encode(request)
      lines.append(UInt8(ascii: "\n"))
    }
    try lines.write(to: questions)
    try Data().write(to: answers)

    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Engines/yaml_oracle.py").standardized.path
    ]
    process.standardInput = try FileHandle(forReadingFrom: questions)
    process.standardOutput = try FileHandle(forWritingTo: answers)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let decoder = JSONDecoder()
    let trees = try Data(contentsOf: answers).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(Tree.self, from: $0)
    }
    try #require(trees.count == requests.count)
    return trees
  }
}
