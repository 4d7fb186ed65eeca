import Diagnostics
import YAML

/// Which migrations apply: the feedstock's own, the pinning's of the same name, or none any more.
struct MigrationChoice: Sendable {
  /// Texts with the path that findings name.
  var chosen: [(path: String, bytes: [UInt8])] = []
  var finished: [String] = []

  private struct Head {
    var timestamp: String?
    var number: String
    var isLocal: Bool
  }

  init(_ feedstock: Feedstock) throws(Diagnostic) {
    let folder = ".ci_support/migrations/"
    let own = feedstock.files.filter {
      $0.key.hasPrefix(folder) && $0.key.hasSuffix(".yaml")
        && !$0.key.dropFirst(folder.count).contains("/")
    }
    for (path, bytes) in own.sorted(by: { $0.key < $1.key }) {
      let name = String(path.dropFirst(folder.count))
      guard let pinned = feedstock.pinningMigrations else {
        chosen.append((path, bytes))
        continue
      }
      let head = try Self.head(of: bytes, path)
      guard !head.isLocal, let timestamp = head.timestamp else {
        chosen.append((path, bytes))
        continue
      }
      guard let theirs = pinned[name] else {
        finished.append(name)
        continue
      }
      let theirPath = "\(feedstock.pinningMigrationsName)/\(name)"
      let other = try Self.head(of: theirs, theirPath)
      if other.timestamp != timestamp {
        finished.append(name)
      } else if other.number == head.number {
        chosen.append((theirPath, theirs))
      } else {
        chosen.append((path, bytes))
      }
    }
  }

  /// Selectors don't count here.
  private static func head(of bytes: [UInt8], _ path: String) throws(Diagnostic) -> Head {
    let root = try YAMLReader(file: path, options: .base).document(bytes: bytes)
    let rules = root["__migrator"]
    return Head(
      timestamp: root["migrator_ts"]?.scalar?.text,
      number: rules?["migration_number"]?.scalar?.text ?? "1",
      isLocal: rules?["use_local"]?.scalar?.text.lowercased() == "true")
  }
}
