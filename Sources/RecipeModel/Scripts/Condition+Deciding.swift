package import Conda

extension Condition {
  package static let always = Condition.all([])
  package static let never = Condition.any([])

  /// What is left to test where only these platforms come into question: platform tests that all of
  /// them answer alike are gone, and so is whatever no longer matters.
  package func decided(on platforms: [Platform]) -> Condition {
    switch self {
    case .platform(let group):
      if platforms.allSatisfy(group.contains) { return .always }
      return platforms.contains(where: group.contains) ? self : .never
    case .crossBuild, .value, .version, .expression, .selector: return self
    case .not(let inner):
      let inner = inner.decided(on: platforms)
      if inner == .always { return .never }
      return inner == .never ? .always : .not(inner)
    case .all(let parts):
      let parts = parts.map { $0.decided(on: platforms) }.filter { $0 != .always }
      if parts.contains(.never) { return .never }
      return parts.count == 1 ? parts[0] : .all(parts)
    case .any(let parts):
      let parts = parts.map { $0.decided(on: platforms) }.filter { $0 != .never }
      if parts.contains(.always) { return .always }
      return parts.count == 1 ? parts[0] : .any(parts)
    }
  }
}
