import Conda
import Diagnostics
import RecipeModel
import RecipeReader
import RecipeWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Somebody's recipe on disk: a feedstock, its `recipe` folder, or the recipe's file itself.
struct RecipeFolder {
  var format: RecipeFormat
  /// Of the recipe's file.
  var path: String
  var text: String
  /// What lies beside it, by path from there; files that are no text are left out.
  var files: [RecipeFile] = []
  var findings = Findings()

  /// More than any recipe's text; archives and images are larger.
  private static let largest = 1 << 20

  init(_ argument: String) throws {
    let base = argument.hasSuffix("/") ? String(argument.dropLast()) : argument
    let candidates =
      base.hasSuffix(".yaml")
      ? [base]
      : ["recipe/recipe.yaml", "recipe.yaml", "recipe/meta.yaml", "meta.yaml"].map {
        "\(base)/\($0)"
      }
    guard let path = candidates.first(where: { DiskFile($0).exists }) else {
      throw DiskFile.Failure(
        operation: "find recipe.yaml or meta.yaml in", path: base, code: ENOENT)
    }
    self.path = path
    format = path.hasSuffix("meta.yaml") ? .v0 : .v1
    text = try DiskFile(path).read()
    guard !base.hasSuffix(".yaml") else { return }
    let folder = String(path.prefix(path.count - (format == .v0 ? 10 : 12)))
    collect(folder, below: "", depth: 0)
    files.sort { $0.path < $1.path }
  }

  private mutating func collect(_ folder: String, below prefix: String, depth: Int) {
    guard depth < 8, let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let path = prefix + name
      if name.hasPrefix(".") || path == "recipe.yaml" || path == "meta.yaml" { continue }
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: collect("\(folder)/\(name)", below: path + "/", depth: depth + 1)
      case S_IFREG:
        guard status.st_size <= Self.largest,
          let bytes = try? DiskFile("\(folder)/\(name)").bytes(),
          let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0)
        else {
          findings.add(.fileLeftOut(path, at: SourceLocation(file: "\(folder)/\(name)", line: 1)))
          continue
        }
        files.append(RecipeFile(path: path, text: text))
      default: continue
      }
    }
  }

  /// What it builds with the given variants and those beside it.
  func builds(
    on platform: Platform, variants: [RecipeFile] = []
  ) throws(Diagnostic) -> [ComparableBuild] {
    let own = ["conda_build_config.yaml", "variants.yaml"].compactMap { name in
      files.first { $0.path == name }
    }
    switch format {
    case .v1:
      return try RecipeBuilds.v1(
        text, file: path, variants: variants + own, platform: platform)
    case .v0:
      return try RecipeBuilds.v0(
        text, file: path, files: files, variants: variants + own, platform: platform)
    }
  }

  /// The model of it, with what could not be lifted as findings.
  func lifted() -> (recipe: Recipe?, findings: Findings) {
    var (recipe, findings) =
      format == .v1
      ? RecipeLift.v1(text, file: path, files: files)
      : RecipeLift.v0(text, file: path, files: files)
    findings.add(contentsOf: self.findings.all)
    return (recipe, findings)
  }
}

extension Diagnostic {
  static func fileLeftOut(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "\(path) is no text of up to 1 MiB and was left out",
      remedy: "copy it by hand")
  }
}
