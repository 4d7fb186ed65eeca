import Diagnostics
import Templates

extension Diagnostic {
  static func brokenTemplate(_ error: MustacheError) -> Self {
    Diagnostic(
      .error, at: nil, "the kernel template is wrong in line \(error.line): \(error.message)",
      remedy: "mend the template, or leave it out to use the built-in one")
  }

  static func compilerMissing(_ name: String) -> Self {
    Diagnostic(
      .error, at: nil, "there is no C++ compiler '\(name)'",
      remedy: "install one (Debian: apt install g++), or set CXX to its name")
  }

  static func pythonMissing(_ name: String) -> Self {
    Diagnostic(
      .error, at: nil, "there is no Python '\(name)'",
      remedy: "give the path of a Python that has pygenn")
  }

  static func compilerHangs(_ name: String, _ limit: Duration) -> Self {
    Diagnostic(
      .error, at: nil, "the compiler '\(name)' did not end within \(limit.inWords)",
      remedy: "set CXX to another compiler, or raise the limit")
  }

  static func compilerRejects(_ name: String, _ status: Int, _ errors: [UInt8]) -> Self {
    Diagnostic(
      .error, at: nil, "the compiler '\(name)' rejects the generated program (status \(status))",
      remedy: "set CXX to a compiler for C++17, or report this with the program",
      notes: notes(from: errors))
  }

  static func compilerDies(_ name: String, _ reason: String) -> Self {
    Diagnostic(
      .error, at: nil, "the compiler '\(name)' died: \(reason)", remedy: "set CXX to another one")
  }

  static func simulationHangs(_ network: String, _ limit: Duration) -> Self {
    Diagnostic(
      .error, at: nil, "the simulation of '\(network)' did not end within \(limit.inWords)",
      remedy: "use fewer steps or neurons, or look for a loop without an end")
  }

  static func simulationPrintsTooMuch(_ network: String, _ bytes: Int) -> Self {
    Diagnostic(
      .error, at: nil, "the simulation of '\(network)' printed more than \(bytes) bytes",
      remedy: "use fewer steps or neurons")
  }

  static func simulationFails(_ network: String, _ reason: String, _ errors: [UInt8]) -> Self {
    Diagnostic(
      .error, at: nil, "the simulation of '\(network)' failed: \(reason)",
      remedy: "run the kept program by hand", notes: notes(from: errors))
  }

  static func notEnoughSteps(_ steps: Int, _ network: String, at place: SourceLocation) -> Self {
    Diagnostic(
      .error, at: place, "'\(network)' is to run for \(steps) steps", remedy: "use at least one")
  }

  static func enginesDiffer(
    _ network: String, _ compiler: String, _ difference: FirstDifference,
    at place: SourceLocation
  ) -> Self {
    Diagnostic(
      .error, at: place,
      "C++ by '\(compiler)' differs from the reference for '\(network)': \(difference.inWords)",
      remedy: "look for compiler options that change arithmetic, such as -ffast-math")
  }

  /// The first lines that a program complained with.
  private static func notes(from errors: [UInt8]) -> [Note] {
    String(decoding: errors.prefix(4000), as: UTF8.self).split(separator: "\n").prefix(8).map {
      Note(String($0.prefix(200)))
    }
  }
}

extension Duration {
  fileprivate var inWords: String { "\(inSeconds) s" }

  package var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
