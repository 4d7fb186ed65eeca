import Conda

extension Condition {
  /// The same condition without parts that say nothing beside the others: repeated ones, and platforms
  /// that another part already narrows down.
  package var normalized: Condition {
    switch self {
    case .all(let parts):
      let parts = Condition.unique(parts.map(\.normalized).flatMap(\.conjuncts))
      let groups = parts.compactMap(\.group)
      let kept = parts.filter { part in
        part.group.map { group in !groups.contains { $0 != group && $0.isPartOf(group) } } ?? true
      }
      return kept.count == 1 ? kept[0] : .all(kept)
    case .any(let parts):
      let kept = Condition.unique(parts.map(\.normalized).flatMap(\.disjuncts))
      return kept.count == 1 ? kept[0] : .any(kept)
    case .not(let inner): return .not(inner.normalized)
    default: return self
    }
  }

  /// Whether it doesn't contradict itself, and any of the usual platforms leaves it open.
  package var isPossible: Bool {
    let parts = normalized.conjuncts
    return !parts.contains { parts.contains(!$0) }
      && Platform.usual.contains { decided(on: [$0]) != .never }
  }

  private var group: PlatformGroup? { if case .platform(let group) = self { group } else { nil } }

  private static func unique(_ parts: [Condition]) -> [Condition] {
    parts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension PlatformGroup {
  /// With platforms that are rare but tell groups apart: not all of `arm64` is macOS.
  private static let samples =
    Platform.usual + [Platform("win-arm64"), Platform("linux-ppc64le")]

  fileprivate func isPartOf(_ other: PlatformGroup) -> Bool {
    Self.samples.filter(contains).allSatisfy(other.contains)
  }
}
