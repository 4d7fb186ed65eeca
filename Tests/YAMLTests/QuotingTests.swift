import Testing
import YAML

@Suite struct QuotingTests {
  private static func written(_ block: YAMLBlock, _ style: YAMLWriter.Style = .recipe) -> String {
    String(YAMLWriter(style).text(of: block).dropLast())
  }

  @Test(arguments: [
    "python", "numpy >=1.21", "a:b", "http://x.org/a#b", "${{ compiler('c') }}", "-x", ":x", "?x",
    "3.10.*", "1.2.3", "12.9.", "lib/a.so", "a, b", "x[y]", "a {b}", "--flag", "<2", "=1.0", "~x",
    "été", "nope", "2001-1-1x", "0b2", "08x", "1:2:x", "$PREFIX", "a'b", "a\"b", "100%", "e@x",
  ])
  func staysPlain(text: String) {
    #expect(Self.written(.string(text)) == text)
  }

  @Test(arguments: [
    "", " a", "a ", "a: b", "a:", "a #b", "- a", "-", "? a", ":", ": a", ">=3", "*", "*.so", "&a",
    "!a", "|", "%a", "@a", "`a", "[a]", "{a}", "{{ x }}", ",a", "#a", "'a'", "---", "--- a", "...",
    "${{ x }}: y", "3.10", "12.9", "12", "-1", "+1", "010", "0o7", "0x1F", "0b1", "1_000", "1e3",
    "1.0e+3", "1.", ".5", "-.5", ".inf", "-.INF", ".nan", "nan", "inf", "Infinity", "190:20:30",
    "1:30.5", "2001-12-14", "2001-12-14T21:59:43Z", "2001-1-4 1:02:03", "yes", "No", "ON", "off",
    "y", "N", "true", "False", "null", "NULL", "~", "=", "<<", "0x_", "08", "1e400",
  ])
  func isQuoted(text: String) {
    let quoted = text.contains("\"") ? "" : "\"\(text)\""
    #expect(Self.written(.string(text)) == quoted)
    #expect(Self.written(.mapping([.init(YAMLText(text), 1)])) == quoted + ": 1")
  }

  @Test(arguments: [
    ("a\tb", #""a\tb""#), ("[\\ \"", #""[\\ \"""#), ("a\r\nb", #""a\r\nb""#),
    ("\u{0}\u{1B}\u{85}\u{A0}", #""\x00\x1B\x85\xA0""#),
    ("\u{2028}\u{FEFF}\u{FFFE}\u{10FFFF}", #""\u2028\uFEFF\uFFFE\U0010FFFF""#),
  ])
  func escapes(text: String, written: String) {
    #expect(Self.written(.string(text)) == written)
  }

  @Test func stylesAreKeptWhereTheyCanBe() {
    #expect(Self.written(.string("it's", style: .single)) == "'it''s'")
    #expect(Self.written(.string("a\tb", style: .single)) == #""a\tb""#)
    #expect(Self.written(.string("a", style: .double)) == #""a""#)
    #expect(Self.written(.verbatim("{{ compiler('c') }}")) == "{{ compiler('c') }}")
    #expect(Self.written(.verbatim("a\nb: 1")) == #""a\nb: 1""#)
    #expect(Self.written(.string("\n", style: .literal)) == #""\n""#)
  }

  /// conda-build cuts these lines off as selectors; `\x23` is the same text to YAML.
  @Test func bracketsAreGuardedWhereSelectorsExist() {
    #expect(Self.written("jax[cuda]", .metaYAML) == #""jax[cuda]""#)
    #expect(Self.written("jax[cuda]", .recipe) == "jax[cuda]")
    #expect(Self.written("a # [win]", .config) == #""a \x23 [win]""#)
    #expect(Self.written(.string("a # [win]", style: .single), .metaYAML) == #""a \x23 [win]""#)
    #expect(Self.written("a[0]\nb\n", .metaYAML) == #""a[0]\nb\n""#)
    #expect(Self.written("a # [win]", .recipe) == #""a # [win]""#)
  }
}
