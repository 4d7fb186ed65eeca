import RecipeModel

/// Variables as `recipe.yaml` has them: each once, with a value for every build.
enum V1Context {
  /// What is assigned again, or for some builds only, becomes a choice. Where a value reads the variable
  /// as it was, the earlier one goes on under a name of its own.
  static func folded(_ entries: [RecipeValue.Entry]) -> [RecipeValue.Entry] {
    var result: [RecipeValue.Entry] = []
    for (index, entry) in entries.enumerated() where !entry.key.isEmpty {
      let before = result.firstIndex { $0.key == entry.key }
      let assigned = entry.value.selected
      guard before != nil || assigned != nil else {
        result.append(entry)
        continue
      }
      var name: String?
      var otherwise = "\"\""
      if let before {
        let isLast = !entries[(index + 1)...].contains { $0.key == entry.key }
        let old = "\(entry.key)_before\(isLast ? "" : String(index))"
        let value = expression(result[before].value)
        if reads(entry.value, entry.key) || value == nil {
          result[before].key = old
          name = old
          otherwise = old
        } else {
          otherwise = value ?? ""
          result.remove(at: before)
        }
      }
      let value = assigned?.value ?? entry.value
      guard var then = expression(value) else {
        result.append(RecipeValue.Entry(entry.key, value))
        continue
      }
      if let name { then = replaced(entry.key, by: name, in: then) }
      let text = assigned.map { "\(then) if \($0.condition) else \(otherwise)" } ?? then
      result.append(RecipeValue.Entry(entry.key, .string("${{ \(text) }}")))
    }
    return result
  }

  /// A value as a term; nil for lists and mappings.
  private static func expression(_ value: RecipeValue) -> String? {
    switch value {
    case .plain(let text): return text
    case .string(let text):
      guard text.contains("${{") else { return V1Expression.quoted(text) }
      guard text.hasPrefix("${{"), text.hasSuffix("}}"),
        text.dropFirst(3).firstRange(of: "${{") == nil
      else { return nil }
      let inner = text.dropFirst(3).dropLast(2).drop { $0 == " " }
      return "(\(String(inner.reversed().drop { $0 == " " }.reversed())))"
    case .list, .map: return nil
    }
  }

  private static func reads(_ value: RecipeValue, _ name: String) -> Bool {
    guard let text = expression(value.selected?.value ?? value) else { return false }
    return Condition.expression(text).keys.contains(VariantKey(name))
  }

  /// The name outside of quotes, as a whole word.
  private static func replaced(_ name: String, by other: String, in text: String) -> String {
    var result = ""
    var word = ""
    var quote: Character?
    for character in text + " " {
      if quote == nil, character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      result += word == name ? other : word
      word = ""
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      result.append(character)
    }
    return String(result.dropLast())
  }
}
