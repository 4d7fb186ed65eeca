extension V1 {
  /// The name of a variant key. Dashes and dots count as underscores, but the spelling is kept for print.
  package struct VariantKey: Hashable, Sendable {
    package let spelling: String
    package let normalized: String

    package init(_ spelling: String) {
      self.spelling = spelling
      normalized = Self.normalized(spelling)
    }

    static func normalized(_ spelling: String) -> String {
      guard spelling.utf8.contains(where: { $0 == 0x2D || $0 == 0x2E }) else { return spelling }
      return String(
        decoding: spelling.utf8.map { $0 == 0x2D || $0 == 0x2E ? 0x5F : $0 }, as: UTF8.self)
    }

    package static func == (a: Self, b: Self) -> Bool { a.normalized == b.normalized }
    package func hash(into hasher: inout Hasher) { hasher.combine(normalized) }
  }
}

extension V1.VariantKey: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    V1.Value.byteOrder(a.normalized, b.normalized) == .before
  }
}
