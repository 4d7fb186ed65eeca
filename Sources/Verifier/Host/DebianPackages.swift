package import Diagnostics

/// The packages that are installed on a Debian or Ubuntu, whose files stand in for conda's.
package struct DebianPackages: Sendable {
  struct Package: Sendable {
    var version: String
    /// Alternatives of each dependency, the first one first.
    var depends: [[String]]
  }

  private var packages: [String: Package] = [:]
  /// Virtual names.
  private var providers: [String: [String]] = [:]

  package static func installed() async throws(Diagnostic) -> DebianPackages {
    let format =
      "${db:Status-Abbrev}\t${Package}\t${Version}\t${Provides}\t${Pre-Depends}, ${Depends}\n"
    return DebianPackages(try await query(["-W", "-f", format]))
  }

  init(_ list: String) {
    for line in list.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 5, fields[0].hasPrefix("ii") else { continue }
      let name = String(fields[1])
      let depends = fields[4].split(separator: ",").map { alternatives in
        alternatives.split(separator: "|").map { Self.name($0) }.filter { !$0.isEmpty }
      }.filter { !$0.isEmpty }
      packages[name] = Package(version: String(fields[2]), depends: depends)
      for provided in fields[3].split(separator: ",") {
        providers[Self.name(provided), default: []].append(name)
      }
    }
  }

  /// `libc6:any (>= 2.34)` is about `libc6`.
  private static func name(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.prefix { $0 != " " && $0 != "(" && $0 != ":" })
  }

  package func contains(_ name: String) -> Bool { packages[name] != nil }

  /// `12.2.0` of `4:12.2.0-3`.
  package func version(of name: String) -> String? {
    packages[name].map { package in
      let text = package.version.split(separator: ":").last ?? ""
      return String(text.prefix { $0 != "-" && $0 != "+" && $0 != "~" })
    }
  }

  /// The packages with all that they depend on, in the order of names.
  package func closure(of names: [String]) -> [String] {
    var closure: Set<String> = []
    var open = names
    while let name = open.popLast() {
      guard let package = packages[name] else { continue }
      guard closure.insert(name).inserted else { continue }
      for alternatives in package.depends {
        let found =
          alternatives.first { packages[$0] != nil }
          ?? alternatives.lazy.compactMap { providers[$0]?.first }.first
        if let found { open.append(found) }
      }
    }
    return closure.sorted()
  }

  /// What they are, with versions: the content of a root.
  func fingerprint(of names: [String]) -> String {
    names.map { "\($0)=\(packages[$0]?.version ?? "")" }.joined(separator: "\n")
  }

  /// Absolute paths of all files and folders of the packages.
  func files(of names: [String]) async throws(Diagnostic) -> [String] {
    guard !names.isEmpty else { return [] }
    return try await Self.query(["-L"] + names).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("/") }
  }

  /// The installed packages that have a file whose path matches the pattern.
  package static func owners(of pattern: String) async -> [String] {
    let run = await Command(
      "dpkg-query", ["-S", pattern], in: "/", timeLimit: .seconds(30), outputLimit: 4 << 20
    ).run()
    var owners: [String] = []
    for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstRange(of: ": ") else { continue }
      for name in line[..<colon.lowerBound].split(separator: ",") {
        owners.append(Self.name(name))
      }
    }
    return owners
  }

  private static func query(_ arguments: [String]) async throws(Diagnostic) -> String {
    let run = await Command(
      "dpkg-query", arguments, in: "/", timeLimit: .seconds(60), outputLimit: 64 << 20
    ).run()
    switch run.end {
    case .exited(0): return String(decoding: run.output, as: UTF8.self)
    case .notFound: throw .noDebian()
    default: throw .packagesUnknown(String(decoding: run.errors.prefix(300), as: UTF8.self))
    }
  }
}

extension Diagnostic {
  static func noDebian() -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "this machine has no dpkg-query: the host environment is made of Debian packages",
      remedy: "use --environment conda, or a machine (container) with Debian or Ubuntu")
  }

  static func packagesUnknown(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "dpkg-query does not tell which packages are installed: \(reason)",
      remedy: "mend dpkg's database")
  }
}
