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
  /// How names of keys begin that may be used without standing in the feedstock's files; an empty one stands
  /// for any. In `recipe.yaml` a bare requirement is one, and templates may make it.
  let prefixesOfMadeNames: [String]

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
    if forge.usesRattlerBuild {
      prefixesOfMadeNames = lines.flatMap(Self.prefixesOfMadeNames)
    } else {
      prefixesOfMadeNames = Self.contains("config.variant", in: Array(text.utf8)[...]) ? [""] : []
    }
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

  /// What stands before templates in the first words of list items, but for functions that name what they make.
  private static func prefixesOfMadeNames(_ line: [UInt8]) -> [String] {
    guard contains("${{", in: line[...]) else { return [] }
    let text = String(decoding: line, as: UTF8.self)
    return text.ranges(of: "${{").compactMap { template in
      let before = text[..<template.lowerBound]
      let starts = ["- ", "then: ", "else: ", "[", ", "].compactMap {
        before.ranges(of: $0).last?.upperBound
      }
      guard let start = starts.max() else { return nil }
      let word = before[start...].drop { $0 == " " || $0 == "'" || $0 == "\"" }
      if word.contains(" ") || word.contains("/") { return nil }
      let expression = text[template.upperBound...].drop { $0 == " " }
      let isNamed = namingExpressions.contains { expression.hasPrefix($0) }
      return word.isEmpty && isNamed ? nil : String(word.prefix { $0 != "$" })
    }
  }

  private static let namingExpressions = [
    "compiler(", "stdlib(", "pin_subpackage(", "pin_compatible(", "cdt(", "PYTHON }",
  ]

  private static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - word.count)).contains { start in
      bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
