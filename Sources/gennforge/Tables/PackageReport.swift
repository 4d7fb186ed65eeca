import Binaries
import Conda
import Diagnostics
import Inspection

/// What `inspect` prints of a package.
struct PackageReport {
  var package: InspectedPackage
  var findings: [Diagnostic]

  private var isRight: Bool { !findings.contains { $0.severity == .error } }
  private var title: String { "\(package.name) \(package.version) \(package.build)" }

  var text: String {
    let binaries = package.files.flatMap { file in file.binaries.map { (file.path, $0) } }
    var text =
      "\(title) (\(package.platform.subdir)): \(isRight ? "ok" : "not right"); "
      + "files: \(package.files.count), binaries: \(binaries.count)\n"
    for (path, binary) in binaries { text += "\n  \(path)\n" + lines(of: binary) }
    return text
  }

  private func lines(of binary: Binary) -> String {
    let kind = "\(binary.architecture) \(binary.format.rawValue) \(binary.kind.rawValue)"
    let lines: [(label: String, text: String)] = [
      ("is", binary.name.map { "\(kind) '\($0)'" } ?? kind),
      ("needs", binary.needed.map(\.name).joined(separator: " ")),
      ("looks in", binary.searchPaths.map(\.path).joined(separator: " ")),
      ("runs from", binary.minimumSystem.map { "macOS \($0)" } ?? ""),
      ("GPU code", binary.gpuCode.map(\.description).joined(separator: " ")),
    ]
    var text = ""
    for line in lines where !line.text.isEmpty {
      text += "    \(line.label)" + String(repeating: " ", count: 10 - line.label.count)
      text += line.text + "\n"
    }
    return text
  }

  var json: JSONText {
    [
      "name": .string(package.name), "version": .string(package.version),
      "build": .string(package.build), "subdir": .string(package.platform.subdir),
      "right": .bool(isRight), "depends": .strings(package.depends.map(\.text)),
      "files": .array(package.files.map(json(of:))),
    ]
  }

  private func json(of file: InspectedFile) -> JSONText {
    [
      "path": .string(file.path), "link": .optional(file.linkTarget),
      "binaries": .array(file.binaries.map(json(of:))),
    ]
  }

  private func json(of binary: Binary) -> JSONText {
    [
      "format": .string(binary.format.rawValue),
      "architecture": .string(binary.architecture.description),
      "kind": .string(binary.kind.rawValue), "name": .optional(binary.name),
      "needed": .strings(binary.needed.map(\.name)),
      "search_paths": .strings(binary.searchPaths.map(\.path)),
      "minimum_system": .optional(binary.minimumSystem),
      "gpu_code": .strings(binary.gpuCode.map(\.description)),
    ]
  }
}
