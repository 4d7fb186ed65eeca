import RecipeModel

/// What must hold for a line: the selector behind it, and the `{% if %}` around it.
struct V0LineSelector: Hashable {
  struct Part: Hashable {
    /// In the language of selectors, or of Jinja.
    var text: String
    var condition: Condition
    var isJinja = false
  }

  /// Outer ones first.
  var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  var condition: Condition {
    parts.dropFirst().reduce(parts.first?.condition ?? .all([])) { $0 && $1.condition }
  }

  /// In `{% … %}` where it is Jinja.
  var text: String {
    let text =
      parts.count == 1 ? parts[0].text : parts.map { "(\($0.text))" }.joined(separator: " and ")
    return parts.contains(where: \.isJinja) ? "{% \(text) %}" : text
  }

  /// Without what holds around it anyway; nil where that is all.
  func without(_ known: [Part]) -> V0LineSelector? {
    let rest = parts.filter { !known.contains($0) }
    return rest.isEmpty ? nil : V0LineSelector(rest)
  }

  static func && (a: V0LineSelector, b: V0LineSelector?) -> V0LineSelector {
    guard let b else { return a }
    return V0LineSelector(a.parts + b.parts.filter { !a.parts.contains($0) })
  }
}
