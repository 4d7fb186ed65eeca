import ArgumentParser
import Smithy

/// A feedstock on disk and the pinning that it is re-rendered with.
struct FeedstockFolder {
  var folder: String
  /// conda-forge's `conda_build_config.yaml`, or a folder with it and `migrations/`.
  var pinning: String

  func feedstock() throws -> Feedstock {
    guard FolderListing.isFolder(folder) else {
      throw ValidationError("\(folder) is no folder; name the one that holds conda-forge.yml")
    }
    var files: [String: [UInt8]] = [:]
    let forgeFile = DiskFile("\(folder)/conda-forge.yml")
    if forgeFile.exists { files["conda-forge.yml"] = try forgeFile.bytes() }
    // A conda-forge.yml that can't be read is a finding later on.
    let forge = try? ForgeConfiguration(files["conda-forge.yml"] ?? [], file: "conda-forge.yml")
    for part in [forge?.recipeFolder ?? "recipe", ".ci_support/migrations"] {
      for path in FolderListing.files(below: "\(folder)/\(part)") {
        files["\(part)/\(path)"] = try DiskFile("\(folder)/\(part)/\(path)").bytes()
      }
    }
    let isFolder = FolderListing.isFolder(pinning)
    let name = isFolder ? "\(pinning)/conda_build_config.yaml" : pinning
    var migrations: [String: [UInt8]]?
    if isFolder, FolderListing.isFolder("\(pinning)/migrations") {
      var texts: [String: [UInt8]] = [:]
      for path in FolderListing.names(in: "\(pinning)/migrations") where path.hasSuffix(".yaml") {
        texts[path] = try DiskFile("\(pinning)/migrations/\(path)").bytes()
      }
      migrations = texts
    }
    return Feedstock(
      files: files, pinning: try DiskFile(name).bytes(), pinningName: name,
      pinningMigrations: migrations)
  }
}

/// Which feedstock a command is about.
struct FeedstockArguments: ParsableArguments {
  @Argument(help: "The feedstock's folder, which holds conda-forge.yml.")
  var folder: String

  @Option(
    help: ArgumentHelp(
      "conda-forge's conda_build_config.yaml, or a folder with it and migrations/.",
      valueName: "path"))
  var pinning: String

  func feedstock() throws -> Feedstock {
    try FeedstockFolder(folder: folder, pinning: pinning).feedstock()
  }
}
