import Conda
import Diagnostics
import Testing

@testable import RecipeReader

/// Whatever stands in a file, reading ends in findings with a place, in the recipe or the variants.
@Suite struct BadInputTests {
  private static let package = "package: {name: a, version: '1'}\n"

  static let recipes: [(String, [UInt8])] = [
    ("empty", []),
    ("binary", (0...255).map { UInt8($0) }),
    ("zeros", [UInt8](repeating: 0, count: 4096)),
    ("half-written", Array("package:\n  name: \"a".utf8)),
    (
      "half a template",
      Array("package: {name: a, version: \"${{ 1 +\"}\nabout: {summary: '${{ '}".utf8)
    ),
    ("bad UTF-8", Array("package: {name: a\n".utf8) + [0xC3, 0x28, 0xFF]),
    ("UTF-16", [0xFF, 0xFE] + Array("p\0a\0".utf8)),
    ("deep", [UInt8](repeating: UInt8(ascii: "["), count: 100_000)),
    ("deep mapping", Array(String(repeating: "{a: ", count: 100_000).utf8)),
    ("unknown key", Array((package + "pakage: 1\n").utf8)),
    ("unknown inner key", Array((package + "build: {numbr: 1}\n").utf8)),
    ("list for a mapping", Array((package + "about: [1]\n").utf8)),
    ("mapping for a text", Array("package: {name: {a: b}, version: '1'}\n".utf8)),
    ("text for a list", Array((package + "requirements: {run: python}\n").utf8)),
    ("only a text", Array("recipe".utf8)),
    ("50 MB", [UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20)),
    (
      "deep expression",
      Array(
        (package + "about: {summary: \"${{ \(String(repeating: "(", count: 100_000)) }}\"}\n").utf8)
    ),
    (
      "long expression",
      Array(
        (package + "about: {summary: \"${{ 1\(String(repeating: " + 1", count: 100_000)) }}\"}\n")
          .utf8)
    ),
    (
      "deep statements",
      Array(
        (package
          + "about: {summary: \"${{ 1 }}\(String(repeating: "{% if 1 %}", count: 10_000))\"}\n")
          .utf8)
    ),
  ]

  @Test(arguments: recipes.indices)
  func recipe(_ index: Int) throws {
    let (name, bytes) = Self.recipes[index]
    let (recipe, findings) = V1.Recipe.read(bytes: bytes, file: "recipe.yaml")
    #expect(recipe == nil, "\(name)")
    let errors = findings.sorted.filter { $0.severity == .error }
    #expect(!errors.isEmpty, "\(name)")
    #expect(errors.allSatisfy { $0.location?.file == "recipe.yaml" }, "\(name)")
  }

  static let variants = [
    "- python\n", "python: {a: b}\n", "python: '3.12'\n", "python: [[1]]\n", "python: [\n",
    "zip_keys: python\n", "zip_keys: [python]\n", "python: ['${{ nope }}']\n", "\u{0}",
    "a: &b [1]\n",
  ]

  @Test(arguments: variants)
  func variantFile(_ text: String) {
    let file = V1.VariantFile("variants.yaml", for: .init(target: .linux64))
    let finding = #expect(throws: Diagnostic.self) { try file.read(text) }
    #expect(finding?.location?.file == "variants.yaml")
  }

  @Test(arguments: ["- python\n", "python: 3.12\n", "python: [{a: b}]\n", "python: [\n", "\u{0}"])
  func legacyVariantFile(_ text: String) {
    let file = V1.VariantFile("conda_build_config.yaml", for: .init(target: .linux64))
    let finding = #expect(throws: Diagnostic.self) { try file.read(text) }
    #expect(finding?.location?.file == "conda_build_config.yaml")
  }
}
