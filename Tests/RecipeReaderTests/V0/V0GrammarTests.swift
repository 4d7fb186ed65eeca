import Grammars
import RecipeReader
import Testing

/// The grammars of selectors and templates, and their parsers, say the same.
@Suite struct V0GrammarTests {
  private static let tokens: [String: [String]] = [
    "name": ["linux", "py", "mpi", "a_b", "x86_64"],
    "number": ["0", "7", "311", "12.9"],
    "text": ["'a'", "\"None\"", "''"],
    "plain": ["text", "- item", "key:"],
  ]

  private func selectors() throws -> Grammar {
    try Grammar(files: ["Selector.ebnf"]).replacing(Self.tokens)
  }

  private func templates() throws -> Grammar {
    try Grammar(files: ["Jinja.ebnf"]).replacing(Self.tokens)
  }

  private func sentence(_ grammar: Grammar, _ rule: String, _ random: inout SplitMix) -> [String] {
    grammar.tokens(of: rule, depth: 20, with: &random)
  }

  private func isSelector(_ words: [String], _ grammar: Grammar) -> Bool {
    var recogniser = GrammarRecogniser(
      grammar, tokens: words, lexicalRules: [], tokenize: { [$0] })
    return recogniser.recognises(as: "selector")
  }

  @Test func everyRuleIsDefinedAndUsed() throws {
    for (file, start) in [("Selector.ebnf", "selector"), ("Jinja.ebnf", "template")] {
      let grammar = try Grammar(files: [file])
      #expect(grammar.undefined.subtracting(Self.tokens.keys).isSubset(of: ["character"]))
      #expect(Set(grammar.rules.keys).subtracting(grammar.used).isSubset(of: [start]))
    }
  }

  @Test func selectorsOfTheGrammarAreRead() throws {
    let grammar = try selectors()
    var random = SplitMix(seed: 3)
    for _ in 0..<700 {
      let words = sentence(grammar, "selector", &random)
      guard words.count < 150 else { continue }
      let text = words.joined(separator: " ")
      #expect(throws: Never.self, "\(text)") { try SelectorExpression(text) }
    }
  }

  /// Words are dropped, doubled, swapped and replaced.
  @Test func changedSelectorsAreReadWhereTheGrammarMakesThem() throws {
    let grammar = try selectors()
    let vocabulary = [
      "and", "or", "not", "in", "is", "if", "else", "(", ")", "[", "]", "{", "}", ",", ":", ".",
      "==", "<", "+", "-", "/", "%", "True", "None", "int", "len", "lower", "split",
      "linux", "py", "mpi", "0", "12.9", "'a'", "\"None\"",
    ]
    var random = SplitMix(seed: 5)
    var counts = (read: 0, refused: 0)
    for _ in 0..<2000 {
      var words = sentence(grammar, "selector", &random)
      guard words.count < 40, !words.isEmpty else { continue }
      for _ in 0...random.below(2) where !words.isEmpty {
        let index = random.below(words.count)
        switch random.below(4) {
        case 0: words.remove(at: index)
        case 1: words.insert(words[index], at: index)
        case 2: words.swapAt(index, random.below(words.count))
        default: words[index] = random.pick(vocabulary)
        }
      }
      let text = words.joined(separator: " ")
      let isRead = (try? SelectorExpression(text)) != nil
      // Attributes and functions are names as well where no call or dot makes them special.
      let plain = words.indices.map { Self.asName(words, $0) }
      #expect(isRead == isSelector(plain, grammar), "\(text)")
      if isRead { counts.read += 1 } else { counts.refused += 1 }
    }
    #expect(counts.read > 150 && counts.refused > 150, "\(counts)")
  }

  private static func asName(_ words: [String], _ index: Int) -> String {
    let attributes: Set = [
      "startswith", "endswith", "index", "lower", "upper", "strip", "split", "rsplit", "join",
      "replace", "get", "items", "keys", "values", "environ", "getenv", "pathsep", "sep",
    ]
    let functions: Set = ["int", "float", "len", "str", "list", "dict", "tuple"]
    let word = words[index]
    let isAttribute = index > 0 && words[index - 1] == "."
    let isCalled = index + 1 < words.count && words[index + 1] == "("
    if attributes.contains(word), !isAttribute { return "linux" }
    if functions.contains(word), !isCalled, !isAttribute { return "linux" }
    return word
  }

  @Test func templatesOfTheGrammarAreRead() throws {
    let grammar = try templates()
    var random = SplitMix(seed: 9)
    for _ in 0..<700 {
      let words = sentence(grammar, "template", &random)
      guard words.count < 400, !Self.hasOperandOfTest(words) else { continue }
      let text = words.joined(separator: " ")
      #expect(throws: Never.self, "\(text)") { try JinjaTemplate(Array(text.utf8)) }
    }
  }

  /// Whether something stands behind a test that is an operand to jinja2.
  private static func hasOperandOfTest(_ words: [String]) -> Bool {
    words.indices.contains { index in
      guard words[index] == "is" else { return false }
      let name = index + 1 < words.count && words[index + 1] == "not" ? index + 2 : index + 1
      guard name + 1 < words.count else { return false }
      let next = words[name + 1]
      let isValue = next.first.map { $0.isLetter || $0.isNumber || "'\"[{".contains($0) } ?? false
      return isValue && !["and", "or", "else", "{%", "{{"].contains(next)
    }
  }

  @Test func changedTemplatesDoNotCrash() throws {
    let grammar = try templates()
    var random = SplitMix(seed: 13)
    for _ in 0..<700 {
      var words = sentence(grammar, "statement", &random)
      guard words.count < 200, words.count > 2 else { continue }
      words.swapAt(random.below(words.count), random.below(words.count))
      words.remove(at: random.below(words.count))
      let text = words.joined(separator: " ")
      if let template = try? JinjaTemplate(Array(text.utf8)) {
        _ = try? template.rendered(with: JinjaContext())
      }
    }
  }
}
