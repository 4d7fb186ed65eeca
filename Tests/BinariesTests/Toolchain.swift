import Foundation

/// The Swift toolchain's clang, and LLVM's linkers, which make binaries for every system.
///
/// The toolchain's own linkers won't link for macOS, so these are Debian's or Homebrew's.
struct Toolchain {
  static let isThere = paths.count == 4

  private static let paths: [String: URL] = {
    let files = FileManager.default
    // Debian's folders have their version in the name; the newest is the last.
    let debian = (try? files.contentsOfDirectory(atPath: "/usr/lib"))?
      .filter { $0.hasPrefix("llvm-") }.sorted().reversed().map { "/usr/lib/\($0)/bin" }
    let linkers = (debian ?? []) + ["/opt/homebrew/bin"]
    let programs = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map(String.init)
    var paths: [String: URL] = [:]
    for name in ["clang", "ld.lld", "ld64.lld", "lld-link"] {
      paths[name] = (name == "clang" ? programs : linkers)
        .map { URL(filePath: $0).appending(path: name) }
        .first { files.isExecutableFile(atPath: $0.path) }
    }
    return paths
  }()

  struct Failure: Error {
    var command: [String]
    var text: String
  }

  /// A folder for one test's files.
  let work: URL

  /// Runs the body with a folder that is gone afterwards.
  static func use<Result>(_ body: (Toolchain) throws -> Result) throws -> Result {
    let work = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    return try body(Toolchain(work: work))
  }

  func run(_ program: String, _ arguments: String...) throws { try link(program, arguments) }

  func link(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = Self.paths[program]
    process.arguments = arguments
    process.currentDirectoryURL = work
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        command: [program] + arguments, text: String(decoding: text, as: UTF8.self))
    }
  }

  /// Compiles C for a target to `NAME.o`.
  func compile(_ code: String, for target: String, to name: String = "a") throws {
    try write(code, to: "\(name).c")
    try run(
      "clang", "--target=\(target)", target.contains("windows") ? "-O0" : "-fPIC",
      "-ffreestanding", "-fno-stack-protector", "-c", "\(name).c", "-o", "\(name).o")
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: work.appending(path: name))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: work.appending(path: name)))
  }
}
