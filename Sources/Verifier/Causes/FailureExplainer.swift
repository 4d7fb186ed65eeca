package import Diagnostics

/// Turns a failed run into a finding that names the cause and the recipe's line to change.
package struct FailureExplainer: Sendable {
  package enum Section: String, Hashable, Sendable { case build, run }

  package var standIns: StandIns
  package var places: RecipePlaces
  package var output: PlannedOutput
  /// Which requirements were there.
  package var section: Section
  package var variables: [String: String]

  package func finding(for run: LoggedRun, doing what: String) async -> Diagnostic {
    let log = LogText(run.log)
    let script = places.place(
      ofKey: section == .build ? "build.script" : "tests", output: output.name)
    let notes = log.lastLines(8).map { Diagnostic.Note($0) }
    switch run.end {
    case .timedOut: return .takesTooLong(what, run.duration, at: script, notes: notes)
    case .outputTooLong: return .printsTooMuch(what, at: script, notes: notes)
    case .diskFull: return .fillsDisk(what, at: script, notes: notes)
    case .notFound, .failed: return .notStarted(what, "\(run.end)", at: script)
    case .exited, .signalled: break
    }
    if run.end == .signalled(25) || run.end == .exited(153) {
      return .fillsDisk(what, at: script, notes: notes)
    }
    if let cause = FailureCause.first(in: log, variables: variables),
      let finding = await finding(of: cause, doing: what, script, notes)
    {
      return finding
    }
    return .fails(what, "\(run.end)", at: script, notes: notes)
  }

  private func finding(
    of cause: FailureCause, doing what: String, _ script: SourceLocation,
    _ notes: [Diagnostic.Note]
  ) async -> Diagnostic? {
    switch cause {
    case .program(let name):
      if let piece = ToolkitPiece(program: name) {
        return missing(piece, "program '\(name)'", tools: true, notes)
      }
      let package = await self.package(withProgram: name)
      return missing("the program '\(name)'", package, tools: true, notes)
    case .module(let name):
      let package = standIns.name(forModule: name) ?? name
      return missing("Python's module '\(name)'", package, tools: false, notes)
    case .header(let name):
      if let piece = ToolkitPiece(header: name) {
        return missing(piece, "header '\(name)'", tools: piece.requirement == "cuda-nvcc", notes)
      }
      return missing(
        "the header '\(name)'", await self.package(withFile: "*/include/*\(name)"),
        tools: false, notes)
    case .linkedLibrary(let name):
      if let piece = ToolkitPiece(linked: name) {
        return missing(piece, "library 'lib\(name)' to link with", tools: false, notes)
      }
      return missing(
        "the library 'lib\(name).so' to link with", await package(withFile: "*/lib\(name).so"),
        tools: false, notes)
    case .toolkitFile(let name):
      return ToolkitPiece(file: name).map { missing($0, "file '\(name)'", tools: true, notes) }
    case .sharedLibrary(let name):
      return missing(
        "the shared library '\(name)'", await package(withFile: "*/\(name)"), tools: false, notes)
    case .pkgConfigModule(let name):
      return missing(
        "pkg-config's module '\(name)'", await package(withFile: "*/\(name).pc"), tools: false,
        notes)
    case .namedCompiler(let name, let variable):
      return .compilerNotThere(
        name, variable, at: places.place(ofSection: section.rawValue, output: output.name),
        notes: notes)
    case .network: return .downloads(what, at: script, notes: notes)
    case .outside(let path): return .writesOutside(path, what, at: script, notes: notes)
    case .processes: return .startsTooManyProcesses(what, at: script, notes: notes)
    case .memory: return .needsTooMuchMemory(what, at: script, notes: notes)
    case .disk: return .fillsDisk(what, at: script, notes: notes)
    case .cudaPath(let line):
      guard section == .run else { return .toolkitNotFound(line, at: script, notes: notes) }
      // The package's activation sets it; nvcc is a requirement.
      if let piece = ToolkitPiece(program: "nvcc"), !piece.isAsked(by: output.run) {
        return missing(piece, "program 'nvcc'", tools: true, notes)
      }
      let place = places.place(ofKey: "build.script", output: output.name)
      return .toolkitNotFound(line, at: place, notes: notes)
    case .backend(let line): return .backendMissing(line, at: script, notes: notes)
    case .wrongResult(let line): return .resultsDiffer(line, at: script)
    case .arrayABI(let line):
      return .arrayABIDiffers(
        line, at: places.place(of: "numpy", in: "run", output: output.name), notes: notes)
    }
  }

  private func missing(
    _ what: String, _ package: String?, tools: Bool, _ notes: [Diagnostic.Note]
  ) -> Diagnostic {
    let list = section == .run ? "run" : tools ? "build" : "host"
    let place = places.place(ofSection: list, output: output.name)
    guard let package else { return .unknownMissing(what, list, at: place, notes: notes) }
    let declared = list == "run" ? output.run : list == "host" ? output.host : output.build
    let isDeclared = declared.contains { RequirementText.name(of: $0) == package }
    return .missingRequirement(
      what, written(package, in: list), list, isDeclared: isDeclared, at: place, notes: notes)
  }

  /// Where the list of requirements is, or the line that should have brought it.
  private func missing(
    _ piece: ToolkitPiece, _ what: String, tools: Bool, _ notes: [Diagnostic.Note]
  ) -> Diagnostic {
    let list = section == .run ? "run" : tools ? "build" : "host"
    let declared = section == .run ? output.run : output.build + output.host
    let isAsked = piece.isAsked(by: declared)
    let requirement =
      list == "build" && piece.requirement == "cuda-nvcc"
      ? "${{ compiler('cuda') }}" : piece.requirement
    let place =
      isAsked
      ? places.place(of: piece.requirement, in: list, output: output.name)
      : places.place(ofSection: list, output: output.name)
    return .toolkitPieceMissing(
      what, piece.package, requirement, list, isAsked: isAsked, at: place, notes: notes)
  }

  /// As a recipe writes it.
  private func written(_ package: String, in list: String) -> String {
    guard list == "build" else {
      return ["gxx": "cxx-compiler", "gcc": "c-compiler", "gfortran": "fortran-compiler"][package]
        ?? package
    }
    let languages = ["gxx": "cxx", "gcc": "c", "gfortran": "fortran"]
    return languages[package].map { "${{ compiler('\($0)') }}" } ?? package
  }

  private func package(withProgram name: String) async -> String? {
    let compilers = [
      "g++": "gxx", "c++": "gxx", "gcc": "gcc", "cc": "gcc", "cc1plus": "gxx", "cc1": "gcc",
      "as": "binutils", "ld": "binutils", "ar": "binutils",
      "pkg-config": "pkg-config", "pkgconf": "pkg-config", "gfortran": "gfortran",
      "python": "python",
    ]
    if let package = compilers[name] { return package }
    if standIns[name] != nil { return name }
    return await package(withFile: "*/bin/\(name)")
  }

  private func package(withFile pattern: String) async -> String? {
    for owner in await DebianPackages.owners(of: pattern) {
      if let name = standIns.name(forDebian: owner) { return name }
    }
    return nil
  }
}
