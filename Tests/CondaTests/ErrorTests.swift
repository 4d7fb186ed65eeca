import Conda
import Testing

/// Where errors are, what they say and what to do about them.
@Suite struct ErrorTests {
  @Test(arguments: [
    ("", 0), ("1..2", 2), ("1.2+", 4), ("a!1", 0), ("1!2!3", 3), ("1+a+b", 3), ("1.2,3", 3),
    ("1.2_-3", 4), (" 1,2", 2), ("1.é", 2), ("1!", 2),
  ])
  func placesInVersions(_ text: String, _ offset: Int) {
    let error = #expect(throws: VersionError.self) { try Version(text) }
    #expect(error?.offset == offset)
    #expect(error?.remedy != nil)
  }

  @Test(arguments: [
    ("", 0), ("1..2", 2), ("1.2+", 4), ("a!1", 1), ("1!2!3", 3), ("1+a+b", 3), ("1.2,3", 3),
    ("1.2_-3", 4), (" 1.2", 0), ("1.é", 2), ("1.2#", 3), ("18446744073709551616", 20),
  ])
  func placesInVersionsForRattler(_ text: String, _ offset: Int) {
    let error = #expect(throws: VersionError.self) { try Version(text, dialect: .rattler) }
    #expect(error?.offset == offset)
  }

  @Test(arguments: [
    (">=1.2,", Dialect.conda, 6), (">=1.2,", .rattler, 6), (">=1,<2..3", .conda, 7),
    (">=1,<2..3", .rattler, 7), ("=>1.2", .conda, 0), ("=>1.2", .rattler, 0), ("(>=1", .rattler, 4),
    (">=1)", .rattler, 3), (">=1, ~=2", .conda, 7), ("1|1.2.*.3", .rattler, 2),
    ("1.2 x", .rattler, 3),
  ])
  func placesInVersionSpecs(_ text: String, _ dialect: Dialect, _ offset: Int) {
    let error = #expect(throws: VersionSpecError.self) { try VersionSpec(text, dialect: dialect) }
    #expect(error?.offset == offset)
    #expect(error?.remedy != nil)
  }

  @Test func aBareVersionIsAnErrorInRecipes() {
    let error = #expect(throws: MatchSpecError.self) {
      try MatchSpec("cuda-version 12.9", dialect: .rattlerStrict)
    }
    #expect(error?.message == "missing range specifier for '12.9'")
    #expect(error?.remedy == "write '==12.9' or '12.9.*'")
    #expect(error?.offset == 13)
    #expect(
      "\(error.map(String.init(describing:)) ?? "")".hasSuffix("'; write '==12.9' or '12.9.*'"))
  }

  @Test(arguments: [
    ("box@1", Dialect.conda, 3), ("box@1", .rattler, 3), ("box >=1,<2..3", .rattler, 11),
    ("box >=1,<2..3", .conda, 11), ("box[nosuch=1]", .conda, 4), ("box[nosuch=1]", .rattler, 4),
    ("box[version]", .rattler, 11), ("box[md5=abc]", .rattler, 8), (" >=1", .rattler, 1),
    ("box 1.2=h0", .rattlerStrict, 7), ("box[build_number=a]", .rattler, 17),
    ("box[version='>=1'] [build=x]", .rattler, 3), ("a; if b", .rattler, 1),
    ("a >=1 *[version='>2']", .rattlerStrict, 2), ("a[fn=x, fn=y]", .rattlerStrict, 8),
  ])
  func placesInMatchSpecs(_ text: String, _ dialect: Dialect, _ offset: Int) {
    let error = #expect(throws: MatchSpecError.self) { try MatchSpec(text, dialect: dialect) }
    #expect(error?.offset == offset)
    #expect(error?.remedy != nil)
  }

  @Test func fieldsAreSuggested() {
    let error = #expect(throws: MatchSpecError.self) {
      try MatchSpec("box[biuld=x]", dialect: .rattler)
    }
    #expect(error?.remedy == "did you mean 'build'?")
  }
}
