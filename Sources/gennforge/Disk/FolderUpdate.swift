import Diagnostics
import Disk
import Git

/// What must happen to a folder so that it holds the given files and keeps what people wrote.
struct FolderUpdate {
  var folder: String
  /// By path from the folder.
  private(set) var created: [String: String] = [:]
  private(set) var changed: [String: (old: [UInt8], new: String)] = [:]
  private(set) var unchanged: [String] = []
  /// Written by an earlier run, and no part of the folder any more.
  private(set) var removed: [String: [UInt8]] = [:]
  /// Edited by hand since they were written, or never written by gennforge.
  private(set) var edited: [String] = []
  private var manifest = FolderManifest()

  init(_ folder: String, files: [(path: String, text: String)]) throws(DiskFile.Failure) {
    self.folder = folder
    let manifestFile = DiskFile("\(folder)/\(FolderManifest.name)")
    let before =
      manifestFile.exists ? FolderManifest(text: try manifestFile.read()) : FolderManifest()
    for (path, text) in files {
      manifest.fingerprints[path] = FolderManifest.fingerprint(text.utf8)
      let file = DiskFile("\(folder)/\(path)")
      guard file.exists else {
        created[path] = text
        continue
      }
      let bytes = try file.bytes()
      guard !bytes.elementsEqual(text.utf8) else {
        unchanged.append(path)
        continue
      }
      changed[path] = (bytes, text)
      if before.fingerprints[path] != FolderManifest.fingerprint(bytes) { edited.append(path) }
    }
    for (path, fingerprint) in before.fingerprints where manifest.fingerprints[path] == nil {
      let file = DiskFile("\(folder)/\(path)")
      guard file.exists else { continue }
      let bytes = try file.bytes()
      removed[path] = bytes
      if FolderManifest.fingerprint(bytes) != fingerprint { edited.append(path) }
    }
    edited.sort()
  }

  var isUpToDate: Bool { created.isEmpty && changed.isEmpty && removed.isEmpty }

  /// A finding for each file that a person's work would be lost in.
  var conflicts: [Diagnostic] {
    edited.map { .editedByHand($0, at: SourceLocation(file: "\(folder)/\($0)", line: 1)) }
  }

  /// All files get their names at the end, when each of them is on disk.
  func write() throws(DiskFile.Failure) {
    let texts = created.merging(changed.mapValues(\.new)) { $1 }.sorted { $0.key < $1.key }
    var staged: [DiskFile.Staged] = []
    do {
      for (path, text) in texts + [(FolderManifest.name, manifest.text)] {
        staged.append(try DiskFile("\(folder)/\(path)").stage(text))
      }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
    for file in staged { try file.commit() }
    for path in removed.keys { try DiskFile("\(folder)/\(path)").remove() }
  }

  /// Unified diffs from what is there to what should be.
  func patch() throws -> String {
    var sides: [(path: String, old: [UInt8]?, new: [UInt8]?)] = []
    sides += created.map { ($0.key, nil, Array($0.value.utf8)) }
    sides += changed.map { ($0.key, $0.value.old, Array($0.value.new.utf8)) }
    sides += removed.map { ($0.key, $0.value, nil) }
    return try sides.sorted { $0.path < $1.path }.compactMap { path, old, new in
      try Patch(
        from: old.map { Patch.Side(path: path, content: $0) },
        to: new.map { Patch.Side(path: path, content: $0) })?.text
    }.joined()
  }
}

extension Diagnostic {
  static func editedByHand(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "\(path) was edited by hand, and writing would lose that",
      remedy: "put the change into the recipe, or say --force to lose it")
  }
}
