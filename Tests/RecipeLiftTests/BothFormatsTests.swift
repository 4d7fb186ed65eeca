import Conda
import Diagnostics
import GeNNForge
import RecipeModel
import RecipeReader
import RecipeWriter
import Recipes
import Testing

/// The same recipe in both formats shows no difference, and what matters stays one.
@Suite struct BothFormatsTests {
  @Test(arguments: [
    ("pygenn", "linux-64"), ("pygenn", "linux-aarch64"), ("pygenn", "osx-arm64"),
    ("pygenn", "win-64"), ("pygenn-legacy", "linux-64"),
  ])
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
    #expect(RecipeComparison(v0, v1).differences == [])
  }

  /// Keys that are zipped on one system are on the others, if they are there at all.
  @Test(arguments: [("linux-64", 2), ("osx-64", 1), ("win-64", 1)])
  func zippedKeysStayTogether(subdir: String, count: Int) throws {
    let recipe = try #require(allRecipes.first { $0.name == "pygenn-legacy" }?.recipe).model()
      .recipe
    let text = """
      package: {name: box, version: "1"}
      build: {number: 0, string: "x{{ cuda_compiler_version }}_{{ c_compiler_version }}"}
      requirements: {build: ["{{ compiler('cuda') }}"]}
      """
    for format in [RecipeFormat.v0, .v1] {
      let name = format == .v0 ? "conda_build_config.yaml" : "variants.yaml"
      let file = Feedstock(recipe, format: format).files.first { $0.path == name }
      let variants = RecipeFile(path: name, text: try #require(file?.text))
      let builds = try RecipeBuilds.v0(
        text, file: "meta.yaml", files: [], variants: [variants], platform: Platform(subdir))
      #expect(builds.count == count, "\(format)")
    }
  }

  /// conda-build takes neither sources nor the rest of an about section from where outputs have them.
  @Test func outputsHaveWhatTheySayInBothFormats() throws {
    let text = """
      schema_version: 1
      recipe: {name: box, version: "1"}
      build: {number: 3}
      outputs:
        - package: {name: libbox}
          source: {url: https://example.org/box.zip, sha256: \(Self.digest)}
          build:
            number: 7
            string: x_h${{ hash }}_${{ build_number }}
            script: [make]
          requirements: {host: [zlib]}
          about: {summary: A library, license_file: COPYING}
        - package: {name: box}
          source: {url: https://example.org/tool.zip, sha256: \(Self.digest), target_directory: tool}
          build: {script: build-tool.sh}
        - package: {name: box-all}
      about:
        homepage: https://example.org
        license: MIT
        license_family: MIT
        license_file: LICENSE
      """
    let recipe = try #require(RecipeLift.v1(text, file: "recipe.yaml").recipe)
    let feedstock = Feedstock(recipe, format: .v0)
    #expect(feedstock.findings.all == [])
    let variants = RecipeFile(path: "conda_build_config.yaml", text: "zlib: ['1']\n")
    let meta = try #require(feedstock.files.first { $0.path == "recipe/meta.yaml" }?.text)
    let v0 = try RecipeBuilds.v0(
      meta, file: "meta.yaml", files: [], variants: [variants], platform: .linux64)
    let v1 = try RecipeBuilds.v1(
      text, file: "recipe.yaml", variants: [variants], platform: .linux64)
    // Both sources are there for both outputs, which is all that differs.
    #expect(
      RecipeComparison(v0, v1).differences.filter { !$0.field.hasPrefix("source") } == [], "\(meta)"
    )
    #expect(meta.contains("- url: https://example.org/box.zip\n"))
    #expect(meta.contains("string: x_h{{ PKG_HASH }}_7\n"))
    #expect(meta.contains("    script: build-tool.sh\n"))
  }

  @Test func sourcesOfOutputsThatLieOverEachOther() throws {
    let output = { (name: String, file: String) in
      """
        - package: {name: \(name)}
          source: {url: https://example.org/\(file).zip, sha256: \(Self.digest)}
          build: {script: [make]}

      """
    }
    func findings(_ files: [String]) throws -> [String] {
      let text =
        "schema_version: 1\nrecipe: {name: box, version: \"1\"}\noutputs:\n"
        + zip(["libbox", "box"], files).map(output).joined()
      let recipe = try #require(RecipeLift.v1(text, file: "recipe.yaml").recipe)
      return Feedstock(recipe, format: .v0).findings.all.map(\.message)
    }
    #expect(try findings(["box", "box"]) == [])
    #expect(
      try findings(["lib", "box"]) == [
        "conda-build unpacks the sources of 'libbox' and 'box' for both of them, one over the other"
      ])
  }

  private static let digest = String(repeating: "0123456789abcdef", count: 4)

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

  /// What tools read alike, written below a package in each format; and what they don't.
  @Test(arguments: [
    ("requirements: {run: ['zlib >=1.2, <2']}", "requirements: {run: ['zlib >=1.2,<2']}", true),
    ("requirements: {run: ['zlib >=2025.02']}", "requirements: {run: ['zlib >=2025.2']}", true),
    ("requirements: {run: ['zlib 1.2']}", "requirements: {run: ['zlib 1.2.*']}", true),
    ("requirements: {run: ['zlib =1.2']}", "requirements: {run: ['zlib 1.2.*']}", true),
    ("requirements: {run: ['zlib 1.20']}", "requirements: {run: ['zlib 1.2.*']}", false),
    ("requirements: {run: ['zlib  =*=cpu*']}", "requirements: {run: ['zlib * cpu*']}", true),
    ("about: {summary: \"x\\n\"}", "about: {summary: x}", true),
    (
      "about: {license_file: '{{ environ[\"PREFIX\"] }}/MIT'}",
      "about: {license_file: '${{ PREFIX }}/MIT'}", true
    ),
    ("test: {commands: ['{{ name }} -h']}", "tests: [{script: ['${{ name }} -h']}]", true),
    ("test: {commands: ['box -h']}", "tests: [{script: ['${{ name }} -V']}]", false),
    ("test: {commands: ['ls %PREFIX%']}", "tests: [{script: ['ls ${PREFIX}']}]", true),
    (
      "test: {imports: [box], requires: [python 3.10]}",
      "tests: [{python: {imports: [box], python_version: 3.10.*, pip_check: false}}]", true
    ),
    (
      "test: {imports: [box], requires: [python 3.10]}",
      "tests: [{python: {imports: [box], python_version: [3.10.*, '*'], pip_check: false}}]", false
    ),
    (
      "test: {imports: [box], requires: [pip]}",
      "tests: [{script: ['python -c \"import box\"'], requirements: {run: [pip]}}]", true
    ),
    ("build: {script_env: [A=b, C]}", "build: {script: {env: {A: b}, secrets: [C]}}", true),
    ("build: {script_env: [A=b]}", "build: {script: {env: {A: c}}}", false),
    (
      "test: {commands: [test -e $PREFIX/lib/libbox.so]}",
      "tests: [{package_contents: {lib: [box]}}]",
      true
    ),
  ])
  func spellings(_ v0: String, _ v1: String, _ isEqual: Bool) throws {
    let fields = try differences(
      "{% set name = 'box' %}\npackage: {name: box, version: '1'}\n\(v0)",
      "context: {name: box}\npackage: {name: box, version: '1'}\n\(v1)"
    ).map(\.field)
    #expect(fields.isEmpty == isEqual, "\(fields)")
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
