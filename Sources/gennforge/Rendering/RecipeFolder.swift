import Diagnostics
import Disk

/// A recipe on disk: its file and what lies beside it.
struct RecipeFolder {
  enum Format: String {
    case v0 = "meta.yaml"
    case v1 = "recipe.yaml"

    /// The recipe's own variant values.
    var variantFile: String {
      switch self {
      case .v0: "conda_build_config.yaml"
      case .v1: "variants.yaml"
      }
    }
  }

  let format: Format
  /// As the caller wrote it, so that findings point there.
  let file: String
  let bytes: [UInt8]
  let folder: String

  init(_ path: String) throws(Diagnostic) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    switch DiskEntry(path).kind {
    case .file:
      guard let format = Format(rawValue: name) else { throw .notARecipe(path) }
      (self.format, file) = (format, path)
      let slash = path.lastIndex(of: "/")
      folder = slash.map { String(path[..<$0]) } ?? "."
    case .folder:
      (format, folder) = try Self.recipe(below: path)
      file = folder == "." ? format.rawValue : "\(folder)/\(format.rawValue)"
    case .absent: throw .recipeAbsent(path)
    case .other: throw .notARecipe(path)
    }
    bytes = try Self.read(file)
  }

  private static func recipe(below path: String) throws(Diagnostic) -> (Format, String) {
    for folder in [path, path == "." ? "recipe" : "\(path)/recipe"] {
      let found = [Format.v1, .v0].filter {
        DiskEntry(folder == "." ? $0.rawValue : "\(folder)/\($0.rawValue)").kind == .file
      }
      if found.count > 1 { throw .twoRecipes(folder) }
      if let format = found.first { return (format, folder) }
    }
    throw .noRecipe(below: path)
  }

  static func read(_ file: String) throws(Diagnostic) -> [UInt8] {
    do throws(DiskFile.Failure) {
      return try DiskFile(file).bytes()
    } catch {
      throw .unreadableFile(error.description, at: SourceLocation(file: file, line: 1))
    }
  }

  /// The variant file beside the recipe, if there is one.
  var ownVariants: String? {
    let path = "\(folder)/\(format.variantFile)"
    return DiskEntry(path).kind == .file ? path : nil
  }

  /// Scripts and other texts below the recipe's folder by their paths from there: all that templates
  /// can load. Links are not followed, so nothing from elsewhere is among them.
  func companions() -> [String: String] { contents().texts }

  /// The texts, and what is too large or no text.
  func contents() -> (texts: [String: String], leftOut: [String]) {
    var texts: [String: String] = [:]
    var leftOut: [String] = []
    var room = 8 << 20
    var open = [""]
    while let inner = open.popLast(), texts.count < 2000 {
      for name in DiskEntry("\(folder)/\(inner)").names {
        let path = inner + name
        let entry = DiskEntry("\(folder)/\(path)", followsLinks: false)
        if entry.kind == .folder, path.utf8.count < 500 { open.append(path + "/") }
        guard entry.kind == .file else { continue }
        guard entry.size <= min(room, 1 << 20), let bytes = try? DiskFile(entry.path).bytes(),
          let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0)
        else {
          leftOut.append(path)
          continue
        }
        room -= bytes.count
        texts[path] = text
      }
    }
    return (texts, leftOut)
  }
}

extension Diagnostic {
  static func recipeAbsent(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: path, line: 1), "there is no such file or folder",
      remedy: "name a feedstock, the folder of a recipe, or its recipe.yaml or meta.yaml")
  }

  static func notARecipe(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: path, line: 1),
      "this is no recipe: recipes are called recipe.yaml or meta.yaml",
      remedy: "name the folder of the recipe")
  }

  static func noRecipe(below path: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: path, line: 1),
      "there is neither recipe.yaml nor meta.yaml here or in recipe/",
      remedy: "name a feedstock or the folder of a recipe")
  }

  static func twoRecipes(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: folder, line: 1),
      "there are both recipe.yaml and meta.yaml", remedy: "name the one to render")
  }

  static func unreadableFile(_ message: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(.error, at: place, message, remedy: "check the path and the permissions")
  }
}
