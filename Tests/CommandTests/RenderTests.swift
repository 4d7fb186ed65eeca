import Foundation
import Testing

@Suite struct RenderTests {
  static let v0 = """
    {% set version = "1.2" %}
    package:
      name: box
      version: {{ version }}
    build:
      number: 1
      skip: true  # [win]
    requirements:
      host:
        - python
        - zlib  # [unix]
      run:
        - python
    about:
      home: x{{ environ.get("BOX_SECRET", "") }}
    """
  static let v1 = """
    package:
      name: box
      version: "1.2"
    build:
      number: 1
      skip: [win]
    requirements:
      host:
        - python
        - if: unix
          then: zlib
      run: [python]
    about:
      homepage: https://example.org/${{ env.get("BOX_SECRET", default="") }}
    """

  private func tool(_ files: [String: String]) throws -> CommandLineTool {
    let tool = try CommandLineTool()
    for (path, text) in files {
      let file = tool.folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return tool
  }

  private func packages(_ outcome: CommandLineTool.Outcome) throws -> [[String: Any]] {
    #expect(outcome.status == 0, "\(outcome.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [[String: Any]])
  }

  private func host(_ package: [String: Any]) throws -> [String] {
    let recipe = try #require(package["recipe"] as? [String: Any])
    let requirements = try #require(recipe["requirements"] as? [String: Any])
    return try #require(requirements["host"] as? [String])
  }

  /// The build strings are conda-build's and rattler-build's: both hash Python alone away (v0) or not (v1).
  @Test(arguments: [("meta.yaml", v0), ("recipe.yaml", v1)])
  func bothFormatsAreFoundAndRendered(_ name: String, _ text: String) throws {
    let tool = try tool([
      "f/recipe/\(name)": text,
      "linux.yaml": "python:\n- 3.12.* *_cpython\n- 3.13.* *_cp313\ntarget_platform:\n- linux-64\n",
    ])
    for path in ["f", "f/recipe", "f/recipe/", "f/recipe/\(name)"] {
      let packages = try packages(try tool.run("render", path, "--variant", "linux.yaml", "--json"))
      #expect(packages.map { $0["platform"] as? String } == ["linux-64", "linux-64"])
      let strings = packages.compactMap { $0["build_string"] as? String }
      #expect(strings.contains { $0.hasPrefix("py312h") && $0.hasSuffix("_1") })
      #expect(strings.contains { $0.hasPrefix("py313h") && $0.hasSuffix("_1") })
      #expect(try packages.allSatisfy { try host($0).contains("zlib") })
    }
  }

  @Test(arguments: [("meta.yaml", v0), ("recipe.yaml", v1)])
  func withoutAFileThePinningDecides(_ name: String, _ text: String) throws {
    let tool = try tool([name: text])
    let packages = try packages(try tool.run("render", ".", "--platform", "osx-arm64", "--json"))
    #expect(packages.count == 1)
    #expect(try host(try #require(packages.first)).contains { $0.hasPrefix("python") })
    let yaml = try tool.run("render", ".", "--platform", "linux-64").output
    #expect(
      yaml.hasPrefix("# linux-64: box 1.2 py310h") && yaml.contains("\npackage:\n  name: box\n"))
  }

  @Test func ownVariantsCountLessThanGivenOnes() throws {
    let tool = try tool([
      "r/meta.yaml": "package: {name: box, version: '{{ flavour }}'}\n",
      "r/conda_build_config.yaml": "flavour:\n- 1  # [linux]\n- 2  # [osx]\n",
      "v.yaml": "flavour:\n- 7\n",
    ])
    func version(_ arguments: String...) throws -> String? {
      let outcome = try tool.run(
        "render", "r", arguments[0], arguments[1], arguments[2], arguments[3], "--json")
      return try packages(outcome).first?["version"] as? String
    }
    #expect(try version("--platform", "linux-64", "--findings", "text") == "1")
    #expect(try version("--platform", "osx-64", "--findings", "text") == "2")
    #expect(try version("--platform", "osx-64", "--variant", "v.yaml") == "7")
  }

  @Test func aSkippedVariantIsSaid() throws {
    let tool = try tool(["meta.yaml": Self.v0])
    let packages = try packages(try tool.run("render", ".", "--platform", "win-64", "--json"))
    #expect(packages.map { $0["skipped"] as? Bool } == [true])
    #expect(
      try tool.run("render", ".", "--platform", "win-64").output.hasPrefix("# win-64: skipped\n"))
  }

  @Test(arguments: [("meta.yaml", v0), ("recipe.yaml", v1)])
  func theEnvironmentIsReadOnlyIfAllowed(_ name: String, _ text: String) throws {
    let tool = try tool([name: text])
    setenv("BOX_SECRET", "sesame", 1)
    let refused = try tool.run("render", ".", "--platform", "linux-64")
    #expect(!refused.output.contains("sesame") && refused.errors.contains("--allow-environment"))
    let allowed = try tool.run("render", ".", "--platform", "linux-64", "--allow-environment")
    #expect(allowed.output.contains("sesame") && allowed.errors.isEmpty)
  }

  @Test func filesAreReadOnlyBelowTheRecipe() throws {
    let recipe = """
      {% set a = load_file_regex(load_file='d/v.txt', regex_pattern='v(.*)', from_recipe_dir=True) %}
      {% set b = load_file_data('../out.json', from_recipe_dir=True) %}
      package: {name: box, version: "{{ a.group(1) }}{{ b.get('v', '') }}"}
      """
    let tool = try tool([
      "r/meta.yaml": recipe, "r/d/v.txt": "v1.5\n", "out.json": "{\"v\": \"9\"}",
    ])
    let outcome = try tool.run("render", "r", "--platform", "linux-64", "--json")
    #expect(try packages(outcome).first?["version"] as? String == "1.5")
    #expect(outcome.errors.contains("r/meta.yaml:2:") && outcome.errors.contains("../out.json"))
  }

  @Test func mistakesPointToTheLine() throws {
    let tool = try tool([
      "a/meta.yaml": Self.v0 + "\n  x: {{ 1 + }}\n", "b/recipe.yaml": Self.v1 + "\n  x: [\n",
    ])
    for (path, place) in [("a", "a/meta.yaml:16:"), ("b", "b/recipe.yaml:1")] {
      let outcome = try tool.run("render", path, "--platform", "linux-64")
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(place) && outcome.errors.contains("^"))
    }
  }

  @Test func whatIsNoRecipeIsSaid() throws {
    let tool = try tool([
      "none/x.txt": "", "two/meta.yaml": "", "two/recipe.yaml": "", "v.yaml": "- a\n",
    ])
    for (path, id) in [
      ("none", "no-recipe"), ("two", "two-recipes"), ("absent", "recipe-absent"),
      ("v.yaml", "not-a-recipe"),
      ("two/meta.yaml", "name-missing"),
    ] {
      let outcome = try tool.run("render", path, "--platform", "linux-64")
      #expect(outcome.status == 1 && outcome.errors.contains("[\(id)]"), "\(outcome.errors)")
    }
    let bad = try tool.run(
      "render", "two/meta.yaml", "--variant", "v.yaml", "--platform", "linux-64")
    #expect(bad.status == 1 && bad.errors.contains("v.yaml:1:1"))
    let nowhere = try tool.run("render", "two/meta.yaml", "--variant", "no.yaml")
    #expect(nowhere.status == 1 && nowhere.errors.contains("[unreadable-file]"))
    #expect(try tool.run("render", "two/meta.yaml").status == 64)
    let unknown = try tool.run("render", "two/meta.yaml", "--platform", "linux-46")
    #expect(unknown.status == 64 && unknown.errors.contains("did you mean 'linux-64'?"))
  }

  @Test(arguments: ["meta.yaml", "recipe.yaml"])
  func brokenFilesEndInFindings(_ name: String) throws {
    let tool = try tool([:])
    let contents: [[UInt8]] = [
      [], Array((0...255).map { UInt8($0) }), Array("package:\n  name: \"bo".utf8),
      Array("package:\n  name: ".utf8) + [0xC3, 0x28, 0x0A],
      Array(String(repeating: "[", count: 100_000).utf8),
      Array(repeating: UInt8(ascii: "x"), count: 50_000_000),
    ]
    for content in contents {
      try Data(content).write(to: tool.folder.appending(path: name))
      let outcome = try tool.run("render", ".", "--platform", "linux-64")
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("\(name):1:") || outcome.errors.contains("\(name):2:"))
    }
  }

  @Test func grammarsArePrinted() throws {
    let tool = try tool([:])
    let list = try tool.run("grammar").output
    for name in ["Jinja", "Selector", "MatchSpec", "ExpressionV1", "TemplateV1", "VersionSpec"] {
      #expect(list.contains(name))
      let text = try tool.run("grammar", name.lowercased()).output
      #expect(text.hasPrefix("(*") && text.hasSuffix(";\n"))
    }
    #expect(try tool.run("grammar", "jinga").errors.contains("did you mean 'Jinja'?"))
  }
}
