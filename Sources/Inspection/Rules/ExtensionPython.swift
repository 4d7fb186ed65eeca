import Conda
import Diagnostics

/// Extension modules are for the Python that the package is installed with.
enum ExtensionPython: PackageRule {
  static func check(_ package: InspectedPackage, in context: Inspection) -> [Diagnostic] {
    let versions = Dictionary(
      grouping: package.files.compactMap { file in python(of: file.fileName).map { ($0, file) } },
      by: \.0)
    let pins = package.depends.filter { $0.name == "python" || $0.name == "python_abi" }
    return versions.sorted { $0.key < $1.key }.compactMap { version, files in
      guard let file = files.first?.1, let python = try? Version(version) else { return nil }
      if pins.isEmpty { return .extensionWithoutPython(file.path, version) }
      let fits = pins.allSatisfy { pin in
        (try? MatchSpec(pin.text))?.version.map { $0.matches(python) } ?? true
      }
      let isPinned = pins.contains { (try? MatchSpec($0.text))?.version != nil }
      if fits, isPinned { return nil }
      return .extensionOfOtherPython(
        file.path, version, pins: pins.map(\.text).joined(separator: "', '"))
    }
  }

  /// `3.12` of `_genn.cpython-312-x86_64-linux-gnu.so` and `_genn.cp312-win_amd64.pyd`; nothing of a
  /// module for several Pythons (`.abi3.so`).
  private static func python(of name: String) -> String? {
    for word in [".cpython-3", ".cp3"] {
      guard let range = name.firstRange(of: word) else { continue }
      let minor = name[range.upperBound...].prefix { $0.isNumber }
      if !minor.isEmpty { return "3.\(minor)" }
    }
    return nil
  }
}

extension Diagnostic {
  static func extensionOfOtherPython(_ path: String, _ version: String, pins: String) -> Diagnostic
  {
    Diagnostic(
      .error, at: nil, "'\(path)' is for Python \(version), but the package says '\(pins)'",
      remedy: "build with $PYTHON and the python of host, whose run exports pin it")
  }

  static func extensionWithoutPython(_ path: String, _ version: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' is for Python \(version), and the package depends on no Python",
      remedy: "name python in host and in run")
  }
}
