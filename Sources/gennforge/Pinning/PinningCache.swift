import Diagnostics
import Disk
import Smithy

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pinnings that were downloaded: a folder for each commit, and `current`, which names the one in use.
///
/// A folder gets its name when all of it is on disk, and `current` is replaced as a whole, so that
/// whatever is cut off leaves the old pinning in use.
struct PinningCache {
  let folder: String

  /// Where the system keeps what can be downloaded again; nil where nobody has a home.
  static var standard: PinningCache? {
    if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return PinningCache(folder: "\(folder)/gennforge/pinning")
    }
    guard let home = variable("HOME") else { return nil }
    #if canImport(Darwin)
      return PinningCache(folder: "\(home)/Library/Caches/gennforge/pinning")
    #else
      return PinningCache(folder: "\(home)/.cache/gennforge/pinning")
    #endif
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  private var pointer: String { "\(folder)/current" }

  /// The one in use, with each file as it was when it was downloaded; nil where there is none.
  func pinning() throws(Diagnostic) -> Pinning? {
    guard DiskEntry(pointer).kind == .file else { return nil }
    let commit = String(decoding: try RecipeFolder.read(pointer), as: UTF8.self)
      .filter { !$0.isWhitespace }
    let place = "\(folder)/\(commit)"
    guard Self.isCommit(commit), DiskEntry("\(place)/manifest").kind == .file else {
      throw .cachedPinningDamaged("it names '\(commit.prefix(50))'", at: pointer)
    }
    let manifest = try Manifest(
      String(decoding: try RecipeFolder.read("\(place)/manifest"), as: UTF8.self),
      file: "\(place)/manifest")
    var files: [String: [UInt8]] = [:]
    for (path, digest) in manifest.digests {
      let file = "\(place)/\(path)"
      guard DiskEntry(file).kind == .file else {
        throw .cachedPinningDamaged("it is missing", at: file)
      }
      let bytes = try RecipeFolder.read(file)
      guard SHA256.hex(bytes) == digest else {
        throw .cachedPinningDamaged("its SHA-256 is not that of the download", at: file)
      }
      files[path] = bytes
    }
    let main = "conda_build_config.yaml"
    guard manifest.commit == commit, let bytes = files[main] else {
      throw .cachedPinningDamaged("it is of another download", at: "\(place)/manifest")
    }
    let prefix = "migrations/"
    let migrations = files.filter { $0.key.hasPrefix(prefix) }.map {
      (String($0.key.dropFirst(prefix.count)), $0.value)
    }
    return Pinning(
      origin: .cache(manifest), name: "\(place)/\(main)", bytes: bytes,
      migrationsName: "\(place)/migrations",
      migrations: Dictionary(migrations) { first, _ in first })
  }

  static func isCommit(_ text: String) -> Bool {
    text.utf8.count >= 40 && text.utf8.count <= 64
      && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }

  // MARK: - Writing

  /// A place for a download that has no name yet.
  func open() throws(DiskFile.Failure) -> String {
    let place = "\(folder)/new-\(getpid())"
    try DiskFile(place).removeAll()
    try DiskFile("\(place)/x").makeFolder()
    return place
  }

  /// Gives the files of a download their place, and makes them the ones in use.
  func keep(_ manifest: Manifest, _ files: [String: [UInt8]]) throws(DiskFile.Failure) {
    let place = "\(folder)/new-\(getpid())-files"
    try DiskFile(place).removeAll()
    for (path, bytes) in files { try DiskFile("\(place)/\(path)").write(bytes) }
    try DiskFile("\(place)/manifest").write(manifest.text)
    let final = "\(folder)/\(manifest.commit)"
    try DiskFile(final).removeAll()
    try DiskFile(place).move(to: final)
    try DiskFile(pointer).write(manifest.commit + "\n")
    // What earlier downloads left, finished or not.
    for name in DiskEntry(folder).names where name != manifest.commit && name != "current" {
      guard Self.isCommit(name) || name.hasPrefix("new-") && name.hasSuffix("-files") else {
        continue
      }
      try DiskFile("\(folder)/\(name)").removeAll()
    }
  }
}

extension Diagnostic {
  static func cachedPinningDamaged(_ what: String, at file: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: file, line: 1), "the downloaded pinning is damaged: \(what)",
      remedy: "run 'gennforge pinning update', or give --pinning")
  }
}
