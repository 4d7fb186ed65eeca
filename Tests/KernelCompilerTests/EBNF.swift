/// A grammar in ISO/IEC 14977's notation, which can make up sentences.
///
/// Rules in capitals are words: their parts follow each other without blanks.
struct EBNF {
  indirect enum Part {
    case terminal(String)
    case rule(String)
    case sequence([Part])
    case choice([Part])
    case optional(Part)
    case repeated(Part)
  }

  struct Malformed: Error {
    var message: String
  }

  private(set) var rules: [String: Part] = [:]
  private var costs: [String: Int] = [:]

  init(_ text: String) throws {
    var tokens = try Self.tokens(text)[...]
    while let name = tokens.popFirst() {
      try Self.expect("=", &tokens)
      rules[name] = try Self.choice(&tokens)
      try Self.expect(";", &tokens)
    }
    for part in rules.values { try check(part) }
    // Costs get smaller until none does any more.
    var before: [String: Int] = [:]
    repeat {
      before = costs
      costs = rules.mapValues { cost($0) }
    } while before != costs
  }

  /// The terminals of all rules that are not words themselves.
  var words: Set<String> {
    var words: Set<String> = []
    for (name, part) in rules where !Self.isWord(name) { Self.collect(part, &words) }
    return words
  }

  func sentence(_ rule: String, _ random: inout SplitMix) -> String {
    text(.rule(rule), depth: 0, inWord: false, &random)
  }

  private static func isWord(_ rule: String) -> Bool { rule == rule.uppercased() }

  /// The deeper it gets, the shorter become choices and repetitions, so that sentences end.
  private func text(
    _ part: Part, depth: Int, inWord: Bool, _ random: inout SplitMix
  ) -> String {
    let next = depth + 1
    switch part {
    case .terminal(let text): return text
    case .rule(let name):
      guard let rule = rules[name] else { return "" }
      var word = text(rule, depth: next, inWord: inWord || Self.isWord(name), &random)
      // A name that is also a keyword would change the sentence.
      if name == "NAME" { word += "_" }
      return word
    case .sequence(let parts):
      return parts.map { text($0, depth: next, inWord: inWord, &random) }
        .filter { !$0.isEmpty }.joined(separator: inWord ? "" : " ")
    case .choice(let parts):
      let deep = depth > 60 ? parts.min { cost($0) < cost($1) } : nil
      guard let chosen = deep ?? parts.randomElement(using: &random) else { return "" }
      return text(chosen, depth: next, inWord: inWord, &random)
    case .optional(let inner):
      let wanted = depth < 60 && Int.random(in: 0..<4, using: &random) == 0
      return wanted ? text(inner, depth: next, inWord: inWord, &random) : ""
    case .repeated(let inner):
      let most = depth < 3 ? 6 : depth < 60 ? 1 : 0
      let count = depth > 5 && Int.random(in: 0..<3, using: &random) > 0 ? 0 : most
      return (0..<Int.random(in: 0...count, using: &random))
        .map { _ in text(inner, depth: next, inWord: inWord, &random) }
        .joined(separator: inWord ? "" : " ")
    }
  }

  /// How many rules lie, at least, between a part and its shortest text.
  private func cost(_ part: Part) -> Int {
    switch part {
    case .terminal, .optional, .repeated: 0
    case .rule(let name): 1 + (costs[name] ?? 1000)
    case .sequence(let parts): parts.map { cost($0) }.max() ?? 0
    case .choice(let parts): parts.map { cost($0) }.min() ?? 0
    }
  }

  private static func collect(_ part: Part, _ words: inout Set<String>) {
    switch part {
    case .terminal(let word): words.insert(word)
    case .rule: break
    case .sequence(let parts), .choice(let parts): for part in parts { collect(part, &words) }
    case .optional(let inner), .repeated(let inner): collect(inner, &words)
    }
  }

  private func check(_ part: Part) throws {
    switch part {
    case .terminal: break
    case .rule(let name):
      if rules[name] == nil { throw Malformed(message: "no rule is named '\(name)'") }
    case .sequence(let parts), .choice(let parts): for part in parts { try check(part) }
    case .optional(let inner), .repeated(let inner): try check(inner)
    }
  }
}

extension EBNF {
  private static func tokens(_ text: String) throws -> [String] {
    var tokens: [String] = []
    var rest = Substring(text)
    while let character = rest.first {
      if rest.hasPrefix("(*") {
        guard let end = rest.firstRange(of: "*)") else { throw Malformed(message: "open comment") }
        rest = rest[end.upperBound...]
      } else if character.isWhitespace {
        rest.removeFirst()
      } else if character == "\"" {
        rest.removeFirst()
        let word = rest.prefix { $0 != "\"" }
        tokens.append("\"" + word)
        rest = rest[word.endIndex...].dropFirst()
      } else if character.isLetter {
        let name = rest.prefix { $0.isLetter || $0 == "_" }
        tokens.append(String(name))
        rest = rest[name.endIndex...]
      } else {
        tokens.append(String(rest.removeFirst()))
      }
    }
    return tokens
  }

  private static func expect(_ sign: String, _ tokens: inout ArraySlice<String>) throws {
    guard tokens.popFirst() == sign else {
      throw Malformed(message: "'\(sign)' is missing before \(tokens.prefix(5))")
    }
  }

  private static func choice(_ tokens: inout ArraySlice<String>) throws -> Part {
    var parts = [try sequence(&tokens)]
    while tokens.first == "|" {
      tokens.removeFirst()
      parts.append(try sequence(&tokens))
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private static func sequence(_ tokens: inout ArraySlice<String>) throws -> Part {
    var parts = [try single(&tokens)]
    while tokens.first == "," {
      tokens.removeFirst()
      parts.append(try single(&tokens))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private static func single(_ tokens: inout ArraySlice<String>) throws -> Part {
    guard let token = tokens.popFirst() else { throw Malformed(message: "a rule ends too early") }
    let closing = ["(": ")", "[": "]", "{": "}"][token]
    if let closing {
      let inner = try choice(&tokens)
      try expect(closing, &tokens)
      return token == "[" ? .optional(inner) : token == "{" ? .repeated(inner) : inner
    }
    return token.first == "\"" ? .terminal(String(token.dropFirst())) : .rule(token)
  }
}
