import Conda
import Testing

/// What the recorded answers leave out: URLs, channels, checksums and other fields.
@Suite struct MatchSpecTests {
  private func record(_ details: [MatchSpec.Field: String] = [:]) throws -> PackageRecord {
    PackageRecord(
      name: "box", version: try Version("1.2"), build: "h0_0", buildNumber: 0,
      channel: "conda-forge", subdir: "linux-64", details: details)
  }

  @Test func partsOfASpec() throws {
    let spec = try MatchSpec(
      "conda-forge/linux-64::box >=1,<2 py3*[md5=\(String(repeating: "a", count: 32))]")
    #expect(spec.channel?.name == "conda-forge")
    #expect(spec.subdir == "linux-64")
    #expect(spec.name?.exact == "box")
    #expect(spec.version?.text == ">=1,<2")
    #expect(spec.version?.constraints.count == 2)
    #expect(spec.build?.text == "py3*")
    #expect(spec.build?.exact == nil)
    #expect(spec.details[.md5]?.count == 32)
  }

  @Test(arguments: [
    ("https://conda.anaconda.org/conda-forge::box", true), ("conda-forge::box", true),
    ("conda-*::box", true), ("other::box", false), ("conda-forge/osx-64::box", false),
    ("box[channel=conda-forge,subdir=linux-64]", true), ("*/linux-64::box", true),
    ("https://example.org/conda-forge::box", false), ("defaults::box", false),
  ])
  func channelsCountForConda(_ text: String, _ matches: Bool) throws {
    #expect(try MatchSpec(text).matches(try record()) == matches)
    #expect(
      try MatchSpec(text.hasPrefix("*") ? "box" : text, dialect: .rattler).matches(try record()))
  }

  @Test func defaultsIsSeveralChannels() throws {
    var record = try record()
    record.channel = "pkgs/main"
    #expect(try MatchSpec("defaults::box").matches(record))
    #expect(try MatchSpec("pkgs/main::box").canonical == "defaults::box")
  }

  @Test func checksumsAreCompared() throws {
    let digest = String(repeating: "ab", count: 32)
    for dialect in [Dialect.conda, .rattler] {
      let spec = try MatchSpec("box[sha256=\(digest)]", dialect: dialect)
      #expect(spec.matches(try record([.sha256: digest])))
      #expect(!spec.matches(try record()))
    }
  }

  @Test func licensesIgnoreCaseForConda() throws {
    let record = try record([.license: "MIT"])
    #expect(try MatchSpec("box[license=mit]").matches(record))
    #expect(try MatchSpec("box[license=M*]").matches(record))
    #expect(try !MatchSpec("box[license=mit]", dialect: .rattler).matches(record))
    #expect(try MatchSpec("box[license=MIT]", dialect: .rattler).matches(record))
  }

  @Test func featuresAreSets() throws {
    let record = try record([.trackFeatures: "a b"])
    #expect(try MatchSpec("box[track_features='b,a']").matches(record))
    #expect(try !MatchSpec("box[track_features=a]").matches(record))
    #expect(try MatchSpec("box[track_features=a]", dialect: .rattler).matches(record))
    #expect(try MatchSpec("a@").details[.trackFeatures] == "a")
  }

  @Test func archivesSayWhatTheyAre() throws {
    let url = "https://conda.anaconda.org/conda-forge/linux-64/lib-box-1.2-h0_0.conda"
    let conda = try MatchSpec(url)
    #expect(conda.canonical == "conda-forge/linux-64::lib-box==1.2=h0_0")
    let rattler = try MatchSpec(url, dialect: .rattlerStrict)
    #expect(rattler.canonical == "lib-box[url=\"\(url)\"]")
    #expect(rattler.version == nil)
    let error = #expect(throws: MatchSpecError.self) {
      try MatchSpec("https://host/box.zip", dialect: .rattler)
    }
    #expect(error?.cause == .url("https://host/box.zip"))
  }

  @Test(arguments: [
    (">=1", UInt64(1), true), ("==2", 1, false), ("!=1", 1, false), ("<2", 1, true), ("1", 1, true),
  ])
  func buildNumbers(_ text: String, _ number: UInt64, _ matches: Bool) throws {
    for dialect in Dialect.allCases {
      let spec = try MatchSpec("box[build_number='\(text)']", dialect: dialect)
      #expect(spec.buildNumber?.matches(number) == matches)
    }
  }

  @Test func buildsIgnoreCaseForRattler() throws {
    #expect(try MatchSpec("box * H0_*", dialect: .rattler).matches(try record()))
    #expect(try !MatchSpec("box * H0_*").matches(try record()))
    #expect(try MatchSpec("box * ^h0_.$").matches(try record()))
  }

  @Test func specsOfRecipesAreStrict() throws {
    for text in ["box 1.2.*", "box ==1.2 h0_0", "box >=1,<2", "box", "box * *_cpython"] {
      #expect(throws: Never.self) { try MatchSpec(text, dialect: .rattlerStrict) }
    }
    for text in ["box 1.2", "box =1.2.*", "box ==1.2=h0", "box 1.2|3", "b*"] {
      #expect(throws: MatchSpecError.self) { try MatchSpec(text, dialect: .rattlerStrict) }
    }
  }
}
