import Conda
import Diagnostics
import Disk
import RecipeReader
import Variants

/// Where a rendering's variant values come from: files, or the snapshot of conda-forge's pinning.
struct VariantSources {
  struct File {
    var path: String
    var bytes: [UInt8]
  }

  let platform: Platform
  /// Later ones count more.
  let files: [File]
  let usesSnapshot: Bool

  /// - Parameter values: single values, which count more than files.
  init(
    own: String?, given: [String], values: [(key: String, value: String)] = [],
    platform name: String?
  ) throws(Diagnostic) {
    var files: [File] = []
    for path in (own.map { [$0] } ?? []) + given {
      if DiskEntry(path).kind == .folder {
        throw .unreadableFile(
          "a folder is no variant file", at: SourceLocation(file: path, line: 1))
      }
      files.append(File(path: path, bytes: try RecipeFolder.read(path)))
    }
    for (key, value) in values {
      let text = "\(key):\n- '\(value.replacing("'", with: "''"))'\n"
      files.append(File(path: "--variant \(key)", bytes: Array(text.utf8)))
    }
    self.files = files
    usesSnapshot = given.isEmpty
    if let name {
      platform = Platform(name)
    } else {
      platform = try Self.platform(of: files.suffix(given.count))
    }
  }

  /// The `target_platform` of the last file that has one.
  private static func platform(of files: some BidirectionalCollection<File>) throws(Diagnostic)
    -> Platform
  {
    for file in files.reversed() {
      let read = try V0VariantFile(file.bytes, file: file.path, platform: .linux64)
      if let name = read["target_platform"]?.values.first { return Platform(name) }
      if let platform = Self.platform(named: file.path) { return platform }
    }
    throw .platformUnknown(
      at: SourceLocation(file: files.last?.path ?? "variants", line: 1))
  }

  /// Files of `.ci_support` without the key have the platform in their name: `linux_64_.yaml`.
  private static func platform(named path: String) -> Platform? {
    let name = path.split(separator: "/").last ?? ""
    return Platform.usual.first {
      name.hasPrefix($0.subdir.map { $0 == "-" ? "_" : String($0) }.joined() + "_")
    }
  }

  func v0(environment: [String: String]?) throws(Diagnostic) -> V0VariantSpace {
    var stack: [V0VariantFile] = []
    if usesSnapshot {
      var snapshot = V0VariantFile(file: "pinning of \(PinningSnapshot.date)")
      for (key, value) in PinningSnapshot.firstRow(on: platform) { snapshot.add(key, value) }
      stack.append(snapshot)
    }
    for file in files {
      stack.append(
        try V0VariantFile(
          file.bytes, file: file.path, platform: platform, environment: environment ?? [:]))
    }
    var target = V0VariantFile(file: "platform")
    target.add("target_platform", platform.subdir)
    return try V0VariantSpace(stack + [target])
  }

  func v1(
    _ platforms: V1.Platforms, _ permissions: V1.Permissions
  ) throws(Diagnostic) -> V1.VariantConfiguration {
    var result = V1.VariantConfiguration()
    if usesSnapshot {
      for (key, value) in PinningSnapshot.firstRow(on: platform) {
        result[V1.VariantKey(key)] = [.string(value)]
      }
    }
    for file in files {
      guard let text = String(validating: file.bytes, as: UTF8.self) else {
        throw .variantFileNotUnicode(at: SourceLocation(file: file.path, line: 1))
      }
      result.merge(
        try V1.VariantFile(file.path, for: platforms, permissions: permissions).read(text))
    }
    result[V1.VariantKey("target_platform")] = [.string(platform.subdir)]
    return result
  }
}

extension Diagnostic {
  static func platformUnknown(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: place, "nothing says for which platform to render",
      remedy: "add --platform, or 'target_platform:' to the variant file")
  }

  static func variantFileNotUnicode(at place: SourceLocation) -> Diagnostic {
    Diagnostic(.error, at: place, "the file is not UTF-8", remedy: "save it as UTF-8")
  }
}
