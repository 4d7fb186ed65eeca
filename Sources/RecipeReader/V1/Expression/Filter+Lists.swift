extension V1.Filter {
  /// The items of a list, the keys of a mapping, the characters of a string.
  func elements(of value: V1.Value) throws(V1.ExpressionError) -> [V1.Value] {
    switch value {
    case .list(let items), .iterable(let items): return items
    case .mapping(let pairs): return pairs.map(\.key)
    case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
    case .none, .absent: return []
    default: throw refuse(value, "needs a list")
    }
  }

  func length(of value: V1.Value) throws(V1.ExpressionError) -> Int {
    switch value {
    case .string(let text): return text.unicodeScalars.count
    case .list, .iterable, .mapping: return try elements(of: value).count
    default: throw refuse(value, "needs a list or a string")
    }
  }

  /// The first or last item; undefined when there is none.
  func end(of value: V1.Value) throws(V1.ExpressionError) -> V1.Value {
    switch value {
    case .mapping where self == .last: throw refuse(value, "needs a list or a string")
    case .string, .list, .iterable, .mapping:
      let elements = try elements(of: value)
      return (self == .first ? elements.first : elements.last) ?? .undefined
    default: throw refuse(value, "needs a list or a string")
    }
  }

  /// The first of the smallest or the last of the greatest.
  func extremum(of values: [V1.Value]) -> V1.Value {
    guard var best = values.first else { return .undefined }
    for value in values.dropFirst() {
      let order = value.order(to: best)
      if self == .min ? order == .before : order != .before { best = value }
    }
    return best
  }

  func reversed(_ value: V1.Value) throws(V1.ExpressionError) -> V1.Value {
    switch value {
    case .undefined, .absent, .none: return value
    case .string(let text):
      return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
    case .list, .iterable, .mapping: return .iterable(try elements(of: value).reversed())
    default: throw refuse(value, "needs a list or a string")
    }
  }

  func sorted(
    _ values: [V1.Value], _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> [V1.Value] {
    try arguments.require(atMost: 0, keywords: ["case_sensitive", "reverse", "attribute"])
    let isCaseSensitive = try arguments.flag("case_sensitive") ?? false
    let isReverse = try arguments.flag("reverse") ?? false
    let path = arguments["attribute"]?.text
    let keyed = values.enumerated().map { (index: $0, value: $1, key: Self.member(path, of: $1)) }
    return keyed.sorted { a, b in
      var (x, y) = (a.key, b.key)
      if !isCaseSensitive, let textX = x.text, let textY = y.text {
        (x, y) = (.string(textX.asciiLowercased), .string(textY.asciiLowercased))
      }
      return switch x.order(to: y) {
      case .same: a.index < b.index
      case .before: !isReverse
      case .after: isReverse
      }
    }.map(\.value)
  }

  func distinct(
    _ values: [V1.Value], _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> [V1.Value] {
    try arguments.require(atMost: 0, keywords: ["case_sensitive", "attribute"])
    let isCaseSensitive = try arguments.flag("case_sensitive") ?? false
    let path = arguments["attribute"]?.text
    var seen: [V1.Value] = []
    return values.filter { value in
      var key = Self.member(path, of: value)
      if !isCaseSensitive, let text = key.text { key = .string(text.lowercased()) }
      guard !seen.contains(where: { $0.order(to: key) == .same }) else { return false }
      seen.append(key)
      return true
    }
  }

  /// What lies at a dotted path; undefined when nothing does.
  private static func member(_ path: String?, of value: V1.Value) -> V1.Value {
    guard let path else { return value }
    return path.split(separator: ".").reduce(value) { value, part in
      let key = Int(part).map { V1.Value.integer($0) } ?? .string(String(part))
      return V1.Slicing.item(of: value, at: key) ?? .undefined
    }
  }
}

extension String {
  var asciiLowercased: String {
    guard utf8.contains(where: { $0.isLetter && $0 & 0x20 == 0 }) else { return self }
    return String(decoding: utf8.map { $0.isLetter ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
