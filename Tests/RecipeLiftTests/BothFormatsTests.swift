import Conda
import GeNNForge
import RecipeModel
import RecipeReader
import RecipeWriter
import Recipes
import Testing

/// The same recipe in both formats shows no difference, and what matters stays one.
@Suite struct BothFormatsTests {
  @Test(arguments: [("pygenn", "linux-64"), ("pygenn", "win-64"), ("pygenn-legacy", "linux-64")])
  func ownRecipesBuildTheSame(name: String, subdir: String) throws {
    let recipe = try #require(allRecipes.first { $0.name == name }?.recipe).model().recipe
    func text(_ path: String, _ format: RecipeFormat) throws -> RecipeFile {
      let file = Feedstock(recipe, format: format).files.first { $0.path == path }
      return RecipeFile(path: path, text: try #require(file?.text))
    }
    let platform = Platform(subdir)
    let v0 = try RecipeBuilds.v0(
      text("recipe/meta.yaml", .v0).text, file: "meta.yaml", files: [],
      variants: [text("conda_build_config.yaml", .v0)], platform: platform)
    let v1 = try RecipeBuilds.v1(
      text("recipe/recipe.yaml", .v1).text, file: "recipe.yaml",
      variants: [text("variants.yaml", .v1)], platform: platform)
    #expect(v0.count == v1.count && !v0.isEmpty)
    // To conda-build an output that has an about section of its own has nothing of the recipe's, no
    // output has a source, and PKG_BUILDNUM is the recipe's number: these do differ.
    let known = ["about.", "source.", "build.string"]
    let differences = RecipeComparison(v0, v1).differences.filter { difference in
      !known.contains(where: difference.field.hasPrefix)
    }
    #expect(differences == [])
  }

  private static let v0 = """
    package: {name: box, version: "1"}
    source: {url: https://example.org/box.tar.gz, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}
    outputs:
      - name: libbox
        script: build-lib.sh
        build: {number: 2, string: "x_h{{ PKG_HASH }}_2"}
        requirements:
          host:
            - zlib
        test:
          commands:
            - test -f $PREFIX/include/box.h
            - test -e ${PREFIX}/share/box/data
            - box --version
    """

  private static let v1 = """
    schema_version: 1
    recipe: {name: box, version: "1"}
    outputs:
      - package: {name: libbox}
        source: {url: https://example.org/box.tar.gz, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}
        build: {number: 2, script: build-lib.sh, string: "x_h${{ hash }}_2"}
        requirements:
          host: [zlib]
        tests:
          - script: [box --version]
          - package_contents:
              include: [box.h]
              files: [share/box/data]
    """

  private func differences(_ v0: String, _ v1: String) throws -> [RecipeComparison.Difference] {
    let variants = RecipeFile(path: "conda_build_config.yaml", text: "zlib: ['1']\n")
    return RecipeComparison(
      try RecipeBuilds.v0(
        v0, file: "meta.yaml", files: [], variants: [variants], platform: .linux64),
      try RecipeBuilds.v1(v1, file: "recipe.yaml", variants: [variants], platform: .linux64)
    ).differences
  }

  @Test func spellingIsNoDifference() throws {
    #expect(try differences(Self.v0, Self.v1).map(\.field) == [])
  }

  @Test(arguments: [
    ("box.h]", "bag.h]", "tests.package_contents"), ("build-lib.sh", "build.sh", "build.script"),
    ("box.tar.gz", "box.zip", "source.url"), ("number: 2", "number: 3", "build.number"),
    ("x_h", "y_h", "build.string"),
    ("box --version", "box --help", "tests.script"), ("[zlib]", "[zlib >=1]", "requirements.host"),
  ])
  func whatMattersIsOne(_ old: String, _ new: String, _ field: String) throws {
    let changed = Self.v1.replacing(old, with: new)
    #expect(try differences(Self.v0, changed).map(\.field) == [field])
  }
}
