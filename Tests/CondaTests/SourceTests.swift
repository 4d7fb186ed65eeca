import Conda
import Testing

@Suite struct SourceTests {
  @Test func digestsAreAsLongAsTheirAlgorithm() throws {
    for algorithm in Digest.Algorithm.allCases {
      let text = String(repeating: "aF", count: algorithm.length / 2)
      #expect(try Digest(text, algorithm).text == text.lowercased())
      #expect(throws: DigestError.self) { try Digest(text + "0", algorithm) }
    }
  }

  @Test func aDigestOfAnotherAlgorithmIsRecognised() {
    let error = #expect(throws: DigestError.self) {
      try Digest(String(repeating: "0", count: 32), .sha256)
    }
    #expect(error?.remedy == "give it as md5")
    #expect(error?.message == "a sha256 has 64 digits, this has 32")
  }

  @Test func digitsAreHexadecimal() {
    let error = #expect(throws: DigestError.self) {
      try Digest("00g" + String(repeating: "0", count: 29), .md5)
    }
    #expect(error?.cause == .character("g"))
    #expect(error?.offset == 2)
  }

  @Test(arguments: [
    ("https://host.org/a/b-1.0.tar.gz", "host.org", "b-1.0.tar.gz"),
    ("http://user@host:8080/x.zip?raw=1#top", "host", "x.zip"),
    ("ftp://[::1]/x", "[::1]", "x"), ("file:///data/x.zip", "", "x.zip"),
    ("HTTPS://host", "host", ""),
    ("https://host/", "host", ""),
  ])
  func urls(_ text: String, _ host: String, _ fileName: String) throws {
    let url = try SourceURL(text)
    #expect(url.host == host)
    #expect(url.fileName == fileName)
    #expect(url.text == text)
  }

  @Test(arguments: [
    ("", SourceURLError.Cause.empty, 0), ("host.org/x", .noScheme, 0),
    ("htps://h/x", .unknownScheme("htps"), 0),
    ("https:///x", .noHost, 8), ("https://h/a b", .space, 11), ("https://h/x\n", .space, 11),
    ("https://h:99999/x", .port("99999"), 9), ("https://h:x/", .port("x"), 9),
    ("https://a!b/x", .host("a!b"), 9), ("file://", .noPath, 7),
    ("https://[::1/x", .host("[::1"), 8),
  ])
  func textsThatAreNoURL(_ text: String, _ cause: SourceURLError.Cause, _ offset: Int) {
    let error = #expect(throws: SourceURLError.self) { try SourceURL(text) }
    #expect(error?.cause == cause)
    #expect(error?.offset == offset)
  }

  @Test func aMistypedSchemeIsSuggested() {
    let error = #expect(throws: SourceURLError.self) { try SourceURL("htps://h/x") }
    #expect(error?.remedy == "did you mean 'https'?")
  }
}
