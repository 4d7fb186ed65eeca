import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

/// Comments stay where the model has no words for what they stand beside.
@Suite struct KeptCommentTests {
  static let v1 = """
    package: {name: box, version: "1"}
    source:
      # the mirror
      - url: https://example.org/a.zip
        # from the release page
        sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      - path: b  # ours
    build:
      number: 0
      script:
        # needs bash
        interpreter: bash
        content:
          - make  # all of it
          # - make check
    tests:
      # imports first
      - python:
          imports:
            - box  # the package
          # broken upstream
          pip_check: false
      - script:
          # quick
          - box --version
        requirements:
          # for the plugin
          build: [make]
      - perl:
          # only this one
          uses: [Box]
    about:
      license: MIT
    """

  static let v0 = """
    package: {name: box, version: "1"}
    source:
      # the mirror
      - url: https://example.org/a.zip
        # from the release page
        sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      - path: b  # ours
    build:
      number: 0
      always_include_files:
        # made at run time
        - share/box  # the cache
    test:
      imports:
        - box  # the package
      commands:
        # quick
        - box --version
    about:
      license: MIT
      tags:
        - box  # what it is
    """

  private func written(_ recipe: Recipe?, _ format: RecipeFormat) throws -> String {
    let name = format == .v0 ? "recipe/meta.yaml" : "recipe/recipe.yaml"
    let files = Feedstock(try #require(recipe), format: format).files
    return try #require(files.first { $0.path == name }?.text)
  }

  private func comments(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        line.firstRange(of: "# ").map { String(line[$0.upperBound...]) }
      })
  }

  @Test func allOfThemAreWritten() throws {
    let v1 = RecipeLift.v1(Self.v1, file: "recipe.yaml").recipe
    #expect(comments(in: try written(v1, .v1)) == comments(in: Self.v1))
    let v0 = RecipeLift.v0(Self.v0, file: "meta.yaml").recipe
    #expect(comments(in: try written(v0, .v0)) == comments(in: Self.v0))
    // Of what the other format has.
    #expect(
      comments(in: try written(v0, .v1)) == comments(in: Self.v0).subtracting(["what it is"]))
  }

  @Test func theyStandWhereTheyStood() throws {
    let v1 = try written(RecipeLift.v1(Self.v1, file: "recipe.yaml").recipe, .v1)
    for part in [
      "    # needs bash\n    interpreter: bash\n",
      "      - make  # all of it\n      # - make check\n",
      "  # imports first\n  # broken upstream\n  - python:\n", "        - box  # the package\n",
      "  # quick\n  # for the plugin\n  - script:\n",
    ] {
      #expect(v1.contains(part), "\(v1)")
    }
    let v0 = try written(RecipeLift.v0(Self.v0, file: "meta.yaml").recipe, .v0)
    for part in [
      "    # made at run time\n    - share/box  # the cache\n", "    - box  # what it is\n",
      "  # the mirror\n  # from the release page\n  - url: ",
    ] {
      #expect(v0.contains(part), "\(v0)")
    }
  }

  /// What was tried first and given up takes none of them away.
  @Test func outputsThatStayAsTheyAre() throws {
    let text = """
      recipe: {name: box, version: "1"}
      outputs:
        # first
        - package: {name: a}
          requirements:
            host:
              - zlib  # second
        - staging: {name: b}  # third
          build:
            # fourth
            script: [make]
      """
    let recipe = RecipeLift.v1(text, file: "recipe.yaml").recipe
    #expect(comments(in: try written(recipe, .v1)) == comments(in: text))
    let swift = SwiftWriter(try #require(recipe)).text
    for comment in comments(in: text) { #expect(swift.contains("// \(comment)\n"), "\(swift)") }
  }
}
