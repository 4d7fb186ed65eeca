import Foundation

/// A grammar out of the Grammar folder: rules by name, in ISO 14977's notation.
package struct Grammar {
  package indirect enum Expression {
    case terminal(String)
    case rule(String)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repeated(Expression)
    /// `word - reserved`: what the first makes and the second doesn't list.
    case except(Expression, Expression)
    /// `? in words ?`: a condition on what follows.
    case special(String)
  }

  package private(set) var rules: [String: Expression] = [:]

  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  /// Several files make one grammar.
  package init(files: [String]) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Grammar")
    for file in files {
      var reader = try GrammarReader(
        String(contentsOf: folder.appending(path: file), encoding: .utf8))
      while let (name, expression) = try reader.rule() {
        guard rules.updateValue(expression, forKey: name) == nil else {
          throw Problem(description: "\(file) has two rules '\(name)'")
        }
      }
    }
  }

  /// Puts some texts in the place of rules, so that sentences are about things that there are.
  package func replacing(_ texts: [String: [String]]) -> Grammar {
    var grammar = self
    for (rule, texts) in texts { grammar.rules[rule] = .choice(texts.map { .terminal($0) }) }
    return grammar
  }

  /// Names that are used and not defined.
  package var undefined: Set<String> { used.subtracting(rules.keys) }

  /// Names that are used anywhere.
  package var used: Set<String> { Set(rules.values.flatMap(Self.names)) }

  /// The terminals that a rule can begin with or lists, as far as it is a list of them.
  package func terminals(of rule: String) -> Set<String> {
    rules[rule].map { Self.terminals(in: $0) } ?? []
  }

  /// The terminals of all rules but some.
  package func terminals(besides excluded: Set<String>) -> Set<String> {
    var all: Set<String> = []
    for (name, expression) in rules where !excluded.contains(name) {
      Self.collect(expression, &all)
    }
    return all
  }

  private static func collect(_ expression: Expression, _ all: inout Set<String>) {
    switch expression {
    case .terminal(let text): all.insert(text)
    case .rule, .special: break
    case .sequence(let parts), .choice(let parts): for part in parts { collect(part, &all) }
    case .optional(let part), .repeated(let part), .except(let part, _): collect(part, &all)
    }
  }

  private static func terminals(in expression: Expression) -> Set<String> {
    switch expression {
    case .terminal(let text): [text]
    case .choice(let parts): Set(parts.flatMap(terminals))
    default: []
    }
  }

  private static func names(in expression: Expression) -> Set<String> {
    switch expression {
    case .terminal, .special: []
    case .rule(let name): [name]
    case .sequence(let parts), .choice(let parts): Set(parts.flatMap(names))
    case .optional(let part), .repeated(let part): names(in: part)
    case .except(let part, let other): names(in: part).union(names(in: other))
    }
  }

  /// One sentence of a rule. What is said in words, and tokens that run together, may spoil it:
  /// a recogniser knows.
  package func sentence(of rule: String, with random: inout SplitMix) -> String {
    tokens(of: rule, with: &random).joined()
  }

  /// The terminals of one sentence, where each lexical rule's are one token.
  ///
  /// - Parameter depth: how many rules lie in each other before choices are made for a quick end;
  ///   long sentences make for theirs earlier.
  package func tokens(
    of rule: String, lexicalRules: Set<String> = [], depth: Int = 14, with random: inout SplitMix
  ) -> [String] {
    var tokens: [String] = []
    derive(.rule(rule), lexicalRules, depth, &random, into: &tokens)
    return tokens
  }

  private func derive(
    _ expression: Expression, _ lexicalRules: Set<String>, _ depth: Int, _ random: inout SplitMix,
    into tokens: inout [String]
  ) {
    let isShort = depth <= 0 || tokens.count > 40
    switch expression {
    case .terminal(let text): tokens.append(text)
    case .special: break
    case .rule(let name):
      guard let inner = rules[name] else { return }
      if lexicalRules.contains(name) {
        var letters: [String] = []
        derive(inner, [], depth - 1, &random, into: &letters)
        tokens.append(letters.joined())
      } else {
        derive(inner, lexicalRules, depth - 1, &random, into: &tokens)
      }
    case .sequence(let parts):
      for part in parts { derive(part, lexicalRules, depth, &random, into: &tokens) }
    case .choice(let parts):
      // The first choice is the one that ends a recursion.
      let part = isShort ? parts[0] : random.pick(parts)
      derive(part, lexicalRules, depth, &random, into: &tokens)
    case .optional(let part):
      guard !isShort, random.chance(30) else { return }
      derive(part, lexicalRules, depth, &random, into: &tokens)
    case .repeated(let part):
      let longest = tokens.count + 12
      while !isShort, random.chance(depth < 6 ? 10 : 25), tokens.count < longest {
        derive(part, lexicalRules, depth, &random, into: &tokens)
      }
    case .except(let part, let other):
      let excluded =
        if case .rule(let name) = other { terminals(of: name) } else {
          Self.terminals(in: other)
        }
      var text = ""
      repeat {
        var letters: [String] = []
        derive(part, [], depth, &random, into: &letters)
        text = letters.joined()
      } while excluded.contains(text)
      tokens.append(text)
    }
  }
}
