/// Prints a tree line by line.
struct BlockPrinter {
  private let scalars: ScalarPrinter
  private let separatesSections: Bool
  private var out: [UInt8] = []
  private static let newline = UInt8(ascii: "\n")
  /// Deeper trees than any reader here accepts are cut off in place of an overflow of the stack.
  private static let deepest = 2 * 500

  init(style: YAMLWriter.Style) {
    scalars = ScalarPrinter(guardsBrackets: style.guardsBrackets)
    separatesSections = style.separatesSections
  }

  /// The text, with exactly one newline at its end.
  consuming func finish() -> String {
    while out.last == Self.newline { out.removeLast() }
    out.append(Self.newline)
    return String(decoding: out, as: UTF8.self)
  }

  mutating func putDocument(_ block: YAMLBlock) {
    switch block {
    case .mapping(let entries) where !entries.isEmpty: put(entries, indent: 0, isInline: false)
    case .sequence(let items) where !items.isEmpty: put(items, indent: 0, isInline: false)
    default: putValue(block, indent: 0, comment: nil, lead: "")
    }
  }

  mutating func put(_ lines: [YAMLLine], indent: Int) {
    for line in lines {
      switch line {
      case .blank: out.append(Self.newline)
      case .comment(let text):
        for part in CommentText.lines(of: text) {
          putIndent(indent)
          out += (part.isEmpty ? "#\n" : "# \(part)\n").utf8
        }
      case .verbatim(let text):
        for part in CommentText.lines(of: text) {
          if !part.isEmpty { putIndent(indent) }
          out += part.utf8
          out.append(Self.newline)
        }
      }
    }
  }

  private mutating func putIndent(_ indent: Int) {
    out += repeatElement(UInt8(ascii: " "), count: indent)
  }

  private mutating func put(comment: String?) {
    if let comment, !comment.isEmpty { out += "  # \(CommentText.oneLine(comment))".utf8 }
    out.append(Self.newline)
  }

  /// `isInline`: the first entry stands on the line of a dash, which has printed what precedes it.
  private mutating func put(
    _ entries: [YAMLBlock.Entry], indent: Int, isInline: Bool, inherited: String? = nil
  ) {
    for (index, entry) in entries.enumerated() {
      let isOnDash = isInline && index == 0
      if !isOnDash {
        let isSection = separatesSections && indent == 0 && index > 0 && !isInline
        if isSection, entry.trivia.above.first != .blank,
          !out.suffix(2).elementsEqual([Self.newline, Self.newline])
        {
          out.append(Self.newline)
        }
        put(entry.trivia.above, indent: indent)
        putIndent(indent)
      }
      putKey(entry.key, indent: indent)
      putValue(
        entry.value, indent: indent,
        comment: CommentText.joined(isOnDash ? inherited : nil, entry.trivia.comment), lead: " ")
      put(entry.trivia.below, indent: indent)
    }
  }

  private mutating func putKey(_ key: YAMLText, indent: Int) {
    let text = scalars.oneLine(key)
    // YAML wants a key that is not marked by `?` to end within 1,024 characters.
    guard text.utf8.count > 1000 else {
      out += text.utf8
      out.append(UInt8(ascii: ":"))
      return
    }
    out += "? \(text)\n".utf8
    putIndent(indent)
    out.append(UInt8(ascii: ":"))
  }

  private mutating func put(
    _ items: [YAMLBlock.Item], indent: Int, isInline: Bool, inherited: String? = nil
  ) {
    for (index, item) in items.enumerated() {
      let isOnDash = isInline && index == 0
      if !isOnDash {
        putLinesAbove(item, indent: indent)
        putIndent(indent)
      }
      out.append(UInt8(ascii: "-"))
      let comment = CommentText.joined(isOnDash ? inherited : nil, item.trivia.comment)
      switch item.value {
      case .mapping(let entries) where !entries.isEmpty && indent < Self.deepest:
        out.append(UInt8(ascii: " "))
        put(entries, indent: indent + 2, isInline: true, inherited: comment)
      case .sequence(let inner)
      where !inner.isEmpty && indent < Self.deepest && !Self.standsAlone(item):
        out.append(UInt8(ascii: " "))
        put(inner, indent: indent + 2, isInline: true, inherited: comment)
      default:
        putValue(item.value, indent: indent, comment: comment, lead: " ")
      }
      put(item.trivia.below, indent: indent)
    }
  }

  /// Behind `- - first` a comment would count for a whole list and for its first item, as selectors do.
  private static func standsAlone(_ item: YAMLBlock.Item) -> Bool {
    guard case .sequence(let inner) = item.value, let first = inner.first else { return false }
    return item.trivia.comment != nil || first.trivia.comment != nil
  }

  /// The lines above whatever comes first in the item cannot stand between it and its dash.
  private mutating func putLinesAbove(_ item: YAMLBlock.Item, indent: Int) {
    put(item.trivia.above, indent: indent)
    guard !Self.standsAlone(item) else { return }
    var value = item.value
    var depth = indent
    while depth < Self.deepest {
      depth += 2
      switch value {
      case .mapping(let entries):
        if let first = entries.first { put(first.trivia.above, indent: indent) }
        return
      case .sequence(let items):
        guard let first = items.first else { return }
        put(first.trivia.above, indent: indent)
        guard !Self.standsAlone(first) else { return }
        value = first.value
      case .scalar: return
      }
    }
  }

  /// What follows a key and its colon, or a dash.
  private mutating func putValue(
    _ value: YAMLBlock, indent: Int, comment: String?, lead: String
  ) {
    switch value {
    case .mapping(let entries) where !entries.isEmpty && indent < Self.deepest:
      put(comment: comment)
      put(entries, indent: indent + 2, isInline: false)
    case .sequence(let items) where !items.isEmpty && indent < Self.deepest:
      put(comment: comment)
      put(items, indent: indent + 2, isInline: false)
    case .mapping:
      out += "\(lead){}".utf8
      put(comment: comment)
    case .sequence:
      out += "\(lead)[]".utf8
      put(comment: comment)
    case .scalar(let text):
      switch scalars.print(text) {
      case .oneLine(let text):
        if !text.isEmpty {
          out += lead.utf8
          out += text.utf8
        }
        put(comment: comment)
      case .literal(let literal):
        out += "\(lead)\(literal.header)".utf8
        put(comment: comment)
        for line in literal.lines {
          if !line.isEmpty { putIndent(indent + 2) }
          out += line.utf8
          out.append(Self.newline)
        }
      }
    }
  }
}
