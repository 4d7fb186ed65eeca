/// Whether tokens are a sentence of a grammar, found out by trying everything.
///
/// It shares nothing with the parsers that it is to check, and may be as slow as it likes.
package struct GrammarRecogniser {
  let grammar: Grammar
  let tokens: [String]
  /// Cuts what stands in quotes in the grammar into tokens.
  let tokenize: (String) -> [String]
  /// Rules that make one token each, letter by letter.
  let lexicalRules: Set<String>
  /// Whether what is said in words holds before the token with this number.
  let holds: (_ condition: String, _ tokens: [String], _ index: Int) -> Bool
  private var known: [Key: Set<Int>] = [:]

  private struct Key: Hashable {
    let rule: String
    let start: Int
  }

  package init(
    _ grammar: Grammar, tokens: [String], lexicalRules: Set<String>,
    tokenize: @escaping (String) -> [String],
    holds: @escaping (_ condition: String, _ tokens: [String], _ index: Int) -> Bool = {
      _, _, _ in true
    }
  ) {
    self.grammar = grammar
    self.tokens = tokens
    self.lexicalRules = lexicalRules
    self.tokenize = tokenize
    self.holds = holds
  }

  package mutating func recognises(as rule: String) -> Bool {
    ends(of: .rule(rule), from: 0).contains(tokens.count)
  }

  /// Where each way to read the expression here can end.
  private mutating func ends(of expression: Grammar.Expression, from start: Int) -> Set<Int> {
    switch expression {
    case .terminal(let text):
      let wanted = tokenize(text)
      return tokens[start...].starts(with: wanted) ? [start + wanted.count] : []
    case .special(let condition): return holds(condition, tokens, start) ? [start] : []
    case .rule(let name): return ends(ofRule: name, from: start)
    case .sequence(let parts):
      return parts.reduce(into: [start]) { starts, part in
        var ends: Set<Int> = []
        for start in starts { ends.formUnion(self.ends(of: part, from: start)) }
        starts = ends
      }
    case .choice(let parts):
      var ends: Set<Int> = []
      for part in parts { ends.formUnion(self.ends(of: part, from: start)) }
      return ends
    case .optional(let part): return ends(of: part, from: start).union([start])
    case .repeated(let part):
      var all: Set<Int> = [start]
      var open = all
      while let next = open.popFirst() {
        for end in ends(of: part, from: next) where all.insert(end).inserted { open.insert(end) }
      }
      return all
    case .except(let part, let other):
      return ends(of: part, from: start).subtracting(ends(of: other, from: start))
    }
  }

  private mutating func ends(ofRule name: String, from start: Int) -> Set<Int> {
    let key = Key(rule: name, start: start)
    if let ends = known[key] { return ends }
    var ends: Set<Int> = []
    if lexicalRules.contains(name) {
      if start < tokens.count, isToken(tokens[start], of: name) { ends = [start + 1] }
    } else if let expression = grammar.rules[name] {
      ends = self.ends(of: expression, from: start)
    }
    known[key] = ends
    return ends
  }

  private func isToken(_ token: String, of rule: String) -> Bool {
    var letters = GrammarRecogniser(
      grammar, tokens: token.map(String.init), lexicalRules: [],
      tokenize: { $0.map(String.init) })
    return letters.recognises(as: rule)
  }
}
