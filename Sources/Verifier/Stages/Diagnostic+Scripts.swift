import Diagnostics

extension Diagnostic {
  static func linkScriptFails(
    _ kind: String, _ lines: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the \(kind) script fails", remedy: "mend it; installing stops there",
      notes: lines.map { Note($0) })
  }

  static func activationStays(_ lines: [String], at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "deactivation leaves other variables than there were before activation",
      remedy: "restore each variable that the activation script sets",
      notes: lines.map { Note($0) })
  }

  static func contentMissing(_ glob: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the package has no file '\(glob)'",
      remedy: "look why the build leaves it out, or correct the test")
  }

  static func partForGPUMissing(_ glob: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "the package has no file '\(glob)': the build left CUDA out, as many do without a word where "
        + "CUDA_PATH is unset or names no folder",
      remedy: "set CUDA_PATH to the folder that holds the toolkit (in host: $PREFIX)")
  }

  static func testNotRun(_ kind: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "the test of kind '\(kind)' is not run here",
      remedy: "run it with rattler-build test")
  }

  static func testFileAbsent(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the test's file '\(name)' is not there",
      remedy: "add it to the recipe's folder, or name one that the source has")
  }

  static func pipCheckFails(_ line: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "pip check: \(line)",
      remedy: "add the package to the run requirements, or loosen the version that it asks for")
  }

  static func testSkips(_ name: String, _ sign: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the test '\(name)' passes without having tested anything: \(sign)",
      remedy: "make it fail where it can't run, or run it where it can")
  }
}
