package import Diagnostics

/// A `.conda` or `.tar.bz2` file.
package struct PackageArchive: Hashable, Sendable {
  package var path: String

  package init(_ path: String) { self.path = path }

  package static func isOne(_ path: String) -> Bool {
    path.hasSuffix(".conda") || path.hasSuffix(".tar.bz2")
  }

  /// Unpacks the package into a folder of the area.
  ///
  /// libarchive's `bsdtar` reads both kinds, and keeps paths and links inside the folder.
  package func unpack(in area: WorkArea) async throws(Diagnostic) -> String {
    let folder = try area.makeFolder("package")
    guard path.hasSuffix(".conda") else {
      _ = try await tar(["-x", "-f", path, "-C", folder])
      return folder
    }
    let parts = try await tar(["-t", "-f", path]).split(separator: "\n").map(String.init)
    for kind in ["info-", "pkg-"] {
      guard let part = parts.first(where: { $0.hasPrefix(kind) && $0.hasSuffix(".tar.zst") }) else {
        throw .notUnpacked(path, "it holds no \(kind)*.tar.zst")
      }
      _ = try await tar(["-x", "-f", path, "-C", area.path, part])
      _ = try await tar(["-x", "-f", area.file(part), "-C", folder])
    }
    return folder
  }

  /// What libarchive's tar prints, which macOS has under the plain name.
  private func tar(_ arguments: [String]) async throws(Diagnostic) -> String {
    #if canImport(Darwin)
      let program = "tar"
    #else
      let program = "bsdtar"
    #endif
    let run = await Command(
      program, arguments, in: ".", timeLimit: .seconds(600), outputLimit: 1 << 20
    ).run()
    switch run.end {
    case .exited(0): return String(decoding: run.output, as: UTF8.self)
    case .notFound: throw .unpackerMissing()
    case .timedOut: throw .notUnpacked(path, "it took more than ten minutes")
    default:
      let reason = String(decoding: run.errors, as: UTF8.self).split(separator: "\n").first
      throw .notUnpacked(path, reason.map(String.init) ?? "\(run.end)")
    }
  }
}

extension Diagnostic {
  static func unpackerMissing() -> Diagnostic {
    Diagnostic(
      .error, at: nil, "there is no bsdtar, which unpacks packages",
      remedy: "install libarchive-tools (Debian, Ubuntu) or libarchive (conda)")
  }

  static func notUnpacked(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' could not be unpacked: \(reason)",
      remedy: "give a whole .conda or .tar.bz2 file, or the folder of an unpacked package")
  }
}
