import Disk
import Git

/// What must happen to `.ci_support` so that it holds the given files and no other variants.
struct SupportFolder {
  let folder: String
  private(set) var created: [String: String] = [:]
  private(set) var changed: [String: (old: [UInt8], new: String)] = [:]
  private(set) var unchanged: [String] = []
  private(set) var removed: [String: [UInt8]] = [:]

  /// - Parameter finishedMigrations: files in `migrations` that the pinning has done with.
  init(
    _ folder: String, files: [String: String], finishedMigrations: [String]
  ) throws(DiskFile.Failure) {
    self.folder = folder
    for (name, text) in files {
      let file = DiskFile("\(folder)/\(name)")
      guard file.exists else {
        created[name] = text
        continue
      }
      let bytes = try file.bytes()
      if bytes.elementsEqual(text.utf8) {
        unchanged.append(name)
      } else {
        changed[name] = (bytes, text)
      }
    }
    unchanged.sort()
    let old = FolderListing.names(in: folder).filter { $0.hasSuffix(".yaml") && files[$0] == nil }
    for name in old + finishedMigrations.map({ "migrations/" + $0 }) {
      removed[name] = try DiskFile("\(folder)/\(name)").bytes()
    }
  }

  var isUpToDate: Bool { created.isEmpty && changed.isEmpty && removed.isEmpty }

  var summary: String {
    let counts = [
      (created.count, "new"), (changed.count, "changed"), (removed.count, "removed"),
      (unchanged.count, "unchanged"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(folder): \(parts.isEmpty ? "no variants" : parts.joined(separator: ", "))"
  }

  /// All files get their names at the end, when each of them is on disk.
  func write() throws(DiskFile.Failure) {
    let texts = created.merging(changed.mapValues(\.new)) { $1 }.sorted { $0.key < $1.key }
    var staged: [DiskFile.Staged] = []
    do {
      for (name, text) in texts { staged.append(try DiskFile("\(folder)/\(name)").stage(text)) }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
    for file in staged { try file.commit() }
    for name in removed.keys.sorted() { try DiskFile("\(folder)/\(name)").remove() }
  }

  /// Unified diffs from what is there to what should be.
  func patch() throws -> String {
    var sides: [(path: String, old: [UInt8]?, new: [UInt8]?)] = []
    sides += created.map { ($0.key, nil, Array($0.value.utf8)) }
    sides += changed.map { ($0.key, $0.value.old, Array($0.value.new.utf8)) }
    sides += removed.map { ($0.key, $0.value, nil) }
    return try sides.sorted { $0.path < $1.path }.compactMap { path, old, new in
      try Patch(
        from: old.map { Patch.Side(path: ".ci_support/\(path)", content: $0) },
        to: new.map { Patch.Side(path: ".ci_support/\(path)", content: $0) })?.text
    }.joined()
  }
}
