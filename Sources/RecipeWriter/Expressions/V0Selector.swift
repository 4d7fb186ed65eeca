import Conda
import RecipeModel

/// Conditions in the selectors of `meta.yaml`: the Python without brackets that conda-build allows there.
struct V0Selector {
  /// The values of keys that the recipe decides: a comparison names those that meet it.
  var ownValues: [VariantKey: [String]] = [:]

  func comment(_ conditions: [Condition]) -> String? {
    conditions.isEmpty ? nil : "[\(expression(conditions))]"
  }

  /// All of them hold.
  func expression(_ conditions: [Condition]) -> String {
    expression(conditions.reduce(.all([])) { $0 && $1 }.normalized)
  }

  /// `known` already holds where the expression stands.
  private func expression(_ condition: Condition, known: [Condition] = []) -> String {
    switch condition {
    case .platform(let group): return group.rawValue
    case .crossBuild: return "build_platform != target_platform"
    case .value(let key, "None"): return "\(orNone(key)) == \"None\""
    case .value(let key, let text): return "\(key) == \(V0Selector.quoted(text))"
    case .version(.python, let relation, let version) where digits(version) != nil:
      return "py \(relation.rawValue) \(digits(version) ?? "")"
    case .version(let key, let relation, let version):
      if let values = ownValues[key] { return membership(key, values, relation, version) }
      let isSet = !Condition.value(key, is: "None")
      let test = comparison(key, relation, version)
      return known.contains(isSet) ? test : "\(expression(isSet)) and \(test)"
    case .expression(let text), .selector(let text): return text
    case .not(.value(let key, "None")): return "\(orNone(key)) != \"None\""
    case .not(.value(let key, let text)): return "\(key) != \(V0Selector.quoted(text))"
    case .not(.crossBuild): return "build_platform == target_platform"
    case .not(.version(.python, let relation, let version)) where digits(version) != nil:
      return expression(.version(.python, relation.negated, version))
    case .not(let inner): return "not \(parenthesized(inner, known: known))"
    case .all(let parts):
      var known = known
      return parts.map { part in
        defer { known.append(part) }
        switch part {
        case .any, .expression, .selector: return "(\(expression(part, known: known)))"
        default: return expression(part, known: known)
        }
      }.joined(separator: " and ")
    case .any(let parts):
      return parts.map { parenthesized($0, known: known) }.joined(separator: " or ")
    }
  }

  private func parenthesized(_ condition: Condition, known: [Condition]) -> String {
    switch condition {
    case .platform, .value, .not(.value), .not(.platform), .version(.python, _, _):
      expression(condition, known: known)
    default: "(\(expression(condition, known: known)))"
    }
  }

  /// An unknown name is `False` in a selector, which is not `"None"`.
  private func orNone(_ key: VariantKey) -> String { "(\(key) or \"None\")" }

  /// `3.10` → `310`, conda-build's `py`.
  private func digits(_ version: String) -> String? {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    return parts.count == 2 ? "\(parts[0])\(parts[1])" : nil
  }

  /// Numbers, never texts, which put 9 after 12. A whole number compares right as a float with any version;
  /// for others both parts are taken out of the text, without the brackets that a selector can't have.
  private func comparison(
    _ key: VariantKey, _ relation: VersionRelation, _ version: String
  ) -> String {
    let parts = V0Selector.numbers(version)
    if parts.dropFirst().allSatisfy({ $0 == 0 }) {
      return "float(\(key)) \(relation.rawValue) \(parts.first ?? 0)"
    }
    let pair = "dict((\(key).split(\".\"),))"
    let value = ["keys", "values"].map { "int(\"\".join(\(pair).\($0)()))" }
    return "(\(value.joined(separator: ", "))) \(relation.rawValue) (\(parts[0]), \(parts[1]))"
  }

  private func membership(
    _ key: VariantKey, _ values: [String], _ relation: VersionRelation, _ version: String
  ) -> String {
    let met = values.filter {
      Condition.version(key, relation, version)
        .holds(in: VariantContext(platform: .linux64, values: [key: $0]))
    }
    if met.isEmpty { return "False" }
    let texts = met.map(V0Selector.quoted)
    return met.count == 1
      ? "\(key) == \(texts[0])" : "\(key) in (\(texts.joined(separator: ", ")))"
  }

  /// The parts of a plain version.
  static func numbers(_ version: String) -> [Int] {
    version.split(separator: ".").map { Int($0) ?? 0 }
  }

  static func quoted(_ text: String) -> String {
    text.contains("\"") ? "'\(text)'" : "\"\(text)\""
  }
}
