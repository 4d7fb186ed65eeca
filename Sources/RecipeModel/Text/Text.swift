/// Text with references that each format resolves in its own way: `foo-${{ version }}.tar.gz`.
package struct Text: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case literal(String)
    case reference(Reference)
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }
  package init(_ literal: String) { parts = [.literal(literal)] }

  /// The text when nothing in it refers to anything.
  package var literal: String? {
    var text = ""
    for part in parts {
      guard case .literal(let piece) = part else { return nil }
      text += piece
    }
    return text
  }

  package var references: [Reference] {
    parts.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }

  /// The variant keys that decide it.
  package var keys: Set<VariantKey> {
    references.reduce(into: []) { keys, reference in
      if let key = reference.key { keys.insert(key) }
    }
  }

  package func resolved(_ value: (Reference) -> String) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let piece): text += piece
      case .reference(let reference): text += value(reference)
      }
    }
  }
}

extension Text: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
