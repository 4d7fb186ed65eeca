import Conda
import Diagnostics
import RecipeModel
import RecipeReader
import RecipeWriter
import Testing

/// What one format calls differently is in the other one, too.
@Suite struct ConversionTests {
  private func v0(_ text: String) throws -> String {
    let recipe = try #require(
      RecipeLift.v1(
        "package:\n  name: box\n  version: 1.2.3\n" + text, file: "recipe.yaml"
      ).recipe)
    let feedstock = Feedstock(recipe, format: .v0)
    #expect(feedstock.findings.all == [])
    return try #require(feedstock.files.first { $0.path == "recipe/meta.yaml" }?.text)
  }

  private func v1(_ text: String) throws -> String {
    let recipe = try #require(
      RecipeLift.v0(
        "package:\n  name: box\n  version: 1.2.3\n" + text, file: "meta.yaml", forV1: true
      ).recipe)
    let feedstock = Feedstock(recipe, format: .v1)
    #expect(feedstock.findings.all == [])
    let text = try #require(feedstock.files.first { $0.path == "recipe/recipe.yaml" }?.text)
    // The engine's reader takes it.
    _ = try RecipeBuilds.v1(
      text, file: "recipe.yaml",
      variants: [RecipeFile(path: "variants.yaml", text: "python_min: ['3.10']\n")],
      platform: Platform("linux-64"))
    return text
  }

  @Test func scriptsAndTheirVariables() throws {
    let text = """
      build:
        script:
          env:
            STRIP: symbols
          secrets: [TOKEN]
          content:
            - make

      """
    #expect(
      try v0(text).contains("  script: make\n  script_env:\n    - STRIP=symbols\n    - TOKEN\n"))
    let back = """
      build:
        script: make
        script_env:
          - STRIP=symbols
          - MODE=fast  # [unix]
          - TOKEN

      """
    #expect(
      try v1(back).contains(
        """
          script:
            env:
              STRIP: symbols
              MODE: ${{ "fast" if unix else "" }}
            secrets:
              - TOKEN
            content:
              - make

        """))
  }

  @Test func foldersOfTheEnvironment() throws {
    let text = """
      about:
        license_file:
          - '{{ environ["PREFIX"] }}/lib/R/share/licenses/MIT'
          - LICENSE  # [win]

      """
    #expect(
      try v1(text).contains(
        """
          license_file:
            - ${{ PREFIX }}/lib/R/share/licenses/MIT
            - if: win
              then: LICENSE

        """))
  }

  @Test func scriptFilesOfOutputs() throws {
    let text = """
      outputs:
        - name: libbox
          script: build-lib.sh  # [unix]
          script: bld-lib.bat  # [win]

      """
    let v1 = try v1(text)
    #expect(
      v1.contains(
        """
              script:
                - if: unix
                  then:
                    - build-lib.sh
                - if: win
                  then:
                    - bld-lib.bat

        """), "\(v1)")
    let back = try #require(RecipeLift.v1(v1, file: "recipe.yaml").recipe)
    let files = Feedstock(back, format: .v0).files
    #expect(
      files.contains {
        $0.text.contains(
          "    script: build-lib.sh  # [unix]\n    script: bld-lib.bat  # [win]\n")
      })
  }

  /// Imports have no requirements of their own in a recipe.yaml.
  @Test func importsWithRequirements() throws {
    #expect(
      try v1("test: {imports: [box, box.lid], requires: [pytest]}\n").contains(
        """
        tests:
          - script:
              - python -c "import box"
              - python -c "import box.lid"
            requirements:
              run:
                - pytest

        """))
  }

  @Test func pinsOfVariables() throws {
    let text = """
      {% set name = "box" %}
      build:
        run_exports:
          - {{ pin_subpackage(name, max_pin="x.x") }}

      """
    #expect(try v1(text).contains("${{ pin_subpackage(name, upper_bound=\"x.x\") }}"))
  }

  /// What a meta.yaml can't say is said by a finding, at its place.
  @Test func testsThatMetaYAMLHasNoWordsFor() throws {
    let text = """
      package: {name: box, version: "1"}
      tests:
        - python:
            imports: [box]
            python_version: [3.10.*, "*"]
        - package_contents:
            strict: true
            files: [box]
        - perl: {uses: [Box]}
      """
    let recipe = try #require(RecipeLift.v1(text, file: "recipe.yaml").recipe)
    #expect(
      Feedstock(recipe, format: .v0).findings.all.map { "\($0.location?.line ?? 0) \($0.message)" }
        == [
          "5 a meta.yaml's tests run with one Python: of 3.10.*, * the first is kept",
          "6 a meta.yaml can't say that nothing else may be in the package",
          "9 this test has no form in a meta.yaml, and was left out",
        ])
  }

  @Test func keysWithOtherNames() throws {
    #expect(
      try v0(
        """
        build:
          merge_build_and_host_envs: true
          python:
            version_independent: true
            skip_pyc_compilation:
              - share/*.py
        """
      ).contains(
        """
          merge_build_host: true
          python_version_independent: true
          skip_compile_pyc:
            - share/*.py

        """))
    #expect(
      try v1("build:\n  merge_build_host: True  # [win]\n").contains(
        "  merge_build_and_host_envs: ${{ true if win else false }}\n"))
  }

  /// conda-build reads a version without an operator as the beginning of one; rattler-build refuses it.
  @Test func versionsWithoutOperators() throws {
    let text = try v1(
      """
      {% set minor = "3.10" %}
      requirements:
        host:
          - python {{ minor }}
          - numpy 1.26
          - zlib {{ zlib_pin }}
        run:
          - python >=3.9
      """.replacing("zlib {{ zlib_pin }}", with: "zlib"))
    for line in ["- python ${{ minor }}.*\n", "- numpy 1.26.*\n", "- zlib\n", "- python >=3.9\n"] {
      #expect(text.contains(line), "\(text)")
    }
  }

  @Test func theOnePythonOfTests() throws {
    let text = try v1(
      """
      test:
        imports:
          - box
        commands:
          - pip check
        requires:
          - pip
          - python {{ python_min }}
      """)
    #expect(
      text.contains(
        """
          - python:
              imports:
                - box
              pip_check: true
              python_version: ${{ python_min }}.*

        """), "\(text)")
  }

  /// A variable stands once in `recipe.yaml`.
  @Test func variablesThatAreSetAgain() throws {
    let text = try v1(
      """
      {% set tool = "make" %}
      {% set tool = "nmake" %}  # [win]
      {% set kind = "cpu" %}  # [osx]
      {% set number = 1 %}
      {% set number = number + 4 %}  # [linux]
      build:
        script: {{ tool }} {{ kind }} {{ number }}
      """)
    for line in [
      "  tool: ${{ \"nmake\" if win else \"make\" }}\n",
      "  kind: ${{ \"cpu\" if osx else \"\" }}\n",
      "  number_before: 1\n",
      "  number: ${{ (number_before + 4) if linux else number_before }}\n",
    ] {
      #expect(text.contains(line), "\(text)")
    }
  }
}
