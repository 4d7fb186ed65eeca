import Diagnostics
import RecipeReader

/// A feedstock's recipe, in whichever format.
struct FeedstockRecipe: Sendable {
  enum Content: Sendable {
    case v0(V0Recipe)
    case v1(V1.Recipe)
  }

  let content: Content
  /// `compiler('cuda')` in so many letters: what conda-smithy asks before it turns CUDA on.
  let usesCUDA: Bool
  /// Whether a line says `{{ python_min }}`.
  let mentionsPythonMin: Bool

  init(
    _ feedstock: Feedstock, _ forge: ForgeConfiguration, findings: inout [Diagnostic]
  ) throws(Diagnostic) {
    let path = forge.recipePath
    guard let bytes = feedstock.files[path] else { throw .feedstockRecipeMissing(path) }
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.utf8.split(whereSeparator: { $0 == 0x0A }).map { Array($0) }
    usesCUDA = lines.contains { line in
      let code = line.prefix { $0 != UInt8(ascii: "#") }
      return Self.contains("compiler('cuda')", in: code)
        || Self.contains("compiler(\"cuda\")", in: code)
    }
    mentionsPythonMin = Self.contains("{{ python_min }}", in: Array(text.utf8)[...])
    guard forge.usesRattlerBuild else {
      var companions: [String: String] = [:]
      let folder = forge.recipeFolder + "/"
      for (other, content) in feedstock.files where other.hasPrefix(folder) && other != path {
        companions[String(other.dropFirst(folder.count))] = String(
          decoding: content, as: UTF8.self)
      }
      content = .v0(V0Recipe(bytes: bytes, file: path, companions: companions))
      return
    }
    let (recipe, problems) = V1.Recipe.read(bytes: bytes, file: path)
    guard let recipe else {
      throw problems.sorted.first { $0.severity == .error } ?? .feedstockRecipeMissing(path)
    }
    findings += problems.sorted
    content = .v1(recipe)
  }

  private static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - word.count)).contains { start in
      bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
