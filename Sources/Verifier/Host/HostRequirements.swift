import Conda
package import Diagnostics

/// What an environment is made of here, after each requirement found its stand-in.
package struct HostRequirements: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var name: String
    package var text: String
    package var section: String
  }

  package var lines: [Line] = []
  package var debian: [String] = []
  /// As pip reads them: `numpy>=1.17`.
  package var distributions: [String] = []
  package var environment: [String: String] = [:]
  /// Parts of CUDA's toolkit.
  package var toolkit: [ToolkitPart] = []
  /// What conda's packages would add to the run requirements.
  package var runExports: [String] = []
  /// Packages of the same recipe.
  package var own: [String] = []
  package var hasPython = false
  package var findings: [Diagnostic] = []
}

/// Finds stand-ins.
package struct HostResolver: Sendable {
  package var standIns: StandIns
  package var debian: DebianPackages
  package var python: HostPython
  package var places: RecipePlaces
  /// Packages that this verification built, with their run requirements.
  package var built: [String: [String]] = [:]

  /// What is there while a package is built.
  package func forBuild(of output: PlannedOutput) -> HostRequirements {
    var result = HostRequirements()
    // Libraries of the build machine are no libraries to link with.
    for text in output.build { add(text, in: "build", of: output, develops: false, to: &result) }
    for text in output.host { add(text, in: "host", of: output, develops: true, to: &result) }
    addFlags(\.addedFlags, to: &result)
    if let line = result.lines.first(where: { $0.name.hasPrefix("cuda-nvcc_") }),
      result.environment["CXX"] == nil
    {
      let place = places.place(ofSection: "build", output: output.name)
      result.findings.append(.noHostCompiler(line.name, at: place))
    }
    return result
  }

  /// What is there while it is used: its run requirements, and nothing else.
  package func forRun(
    of output: PlannedOutput, depends: [String], adding others: [String] = []
  ) -> HostRequirements {
    var result = HostRequirements()
    for text in depends { add(text, in: "run", of: output, develops: false, to: &result) }
    for text in others { add(text, in: "tests", of: output, develops: false, to: &result) }
    addFlags(\.usersFlags, to: &result)
    return result
  }

  private func add(
    _ text: String, in section: String, of output: PlannedOutput, develops: Bool,
    to result: inout HostRequirements
  ) {
    let name = RequirementText.name(of: text)
    if let depends = built[name] {
      guard !result.own.contains(name) else { return }
      for dependency in depends {
        add(dependency, in: section, of: output, develops: false, to: &result)
      }
      result.own.append(name)
      return
    }
    let place = places.place(of: text, in: section, output: output.name)
    guard let standIn = standIns[name] else {
      if !result.findings.contains(where: { $0.location == place }) {
        result.findings.append(.noStandIn(name, in: section, at: place))
      }
      return
    }
    let line = HostRequirements.Line(name: name, text: text, section: section)
    guard !result.lines.contains(line) else { return }
    result.lines.append(line)
    if !standIn.toolkit.isEmpty {
      result.toolkit.append(ToolkitPart(package: name, section: section, files: standIn.toolkit))
    }
    if isOtherToolkit(text, standIn) {
      result.findings.append(.otherToolkit(text, ToolkitWheel.release, at: place))
    }
    if name == "python" {
      result.hasPython = true
      result.debian += python.debianPackages
      if !allows(text) {
        result.findings.append(.otherPython(text, python.version, at: place))
      }
    }
    let isTool = standIn.development == standIn.runtime
    let debian =
      develops || isTool || section == "build" && standIn.runtime.isEmpty
      ? standIn.development + standIn.runtime : standIn.runtime
    for package in debian {
      if self.debian.contains(package) {
        if !result.debian.contains(package) { result.debian.append(package) }
      } else if name != "python" {
        result.findings.append(.standInNotInstalled(name, debian: package, at: place))
      }
    }
    for other in standIn.requires {
      add(other, in: section, of: output, develops: develops, to: &result)
    }
    if let distribution = standIn.python { addDistribution(distribution, text, to: &result) }
    result.environment.merge(standIn.environment) { $1 }
    for export in runExports(of: name, standIn, in: section)
    where !result.runExports.contains(export) {
      let exported = RequirementText.name(of: export)
      let ignored = output.ignoredRunExports.map { RequirementText.name(of: $0) }
      if !ignored.contains(exported), !ignored.contains(name) { result.runExports.append(export) }
    }
  }

  /// Behind what the compilers set, since activation does that last.
  private func addFlags(
    _ kind: KeyPath<StandIn, [String: String]>, to result: inout HostRequirements
  ) {
    for line in result.lines {
      for (name, flags) in standIns[line.name]?[keyPath: kind] ?? [:] {
        let earlier = result.environment[name] ?? ""
        result.environment[name] = earlier.isEmpty ? flags : "\(earlier) \(flags)"
      }
    }
  }

  /// Whether a requirement names another major version than the toolkit has that is here.
  private func isOtherToolkit(_ text: String, _ standIn: StandIn) -> Bool {
    guard text.hasPrefix("cuda-nvcc") || text.hasPrefix("cuda-version"),
      let spec = (try? MatchSpec(text))?.version
    else { return false }
    let major = ToolkitWheel.release.prefix { $0 != "." }
    return !(0...9).contains { minor in
      (try? Version("\(major).\(minor)")).map { spec.matches($0) } ?? false
    }
  }

  /// Those that hold for this machine's versions: a binary needs the C library that it was linked with.
  private func runExports(of name: String, _ standIn: StandIn, in section: String) -> [String] {
    if name == "python", section == "host" {
      let digits = python.version.filter(\.isNumber)
      return ["python_abi \(python.version).* *_cp\(digits)"]
    }
    if name.hasPrefix("sysroot_"), let version = debian.version(of: "libc6") {
      return ["__glibc >=\(version),<3.0.a0"]
    }
    return standIn.runExports
  }

  /// Whether a spec such as `python >=3.10` or `python 3.11.*` takes this machine's.
  private func allows(_ text: String) -> Bool {
    guard let spec = try? MatchSpec(text), let version = try? Version(python.version + ".0"),
      let range = spec.version
    else { return true }
    return range.matches(version)
  }

  private func addDistribution(
    _ name: String, _ text: String, to result: inout HostRequirements
  ) {
    let words = text.split(separator: " ")
    var spec = words.count > 1 ? String(words[1]) : ""
    if spec == "*" { spec = "" }
    // conda's 1.2.* and =1.2 are pip's ==1.2.*; what pip has no words for is left open.
    if let first = spec.first, first.isNumber { spec = "==" + spec }
    if spec.hasPrefix("="), !spec.hasPrefix("==") { spec = "=" + spec + ".*" }
    if spec.contains("|") || spec.contains("a0") { spec = "" }
    let line = name + spec
    if !result.distributions.contains(line) { result.distributions.append(line) }
  }
}

extension Diagnostic {
  static func noStandIn(_ name: String, in section: String, at place: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .error, at: place,
      "nothing on this machine stands in for '\(name)' (\(section)): the table doesn't know it",
      remedy:
        "say what does, --stand-in \(name)=debian:PACKAGE or =pypi:NAME, or use --environment conda"
    )
  }

  static func standInNotInstalled(
    _ name: String, debian: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, "'\(name)' is stood in for by Debian's \(debian), which isn't installed",
      remedy: "install it: apt install \(debian)")
  }

  /// The activation of conda's nvcc stops there, too.
  static func noHostCompiler(_ nvcc: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(nvcc)' has no C++ compiler for the host's part of kernels: CXX isn't set",
      remedy: "add '${{ compiler('c') }}' and '${{ compiler('cxx') }}' to requirements.build")
  }

  static func otherToolkit(_ text: String, _ release: String, at place: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .error, at: place,
      "the recipe asks for '\(text)', and the toolkit that stands in is CUDA \(release)",
      remedy:
        "choose a variant with CUDA \(release.prefix { $0 != "." }), or use --environment conda")
  }

  static func otherPython(_ text: String, _ version: String, at place: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .error, at: place, "the recipe asks for '\(text)', and this machine's Python is \(version)",
      remedy: "set GENNFORGE_PYTHON to one that fits, or choose another variant")
  }
}
