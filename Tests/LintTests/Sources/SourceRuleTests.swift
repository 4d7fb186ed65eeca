import Diagnostics
import GeNNForge
import Testing

struct SourceRuleTests {
  private func recipe(_ source: Source) -> Recipe {
    Recipe("note", version: "5.3.0") {
      note()
      source
    }
  }

  private func source(_ url: RecipeText, digest: String = sampleDigest) -> Source {
    Source(url: url, sha256: digest)
  }

  @Test(arguments: [
    "", "f1a6807d", "https://x", String(repeating: "g", count: 64), sampleDigest + "0", "$(id)",
  ])
  func invalidDigest(digest: String) {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Source(url: "https://example.org/note-\(.version).tar.gz", sha256: digest)
    }
    expectFinding("invalid-digest", in: recipe, linesUp: 2)
  }

  @Test func placeholderDigest() {
    let digest = String(repeating: "0", count: 64)
    expectFindings(
      ["placeholder-digest"],
      in: recipe(source("https://example.org/\(.version).zip", digest: digest)))
  }

  @Test func digestInCapitalsIsFine() {
    let digest = sampleDigest.uppercased()
    expectNone(in: recipe(source("https://example.org/\(.version).zip", digest: digest)))
  }

  @Test(
    arguments: [
      "", "example.org/\(.version)", "htps://a.org/\(.version)", "https://a b/\(.version)",
    ] as [RecipeText])
  func invalidAddress(url: RecipeText) {
    expectFindings(["invalid-source-address"], in: recipe(source(url)))
  }

  @Test func localAddress() {
    expectFindings(["local-source-address"], in: recipe(source("file:///genn-\(.version).tar.gz")))
  }

  @Test func plainAddress() {
    expectFindings(
      ["plain-source-address"], in: recipe(source("http://example.org/\(.version).zip")))
  }

  @Test func wheel() {
    let recipe = Recipe("note", version: "1.2.0") {
      note()
      Source(url: "https://example.org/note-\(.version)-py3-none-any.whl", sha256: sampleDigest)
    }
    expectFinding("wheel-source", in: recipe, linesUp: 2)
  }

  @Test func versionAsText() {
    let recipe = Recipe("note", version: "5.3.0") {
      note()
      Source(url: "https://example.org/note-5.3.0.tar.gz", sha256: sampleDigest)
    }
    expectFinding(
      "version-in-address", in: recipe, linesUp: 2, .warning,
      remedy: "write \\(.version) in its place")
  }

  @Test func noVersion() {
    let recipe = Recipe("note", version: "5.3.0") {
      note()
      Source(url: "https://example.org/archive/master.zip", sha256: sampleDigest)
    }
    expectFinding("unversioned-address", in: recipe, linesUp: 2, .warning)
  }

  @Test(
    arguments: ["https://example.org/5.3.0_RC1.tar.gz", "https://example.org/\(.version)rc2.zip"]
      as [RecipeText])
  func preRelease(url: RecipeText) {
    expectFindings(["pre-release-source"], in: recipe(source(url)))
  }

  @Test func versionTwiceInAnAddress() {
    expectNone(in: recipe(source("https://example.org/v\(.version)/note-\(.version)-src.tar.gz")))
  }

  @Test func git() {
    let recipe = Recipe("note", version: "5.3.0") {
      note()
      Source(git: "https://example.org/note.git", tag: "v\(.version)")
    }
    expectFinding("git-source", in: recipe, linesUp: 2, .warning)
  }

  @Test(arguments: ["F:/Windows/genn", "/home/me/genn", "../genn", "a\\b", "", "~/genn"])
  func pathElsewhere(path: String) {
    let recipe = Recipe("note", version: "5.3.0") {
      note()
      Source(path: path)
    }
    expectFinding("invalid-source-path", in: recipe, linesUp: 2)
  }

  @Test func pathHere() {
    expectNone(in: recipe(Source(path: "files")))
  }

  @Test func patches() {
    let recipe = Recipe("note", version: "5.3.0") {
      note()
      Source(
        url: "https://example.org/\(.version).zip", sha256: sampleDigest,
        patches: ["fix.patch", "../other.patch"])
      File("fix.patch", text: "")
    }
    expectFinding("invalid-source-path", in: recipe, linesUp: 5)
  }

  @Test func missingPatch() {
    let recipe = Recipe("note", version: "5.3.0") {
      note()
      Source(
        url: "https://example.org/\(.version).zip", sha256: sampleDigest, patches: ["fixes.patch"])
      File("fix.patch", text: "")
    }
    expectFinding(
      "missing-recipe-file", in: recipe, linesUp: 4, .warning, remedy: "did you mean 'fix.patch'?")
  }
}
