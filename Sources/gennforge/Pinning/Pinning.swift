import Diagnostics
import Disk
import Variants

/// conda-forge's pinning, wherever it comes from.
struct Pinning {
  enum Origin {
    /// A file or folder that somebody named.
    case given(path: String, changed: CalendarDay?)
    case cache(PinningCache.Manifest)
    /// What is built in.
    case snapshot
  }

  var origin: Origin
  /// How findings name `conda_build_config.yaml`.
  var name: String
  var bytes: [UInt8]
  /// How findings name the folder of the migrations.
  var migrationsName = "migrations"
  /// By file name; nil where it comes without any.
  var migrations: [String: [UInt8]]?

  static var snapshot: Pinning {
    Pinning(
      origin: .snapshot, name: "snapshot/conda_build_config.yaml",
      bytes: Array(PinningSnapshot.file.utf8))
  }

  var isSnapshot: Bool { if case .snapshot = origin { true } else { false } }

  /// Which one it is and how old.
  var summary: String {
    switch origin {
    case .given(let path, let changed):
      "\(path)\(changed.map { ", changed \($0.text) (\($0.age))" } ?? "")"
    case .cache(let manifest):
      "conda-forge's of \(manifest.day.text) (\(manifest.day.age)), commit "
        + "\(manifest.commit.prefix(12)), downloaded \(manifest.fetched.text)"
        + (manifest.fetched.isOlder(than: 30)
          ? "; 'gennforge pinning update' brings the current one" : "")
    case .snapshot:
      "gennforge's snapshot of \(PinningSnapshot.date)"
        + "\(CalendarDay(PinningSnapshot.date).map { " (\($0.age))" } ?? ""): only what GeNN recipes use"
    }
  }

  /// `pinning@f87504532b70/` for the folder of a download.
  var shortened: (path: String, name: String)? {
    guard case .cache(let manifest) = origin else { return nil }
    let folder = name.dropLast("conda_build_config.yaml".count)
    return (String(folder), "pinning@\(manifest.commit.prefix(12))/")
  }

  var json: JSONText {
    switch origin {
    case .given(let path, let changed):
      ["source": "given", "path": .string(path), "date": .optional(changed?.text)]
    case .cache(let manifest):
      [
        "source": "cache", "path": .string(name), "date": .string(manifest.day.text),
        "commit": .string(manifest.commit), "url": .string(manifest.url),
        "fetched": .string(manifest.fetched.text),
      ]
    case .snapshot: ["source": "snapshot", "path": nil, "date": .string(PinningSnapshot.date)]
    }
  }
}

extension Pinning {
  /// What `--pinning` names: a `conda_build_config.yaml`, or a folder with it and `migrations/`.
  init(given path: String) throws(Diagnostic) {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let isFolder = DiskEntry(folder).kind == .folder
    let name = isFolder ? "\(folder)/conda_build_config.yaml" : path
    guard DiskEntry(name).kind == .file else {
      throw isFolder ? .pinningFileMissing(name) : .pinningMissing(path)
    }
    self.init(
      origin: .given(path: path, changed: DiskEntry(name).changed), name: name,
      bytes: try RecipeFolder.read(name))
    if isFolder {
      migrationsName = "\(folder)/migrations"
      migrations = try Self.migrations(in: migrationsName)
    }
  }

  static func migrations(in folder: String) throws(Diagnostic) -> [String: [UInt8]]? {
    guard DiskEntry(folder).kind == .folder else { return nil }
    var texts: [String: [UInt8]] = [:]
    for name in DiskEntry(folder).names where name.hasSuffix(".yaml") {
      texts[name] = try RecipeFolder.read("\(folder)/\(name)")
    }
    return texts
  }

  /// The given one, else the cached one, else the snapshot.
  static func chosen(_ given: String?) throws(Diagnostic) -> Pinning {
    if let given { return try Pinning(given: given) }
    return try PinningCache.standard?.pinning() ?? .snapshot
  }
}

extension Diagnostic {
  static func pinningMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: path, line: 1), "there is no such file or folder",
      remedy: "name conda-forge's conda_build_config.yaml, or a folder with it and migrations/")
  }

  static func pinningFileMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: path, line: 1), "the folder has no conda_build_config.yaml",
      remedy: "name the folder that holds it, such as recipe/ of the pinning's feedstock")
  }
}
