package import Diagnostics
import Disk
package import Inspection
import YAML

/// A conda environment: who owns which of its files, by `conda-meta`.
package struct EnvironmentFolder {
  package let path: String

  package init(path: String) { self.path = path }

  package func owners() throws(Diagnostic) -> LibraryOwners {
    let records = DiskEntry("\(path)/conda-meta").names.filter { $0.hasSuffix(".json") }
    guard !records.isEmpty else { throw .noEnvironment(path) }
    var files: [String: String] = [:]
    for name in records {
      let file = "\(path)/conda-meta/\(name)"
      guard let bytes = try? DiskFile(file).bytes() else { continue }
      var limits = YAMLLimits()
      (limits.bytes, limits.nodes) = (256 << 20, 20_000_000)
      let record = try JSONReader(file: file, limits: limits).document(bytes: bytes)
      guard let package = record["name"]?.scalar?.text else { continue }
      for path in record["files"]?.sequence?.items ?? [] {
        if let text = path.scalar?.text { files[text] = package }
      }
    }
    return LibraryOwners(files: files)
  }
}

extension Diagnostic {
  fileprivate static func noEnvironment(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "'\(path)' is no conda environment: it has no conda-meta/*.json",
      remedy: "give the folder that conda or mamba made with create --prefix")
  }
}
