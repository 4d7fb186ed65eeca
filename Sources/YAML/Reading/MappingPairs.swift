import Diagnostics

/// Finishes a mapping: keys that stand twice, and keys taken over by `<<`.
struct MappingPairs {
  let file: String
  let options: YAMLReadOptions

  struct Result {
    var all: [YAMLMapping.Pair]
    /// How many pairs `<<` brought, before those written here replaced some.
    var inherited = 0
  }

  func complete(
    _ mapping: OpenCollection, findings: inout Findings
  ) throws(Diagnostic) -> Result {
    let pairs = mapping.pairs
    guard mapping.hasMerge, options.mergesKeys else {
      return Result(all: unique(pairs, findings: &findings))
    }
    let own = unique(pairs.filter { !isMerge($0) }, findings: &findings)
    var inherited: [YAMLMapping.Pair] = []
    for pair in pairs where isMerge(pair) {
      inherited += try sources(of: pair.value)
      if inherited.count > options.limits.nodes { break }
    }
    // As in PyYAML, what is taken over comes first, and the later of two values counts.
    var none = Findings()
    return Result(
      all: MappingPairs(file: file, options: .base).unique(inherited + own, findings: &none),
      inherited: inherited.count)
  }

  private func isMerge(_ pair: YAMLMapping.Pair) -> Bool {
    pair.key.style == .plain && pair.key.text == "<<" && pair.key.tag == nil
      || pair.key.tag == "tag:yaml.org,2002:merge"
  }

  private func sources(of node: YAMLNode) throws(Diagnostic) -> [YAMLMapping.Pair] {
    switch node.content {
    case .mapping(let mapping): return mapping.pairs
    case .sequence(let sequence):
      var pairs: [YAMLMapping.Pair] = []
      // The first mapping of several wins, so it comes last.
      for item in sequence.items.reversed() {
        guard let mapping = item.mapping else { throw notAMapping(item) }
        pairs += mapping.pairs
        if pairs.count > options.limits.nodes { break }
      }
      return pairs
    case .scalar: throw notAMapping(node)
    }
  }

  private func notAMapping(_ node: YAMLNode) -> Diagnostic {
    .mergesNoMapping(at: SourceLocation(node.alias ?? node.span.start, in: file))
  }

  func unique(
    _ pairs: [YAMLMapping.Pair], findings: inout Findings
  ) -> [YAMLMapping.Pair] {
    guard hasDuplicates(pairs) else { return pairs }
    var places: [String: Int] = [:]
    var unique: [YAMLMapping.Pair] = []
    for pair in pairs {
      guard let first = places[pair.key.text] else {
        places[pair.key.text] = unique.count
        unique.append(pair)
        continue
      }
      let isRefused = options.duplicateKeys == .refused
      if isRefused || !isSame(pair.value, unique[first].value) {
        findings.add(
          .duplicateKey(
            pair.name, isRefused ? .error : .warning,
            at: SourceLocation(pair.keySpan.start, in: file),
            first: SourceLocation(unique[first].keySpan.start, in: file)))
      }
      if isRefused { unique[first].value = pair.value } else { unique[first] = pair }
    }
    return unique
  }

  /// Where a key stands twice for two selectors, both can be true.
  private func isSame(_ a: YAMLNode, _ b: YAMLNode) -> Bool {
    guard let a = a.scalar, let b = b.scalar else { return false }
    return a.text == b.text
  }

  private func hasDuplicates(_ pairs: [YAMLMapping.Pair]) -> Bool {
    if pairs.count > 16 { return Set(pairs.lazy.map(\.key.text)).count < pairs.count }
    // By index, for nothing is copied that way.
    for later in pairs.indices {
      for earlier in 0..<later where pairs[earlier].key.text == pairs[later].key.text {
        return true
      }
    }
    return false
  }
}
