import RecipeModel
import YAML

/// References in the Jinja of `meta.yaml`.
enum V0Text {
  /// `box-{{ version }}`
  static func text(_ text: Text, buildNumber: String = "{{ PKG_BUILDNUM }}") -> String {
    text.resolved { $0 == .buildNumber ? buildNumber : "{{ \(reference($0)) }}" }
  }

  static func reference(_ reference: Reference) -> String {
    switch reference {
    case .version: "version"
    case .buildNumber: "PKG_BUILDNUM"
    case .hash: "PKG_HASH"
    case .targetPlatform: "target_platform"
    case .variant(let key): key.name
    case .digits(.python): "py"
    case .digits(let key): "\(key) | replace(\".\", \"\")"
    }
  }

  /// The tree with `${{ … }}` as Jinja, quoted where YAML needs it.
  static func jinja(in block: YAMLBlock) -> YAMLBlock {
    switch block {
    case .scalar(let text):
      guard text.text.contains("${{") else { return block }
      return .scalar(jinja(in: text))
    case .sequence(let items):
      return .sequence(items.map { .init(jinja(in: $0.value), trivia: $0.trivia) })
    case .mapping(let entries):
      return .mapping(
        entries.map { .init(jinja(in: $0.key), jinja(in: $0.value), trivia: $0.trivia) })
    }
  }

  private static func jinja(in text: YAMLText) -> YAMLText {
    guard text.text.contains("${{") else { return text }
    let parts = parts(of: text.text)
    let plain = parts.map { $0.isExpression ? "x" : $0.text }.joined()
    let shown = parts.map { $0.isExpression ? "{{ \($0.text) }}" : $0.text }.joined()
    if plain.contains("\n") { return YAMLText(shown, style: .literal) }
    let isSafe =
      plain.utf8.last != UInt8(ascii: "]") && PlainText.isSafe("x" + plain)
      && (parts.first?.isExpression == true || PlainText.isSafe(plain))
      && !startsLikeWindows(parts)
    if isSafe { return YAMLText(shown, style: .verbatim) }
    let quoted = parts.map { part in
      part.isExpression
        ? "{{ \(part.text) }}"
        : part.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
          .replacing("\t", with: "\\t")
    }
    return YAMLText("\"\(quoted.joined())\"", style: .verbatim)
  }

  /// conda-build has `%PYTHON%` for variables of the script, and YAML no value that begins so.
  private static func startsLikeWindows(_ parts: [(text: String, isExpression: Bool)]) -> Bool {
    guard let first = parts.first, first.isExpression, parts.count > 1 else { return false }
    return first.text.allSatisfy { $0.isUppercase || $0 == "_" }
  }

  private static func parts(of text: String) -> [(text: String, isExpression: Bool)] {
    var parts: [(text: String, isExpression: Bool)] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      var before = rest[..<open.lowerBound]
      if before.hasSuffix("$") { before = before.dropLast() }
      if !before.isEmpty { parts.append((String(before), false)) }
      var inner = rest[open.upperBound..<close.lowerBound]
      while inner.first == " " { inner = inner.dropFirst() }
      while inner.last == " " { inner = inner.dropLast() }
      parts.append((V0Names.renamed(String(inner)), true))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { parts.append((String(rest), false)) }
    return parts
  }

  /// `{% set name = value %}`; a block of Jinja around it is the caller's.
  static func assignment(_ entry: RecipeValue.Entry) -> String {
    // Lines that stay as they are.
    if entry.key.isEmpty, case .string(let text) = entry.value { return text }
    guard let (condition, isJinja, value) = entry.value.selected else {
      return "{% set \(entry.key) = \(literal(entry.value)) %}"
    }
    let set = "{% set \(entry.key) = \(literal(value)) %}"
    return isJinja ? set : "\(set)  # [\(condition)]"
  }

  private static func literal(_ value: RecipeValue) -> String {
    switch value {
    case .plain(let text):
      return text == "true" ? "True" : text == "false" ? "False" : text
    case .string(let text):
      let terms = parts(of: text).map { $0.isExpression ? $0.text : quoted($0.text) }
      guard terms.count > 1 else { return terms.first ?? "\"\"" }
      return terms.map { $0.contains(" ") && !$0.hasPrefix("\"") ? "(\($0))" : $0 }
        .joined(separator: " ~ ")
    case .list(let items): return "[\(items.map(literal).joined(separator: ", "))]"
    case .map(let entries):
      let pairs = entries.map { "\(quoted($0.key)): \(literal($0.value))" }
      return "{\(pairs.joined(separator: ", "))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped.replacing("\n", with: "\\n"))\""
  }
}
