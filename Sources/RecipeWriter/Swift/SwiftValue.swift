import RecipeModel

/// A literal, or something like one.
indirect enum SwiftValue {
  case atom(String)
  case string(SwiftString)
  case list([SwiftValue])
  case map([(key: SwiftString, value: SwiftValue)])

  static func text(_ text: String) -> SwiftValue { .string(SwiftString(text)) }
  static func texts(_ texts: [String]) -> SwiftValue { .list(texts.map { .text($0) }) }

  init(_ value: RecipeValue) {
    switch value {
    case .string(let text): self = .text(text)
    case .plain(let text):
      let isNumber = Int(text).map { String($0) == text } ?? false
      self = .atom(
        isNumber || text == "true" || text == "false"
          ? text : ".plain(\(SwiftString(text).oneLine ?? ""))")
    case .list(let items): self = .list(items.map { SwiftValue($0) })
    case .map(let entries):
      self = .map(entries.map { (SwiftString($0.key), SwiftValue($0.value)) })
    }
  }

  var isCollection: Bool {
    switch self {
    case .list, .map: true
    case .atom, .string: false
    }
  }

  var isShort: Bool { !isCollection && (oneLine?.count ?? 100) < 60 }

  /// Nil where it takes several lines however wide they are.
  var oneLine: String? {
    switch self {
    case .atom(let text): return text
    case .string(let text): return text.oneLine
    case .list(let items):
      let texts = items.compactMap(\.oneLine)
      return texts.count == items.count ? "[\(texts.joined(separator: ", "))]" : nil
    case .map(let entries):
      if entries.isEmpty { return "[:]" }
      let texts = entries.compactMap { entry in
        entry.value.oneLine.flatMap { value in entry.key.oneLine.map { "\($0): \(value)" } }
      }
      return texts.count == entries.count ? "[\(texts.joined(separator: ", "))]" : nil
    }
  }

  /// `label` stands in front of the first line.
  func lines(indent: Int, label: Int = 0) -> [String] {
    let space = String(repeating: " ", count: indent)
    if let line = oneLine, indent + label + line.count + 2 <= SwiftCode.width {
      return [space + line]
    }
    switch self {
    case .atom(let text): return [space + text]
    case .string(let text): return text.lines(indent: indent)
    case .list(let items):
      return [space + "["]
        + items.flatMap { item -> [String] in
          var lines = item.lines(indent: indent + 2)
          lines[lines.count - 1] += ","
          return lines
        } + [space + "]"]
    case .map(let entries):
      return [space + "["]
        + entries.flatMap { entry -> [String] in
          let label = (entry.key.oneLine?.count ?? 0) + 2
          var lines = entry.value.lines(indent: indent + 2, label: label)
          lines[0] = "\(space)  \(entry.key.oneLine ?? ""): " + lines[0].drop { $0 == " " }
          lines[lines.count - 1] += ","
          return lines
        } + [space + "]"]
    }
  }
}
