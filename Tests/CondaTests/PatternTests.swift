import Testing

@testable import Conda

/// Answers of Python's `re.match`, except where the pattern is not supported.
@Suite struct PatternTests {
  @Test(arguments: [
    ("^1.2.*$", "1.2.3", true), ("^1.2.*$", "1x2", true), ("^1\\.2.*$", "1x2", false),
    ("^h0_[12]$", "h0_2", true), ("^h0_[^12]$", "h0_2", false), ("^[a-c0-9]+$", "b7", true),
    ("^(a|b)c$", "bc", true), ("^(?:a|b|)c$", "c", true), ("^a{2,3}$", "aaaa", false),
    ("^a{2,3}$", "aaa", true), ("^a{2}$", "aa", true), ("^a{,2}$", "", true),
    ("^a{2,}b$", "aaaab", true),
    ("^\\d+\\.\\w*$", "12.a_", true), ("^\\D$", "1", false), ("^a*?b+?$", "aab", true),
    ("^(?P<x>a)$", "a", true), ("^[]a]$", "]", true), ("^[a-]$", "-", true), ("^a{$", "a{", true),
    ("^x|y$", "yz", false), ("^$", "", true), ("^[\\d.]+$", "1.2", true), ("^\\*$", "*", true),
  ])
  func expressions(_ pattern: String, _ text: String, _ matches: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == matches)
  }

  @Test(arguments: [
    "^(a$", "^a)$", "^[a$", "^*$", "^a{3,2}$", "^(?=a)$", "^\\1$", "^\\b$", "^a++$", "^[b-a]$",
    "^(?P<1>a)$",
    "^a\\",
  ])
  func whatIsRefused(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }

  @Test func searchesBeginAnywhere() throws {
    #expect(try Pattern("^a|b$", beginsAnywhere: true).matches("xb"))
    #expect(try !Pattern("^a|b$").matches("xb"))
    #expect(try Pattern("^H0$", ignoresCase: true).matches("h0"))
  }

  @Test(arguments: [
    ("py*_cuda*", "py312_cuda12", true), ("py*_cuda*", "py312_cpu", false), ("*", "", true),
    ("*a*b", "xaxbxb", true), ("*a*b", "xaxbx", false), ("h?_*", "h0_1", true),
    ("h[01]_*", "h2_1", false),
    ("h[!01]_*", "h2_1", true), ("H0*", "h0_1", true),
  ])
  func globs(_ glob: String, _ text: String, _ matches: Bool) throws {
    #expect(try Glob(rattler: glob, ignoresCase: true).matches(text) == matches)
  }

  @Test(arguments: ["a**", "***", "[a*"]) func globsThatAreRefused(_ glob: String) {
    #expect(throws: PatternError.self) { try Glob(rattler: glob, ignoresCase: false) }
  }
}
