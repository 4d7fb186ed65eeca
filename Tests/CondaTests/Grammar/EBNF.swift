import Foundation
import Testing

/// A grammar out of the Grammar folder: rules by name.
struct EBNF {
  indirect enum Expression {
    case terminal(String)
    case rule(String)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repeated(Expression)
  }

  private(set) var rules: [String: Expression] = [:]

  /// Several files make one grammar.
  init(files: [String]) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Grammar")
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      var reader = EBNFReader(tokens: try EBNFReader.tokens(of: text)[...])
      while let (name, expression) = try reader.rule() {
        try #require(rules.updateValue(expression, forKey: name) == nil, "two rules '\(name)'")
      }
    }
  }

  /// Names that are used and not defined.
  var undefined: Set<String> {
    Set(rules.values.flatMap(Self.names)).subtracting(rules.keys)
  }

  static func names(in expression: Expression) -> Set<String> {
    switch expression {
    case .terminal: []
    case .rule(let name): [name]
    case .sequence(let parts), .choice(let parts):
      Set(parts.flatMap(names))
    case .optional(let part), .repeated(let part): names(in: part)
    }
  }

  /// One sentence of a rule; the deeper, the shorter its parts.
  func sentence(of rule: String, with random: inout SplitMix, depth: Int = 0) -> String {
    rules[rule].map { derive($0, &random, depth + 1) } ?? ""
  }

  private func derive(_ expression: Expression, _ random: inout SplitMix, _ depth: Int) -> String {
    switch expression {
    case .terminal(let text): return text
    case .rule(let name): return sentence(of: name, with: &random, depth: depth)
    case .sequence(let parts): return parts.map { derive($0, &random, depth) }.joined()
    case .choice(let parts):
      // The first choice is the one that ends a recursion.
      return derive(depth > 12 ? parts[0] : random.pick(parts), &random, depth)
    case .optional(let part): return random.chance(40) ? derive(part, &random, depth) : ""
    case .repeated(let part):
      var text = ""
      while random.chance(depth > 8 ? 10 : 30), text.utf8.count < 12 {
        text += derive(part, &random, depth)
      }
      return text
    }
  }
}
