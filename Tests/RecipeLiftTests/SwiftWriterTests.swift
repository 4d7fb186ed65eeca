import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

@Suite struct SwiftWriterTests {
  @Test func wordsReadAsPeopleWriteThem() throws {
    let recipe = try #require(RecipeLift.v0(V0LiftTests.recipe, file: "meta.yaml").recipe)
    #expect(
      SwiftWriter(recipe).text == #"""
        public import GeNNForge

        public let box = Recipe("box", version: "1.2") {
          Context(["name": "Box", "major": "${{ version.split(\".\")[0] }}"])
          when(.unix) {
            Source(url: "https://example.org/box-\(.version).tar.gz", sha256: "0123")
          }
          when(.windows) {
            Source(url: "https://example.org/box-\(.version).zip", sha256: "0123")
          }
          BuildNumber(0)
          Skip(Python.version < "3.8" || (.macOS && Python.version > "3.12"))
          InlineScript {
            when(!Condition.windows) { "make" }
            when(.windows) { "nmake" }
          }
          BuildRequirements {
            Compiler(.c)
          }
          RunRequirements {
            "libbox ${{ major }}"
            when(.windows) { "pywin32" }
          }
          Tests {
            Imports("box")
            Command("box --help")
          }
          About.incomplete(homepage: "https://example.org")
          Verbatim("about.doc_source_url", "https://example.org/doc", in: .v0)
        }

        """#)
  }

  @Test(arguments: [
    ("pygenn", "pygenn"), ("ml-genn", "mlGenn"), ("r-base", "rBase"), ("7zip", "recipe7zip"),
    ("in", "`in`"), ("PyYAML", "pyYAML"), ("HTTPie", "httPie"), ("", "recipe"),
  ]) func constantsAreNamesOfSwift(name: String, constant: String) {
    let recipe = Recipe(name: Located(name), version: Located("1"))
    #expect(SwiftWriter(recipe).constant == constant)
  }
}
