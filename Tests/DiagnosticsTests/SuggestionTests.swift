import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("cuad", "cuda"), ("numppy", "numpy"), ("build_numer", "build_number"), ("CUDA", "cuda"),
    ("verison", "version"),
  ])
  func theNearest(_ name: String, _ expected: String) {
    let names = ["version", "build_number", "numpy", "cuda", "cudnn"]
    #expect(nearest(to: name, in: names) == expected)
  }

  @Test(arguments: ["", "xyz", "a-name-of-something-else"])
  func nothingIsNear(_ name: String) {
    #expect(nearest(to: name, in: ["version", "numpy"]) == nil)
  }

  @Test func swapsAreOneEdit() { #expect(Suggestion(for: "cuad", in: ["cuda"])?.distance == 1) }

  @Test func theSameIsNoEdit() { #expect(Suggestion(for: "a", in: ["b", "a"])?.distance == 0) }

  @Test func ofEqualsTheFirst() { #expect(nearest(to: "cuds", in: ["cuda", "cudb"]) == "cuda") }
}
