import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

/// What people wrote beside a recipe's values goes with them.
@Suite struct CommentTests {
  static let v1 = """
    # About boxes.
    context:
      # bots look here
      version: "1.2"

    package:
      name: box
      version: ${{ version }}

    build:
      # raise me
      number: 0
      skip:
        - win  # no port yet

    requirements:
      # what it links
      host:
        # pinned for the ABI
        - zlib
        - if: unix  # Windows has its own
          then:
            - openssl
        # - libfoo
      run:
        - python  # [see docs]
    about:
      license: MIT  # since 1.0
    """

  static let v0 = """
    # About boxes.
    # bots look here
    {% set version = "1.2" %}

    package:
      name: box
      version: {{ version }}

    build:
      # raise me
      number: 0
      skip: true  # [win] no port yet

    requirements:
      # what it links
      host:
        # pinned for the ABI
        - zlib
        - openssl  # [unix] Windows has its own
        # - libfoo
      run:
        - python
    about:
      license: MIT  # since 1.0
    """

  private func written(_ recipe: Recipe?, _ format: RecipeFormat) throws -> String {
    let name = format == .v0 ? "recipe/meta.yaml" : "recipe/recipe.yaml"
    let files = Feedstock(try #require(recipe), format: format).files
    return try #require(files.first { $0.path == name }?.text)
  }

  @Test func fromV1() throws {
    let recipe = RecipeLift.v1(Self.v1, file: "recipe.yaml").recipe
    let again = try written(recipe, .v1)
    for comment in [
      "# About boxes.\n", "  # bots look here\n  version: \"1.2\"\n",
      "  # raise me\n  number: ", "    - win  # no port yet\n", "  # what it links\n  host:\n",
      "    # pinned for the ABI\n    - zlib\n", "    - if: unix  # Windows has its own\n",
      "    # - libfoo\n  run:\n", "    - python  # [see docs]\n", "  license: MIT  # since 1.0\n",
    ] {
      #expect(again.contains(comment), "\(again)")
    }
    let other = try written(recipe, .v0)
    for comment in [
      "# About boxes.\n# bots look here\n{% set version = \"1.2\" %}\n",
      "  # raise me\n  number: ", "  # what it links\n  host:\n",
      "    # pinned for the ABI\n    - zlib\n", "  license: MIT  # since 1.0\n",
      // Brackets behind a value would be a selector.
      "    # [see docs]\n    - python\n",
    ] {
      #expect(other.contains(comment), "\(other)")
    }
  }

  @Test func fromV0() throws {
    let recipe = RecipeLift.v0(Self.v0, file: "meta.yaml").recipe
    let again = try written(recipe, .v0)
    for comment in [
      "# About boxes.\n# bots look here\n{% set version", "  # raise me\n  number: ",
      "  skip: true  # [win] no port yet\n", "  # what it links\n  host:\n",
      "    # pinned for the ABI\n    - zlib\n", "    - openssl  # [unix] Windows has its own\n",
      "    # - libfoo\n  run:\n", "  license: MIT  # since 1.0\n",
    ] {
      #expect(again.contains(comment), "\(again)")
    }
    // Selectors are no comments.
    let other = try written(recipe, .v1)
    #expect(!other.contains("[win]") && !other.contains("[unix]"))
    #expect(other.contains("        - openssl  # Windows has its own\n"), "\(other)")
  }

  @Test func intoSwift() throws {
    let recipe = try #require(RecipeLift.v1(Self.v1, file: "recipe.yaml").recipe)
    #expect(
      SwiftWriter(recipe).text == #"""
        public import GeNNForge

        public let box = Recipe("box", version: "1.2") {
          // About boxes.
          // bots look here
          // raise me
          BuildNumber(0)
          // no port yet
          Skip(.windows)
          // what it links
          HostRequirements {
            // pinned for the ABI
            "zlib"
            // Windows has its own
            when(.unix) { "openssl" }
            // - libfoo
          }
          RunRequirements {
            // [see docs]
            "python"
          }
          // since 1.0
          About.incomplete(license: "MIT")
        }

        """#)
  }

  /// Comments say nothing about what a recipe is.
  @Test func theyAreNoPartOfEquality() throws {
    let recipe = RecipeLift.v1(Self.v1, file: "recipe.yaml").recipe
    let bare = Self.v1.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    #expect(recipe == RecipeLift.v1(bare.joined(separator: "\n"), file: "recipe.yaml").recipe)
  }
}
