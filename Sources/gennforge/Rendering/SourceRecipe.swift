import Conda
import Diagnostics
import Disk
import RecipeModel
import RecipeReader
import RecipeWriter
import Variants

/// Somebody's recipe with the files beside it, in memory.
struct SourceRecipe {
  var format: RecipeFormat
  /// The recipe's file, as findings name it.
  let path: String
  var text: String
  /// What lies beside it, by path from there.
  var files: [RecipeFile] = []
  private(set) var findings = Findings()
  /// The complete variants that lie beside the recipe's folder, as `compile` writes them.
  private var complete: RecipeFile?

  /// - Parameter argument: a feedstock, the folder of a recipe, or the recipe's file alone.
  init(_ argument: String) throws(Diagnostic) {
    let folder = try RecipeFolder(argument)
    format = folder.format == .v0 ? .v0 : .v1
    path = folder.file
    if format == .v0, let problem = V0Recipe.problem(with: folder.bytes, file: path) {
      throw problem
    }
    guard let text = String(validating: folder.bytes, as: UTF8.self) else {
      throw V1.Recipe.read(bytes: folder.bytes, file: path).findings.sorted.first
        ?? .variantFileNotUnicode(at: SourceLocation(file: path, line: 1))
    }
    self.text = text
    complete = try Self.completeVariants(beside: folder)
    let contents = folder.contents()
    for (path, text) in contents.texts.sorted(by: { $0.key < $1.key })
    where path != folder.format.rawValue {
      files.append(RecipeFile(path: path, text: text))
    }
    for path in contents.leftOut.sorted() {
      let place = SourceLocation(file: "\(folder.folder)/\(path)", line: 1)
      findings.add(.fileLeftOut(path, at: place))
    }
  }

  private static func completeVariants(beside folder: RecipeFolder) throws(Diagnostic)
    -> RecipeFile?
  {
    let name = folder.format.variantFile
    let path =
      folder.folder == "recipe" ? name : "\(folder.folder.dropLast("recipe".count))\(name)"
    guard folder.folder == "recipe" || folder.folder.hasSuffix("/recipe"),
      DiskEntry(path).kind == .file
    else { return nil }
    let bytes = try RecipeFolder.read(path)
    return RecipeFile(path: path, text: String(decoding: bytes, as: UTF8.self))
  }

  /// What it builds with the given variants and those beside it; for keys that nobody gives, with
  /// the snapshot of conda-forge's pinning.
  func builds(
    on platform: Platform, variants: [RecipeFile] = []
  ) throws(Diagnostic) -> [ComparableBuild] {
    let pinning = PinningSnapshot.firstRow(on: platform).sorted { $0.key < $1.key }
    let snapshot = RecipeFile(
      path: "pinning/conda_build_config.yaml",
      text: pinning.map { "\($0.key):\n- '\($0.value)'\n" }.joined())
    let variants = [snapshot] + (complete.map { [$0] } ?? []) + variants
    let own = ["conda_build_config.yaml", "variants.yaml"].compactMap { name in
      files.first { $0.path == name }
    }
    return switch format {
    case .v1: try RecipeBuilds.v1(text, file: path, variants: variants + own, platform: platform)
    case .v0:
      try RecipeBuilds.v0(
        text, file: path, files: files, variants: variants + own, platform: platform)
    }
  }

  /// The model of it, with what could not be lifted as findings.
  func lifted(for target: RecipeFormat? = nil) -> (recipe: Recipe?, findings: Findings) {
    var (recipe, findings) =
      format == .v1
      ? RecipeLift.v1(text, file: path, files: files, forV0: target == .v0)
      : RecipeLift.v0(text, file: path, files: files, forV1: target == .v1)
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
