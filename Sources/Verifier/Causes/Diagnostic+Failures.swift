import Diagnostics

extension Diagnostic {
  static func missingRequirement(
    _ what: String, _ package: String, _ list: String, isDeclared: Bool, at place: SourceLocation,
    notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      isDeclared
        ? "\(what) is missing although '\(package)' is among the \(list) requirements"
        : "\(what) is missing: '\(package)' is not among the \(list) requirements",
      remedy: isDeclared
        ? "look whether this machine's stand-in is complete"
        : "add '\(package)' to requirements.\(list)", notes: notes)
  }

  static func unknownMissing(
    _ what: String, _ list: String, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) is missing, and no \(list) requirement brings it",
      remedy: "add the package that has it to requirements.\(list)", notes: notes)
  }

  static func compilerNotThere(
    _ name: String, _ variable: String, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(variable) names the compiler '\(name)', which isn't there",
      remedy:
        "require the package that has it, or don't keep the build's \(variable) in the package",
      notes: notes)
  }

  static func toolkitPieceMissing(
    _ what: String, _ package: String, _ requirement: String, _ list: String, isAsked: Bool,
    at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    let bringer = package == requirement ? "" : ", which '\(requirement)' brings,"
    return Diagnostic(
      .error, at: place,
      isAsked
        ? "CUDA's \(what) ('\(package)') is not found although '\(requirement)' is required"
        : "CUDA's \(what) is missing: '\(package)'\(bringer) is not among the \(list) requirements",
      remedy: isAsked
        ? "look for it below targets/ in the environment, and at what leads there: CUDA_PATH, -I, -L"
        : "add '\(requirement)' to requirements.\(list)", notes: notes)
  }

  static func toolkitNotFound(_ line: String, at place: SourceLocation, notes: [Note]) -> Diagnostic
  {
    Diagnostic(
      .error, at: place, "CUDA_PATH does not lead to a whole toolkit: \(line)",
      remedy: "set it to the folder of bin/nvcc, and require cuda-nvcc where it is used",
      notes: notes)
  }

  static func backendMissing(_ line: String, at place: SourceLocation, notes: [Note]) -> Diagnostic
  {
    Diagnostic(
      .error, at: place, "GeNN has no backend here: \(line)",
      remedy: "look for its library in site-packages/pygenn and for the libraries that it needs",
      notes: notes)
  }

  static func resultsDiffer(_ line: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "a network computes something else than the reference: \(line)",
      remedy: "look for options that change arithmetic (-ffast-math, -march), or a changed model")
  }

  static func arrayABIDiffers(
    _ line: String, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "the installed NumPy is not the one that was built for: \(line)",
      remedy: "bound numpy in the run requirements", notes: notes)
  }

  static func downloads(_ what: String, at place: SourceLocation, notes: [Note]) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) wants to download something, and there is no network",
      remedy: "list what it needs under 'source' or in the requirements", notes: notes)
  }

  static func writesOutside(
    _ path: String, _ what: String, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) wants to write '\(path)', which is outside of its folders",
      remedy: "install below $PREFIX, and work below $SRC_DIR", notes: notes)
  }

  static func startsTooManyProcesses(
    _ what: String, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) starts more processes than it may",
      remedy: "use $CPU_COUNT jobs, and look for a script that calls itself", notes: notes)
  }

  static func needsTooMuchMemory(
    _ what: String, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) needs more memory than it may use",
      remedy: "compile fewer files at a time, or raise --memory-limit", notes: notes)
  }

  static func fillsDisk(_ what: String, at place: SourceLocation, notes: [Note]) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) writes more to the disk than it may",
      remedy: "look for a file that grows without end, or raise --disk-limit", notes: notes)
  }

  static func takesTooLong(
    _ what: String, _ time: Duration, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) did not end within \(Int(time.inSeconds)) s",
      remedy: "look for something that waits (input, a lock, a server), or raise --time-limit",
      notes: notes)
  }

  static func printsTooMuch(_ what: String, at place: SourceLocation, notes: [Note]) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) prints without end", remedy: "look for a loop without an end",
      notes: notes)
  }

  static func notStarted(_ what: String, _ reason: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) could not be started: \(reason)",
      remedy: "look whether bash and bubblewrap run on this machine")
  }

  static func fails(
    _ what: String, _ end: String, at place: SourceLocation, notes: [Note]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(what) fails (\(end))", remedy: "look at the log for the first error",
      notes: notes)
  }
}
