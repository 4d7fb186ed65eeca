import Diagnostics
import Testing

@testable import Smithy

@Suite struct PinningExcerptTests {
  private static let pinning = """
    # Kept lines stay where they are.
    libgrid:
      - 1  # [linux]
      - 2
    lib_other:
    - 3
    foo.bar: 4
    mpich:
      - 5
    libraries:
      - 6
    zip_keys:
      -
        - tied
        - libgrid
    tied:
      - a
      - b

    """

  private static func excerpt(
    _ recipe: String, isV1: Bool = false, pinning: String = pinning
  ) throws -> PinningExcerpt {
    let forge = isV1 ? "conda_build_tool: rattler-build\n" : ""
    let name = isV1 ? "recipe/recipe.yaml" : "recipe/meta.yaml"
    let feedstock = Feedstock(
      files: ["conda-forge.yml": Array(forge.utf8), name: Array(recipe.utf8)],
      pinning: Array(pinning.utf8))
    var findings: [Diagnostic] = []
    let configuration = try ForgeConfiguration(Array(forge.utf8), file: "conda-forge.yml")
    let read = try FeedstockRecipe(feedstock, configuration, findings: &findings)
    return PinningExcerpt(of: feedstock, for: read)
  }

  @Test func onlyNamedKeysStay() throws {
    let excerpt = try Self.excerpt("package: {name: a, version: 1}\n# uses foo-bar\n")
    #expect(excerpt.omittedKeys == ["lib_other", "libraries"])
    let lines = String(decoding: excerpt.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let whole = Self.pinning.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == whole.count)
    for (line, before) in zip(lines, whole) {
      #expect(line == before || line.allSatisfy { $0 == " " })
    }
    #expect(lines[4].allSatisfy { $0 == " " } && lines[5].allSatisfy { $0 == " " })
    #expect(lines[1] == "libgrid:", "what zip_keys names has to be there")
  }

  private static let start = "package: {name: a, version: 1}\nrequirements:\n  host:\n"

  @Test func madeNamesKeepWhatBeginsLikeThem() throws {
    let some = try Self.excerpt(Self.start + "    - lib_${{ x }}\n", isV1: true)
    #expect(some.omittedKeys == ["foo.bar", "libraries"])
    let any = try Self.excerpt(Self.start + "    - ${{ x }}\n", isV1: true)
    #expect(any.omittedKeys.isEmpty)
  }

  @Test(arguments: ["${{ compiler('c') }}", "python ${{ x }}.*", "\"${{ stdlib('c') }}\""])
  func namingFunctionsAndVersionsMakeNoNames(item: String) throws {
    let excerpt = try Self.excerpt(Self.start + "    - \(item)\n", isV1: true)
    #expect(excerpt.omittedKeys == ["lib_other", "foo.bar", "libraries"])
  }

  @Test(arguments: [
    "- a\n", "<html>\n", "a: &x\n  - 1\nb: *x\n", "{a: 1}\n", "\"quoted\":\n  - 1\n",
  ])
  func whatIsMoreThanAListOfKeysIsTakenWhole(pinning: String) throws {
    let excerpt = try Self.excerpt("package: {name: z, version: 1}\n", pinning: pinning)
    #expect(excerpt.bytes == Array(pinning.utf8))
    #expect(excerpt.omittedKeys.isEmpty)
  }
}
