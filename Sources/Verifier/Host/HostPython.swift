package import Diagnostics
import Disk
import YAML

/// This machine's Python, which stands in for conda's.
package struct HostPython: Hashable, Sendable {
  /// Its real path, outside of any virtual environment.
  package var program: String
  /// The folder that it is installed in.
  package var prefix: String
  /// `3.11`
  package var version: String

  /// The value of the variant key that asks for it.
  package var variant: String { "\(version).* *_cpython" }
  package var isDebian: Bool { prefix == "/usr" }

  /// Debian's packages, where it is Debian's.
  package var debianPackages: [String] {
    isDebian
      ? ["python\(version)", "python3", "python3-minimal", "libpython\(version)-dev"]
      : []
  }

  /// - Parameter program: a name to look for in PATH, or a path.
  package static func find(_ program: String) async throws(Diagnostic) -> HostPython {
    let script = """
      import json, os, sys
      base = getattr(sys, "_base_executable", sys.executable)
      print(json.dumps([os.path.realpath(base), sys.base_prefix, "%d.%d" % sys.version_info[:2]]))
      """
    let run = await Command(
      program, ["-I", "-c", script], in: "/", timeLimit: .seconds(30), outputLimit: 1 << 16
    ).run()
    guard run.end == .exited(0) else { throw .noPython(program) }
    let answer = try JSONReader(file: program).document(bytes: run.output)
    let texts = answer.sequence?.items.compactMap { $0.scalar?.text } ?? []
    guard texts.count == 3 else { throw .noPython(program) }
    return HostPython(program: texts[0], prefix: texts[1], version: texts[2])
  }

  /// Where modules go, from the environment's root.
  package var sitePackages: String { "lib/python\(version)/site-packages" }
}

extension Diagnostic {
  static func noPython(_ program: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(program)' is no Python 3, which stands in for conda's",
      remedy:
        "install Python 3 with venv (Debian: apt install python3-venv), or set GENNFORGE_PYTHON")
  }
}
