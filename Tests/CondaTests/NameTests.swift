import Conda
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    "numpy", "a", "0", "_", "_openmp_mutex", "__cuda", "__unix", "libgenn-cuda", "a.b-c_d", "a_",
    "7zip",
  ])
  func namesThatCEP26Allows(_ text: String) throws {
    #expect(try PackageName(text).text == text)
    #expect(try PackageName(text).isVirtual == text.hasPrefix("__"))
  }

  @Test(arguments: [
    ("", 0), ("Numpy", 0), ("-a", 0), (".a", 0), ("a--b", 2), ("a._b", 2), ("a b", 1), ("__", 0),
    ("___a", 2), ("a/b", 1), ("größe", 2), ("a__b", 2), ("_-a", -1),
  ])
  func namesThatItDoesNot(_ text: String, _ offset: Int) {
    // CEP 26's expression lets one separator follow the first character, whatever that is.
    guard offset >= 0 else {
      #expect(throws: Never.self) { try PackageName(text) }
      return
    }
    let error = #expect(throws: PackageNameError.self) { try PackageName(text) }
    #expect(error?.offset == offset)
  }

  @Test func namesHaveALongestLength() {
    #expect(throws: Never.self) { try PackageName(String(repeating: "a", count: 64)) }
    let error = #expect(throws: PackageNameError.self) {
      try PackageName(String(repeating: "a", count: 65))
    }
    #expect(error?.cause == .tooLong(65))
  }

  @Test func capitalsHaveARemedy() {
    let error = #expect(throws: PackageNameError.self) { try PackageName("PyGeNN") }
    #expect(error?.remedy == "write 'pygenn'")
  }

  @Test(arguments: [
    ("py312h1234567_0", 0), ("h0_17", 17), ("cuda.12+x", nil), ("3", 3), ("a3", nil),
  ])
  func builds(_ text: String, _ number: Int?) throws {
    #expect(try BuildString(text).number == number)
  }

  @Test(arguments: ["", "py-0", "a b", "ü", String(repeating: "a", count: 65)])
  func textsThatAreNoBuild(_ text: String) {
    #expect(throws: BuildStringError.self) { try BuildString(text) }
  }
}
