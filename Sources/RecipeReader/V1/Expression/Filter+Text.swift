extension V1.Filter {
  func replaced(_ text: String, _ arguments: V1.Arguments) throws(V1.ExpressionError) -> String {
    let old = try arguments.printed(0)
    let new = try arguments.printed(1)
    let result = text.replacing(bytesOf: old, with: new)
    guard result.utf8.count <= V1.Operators.sizeLimit else {
      throw .operation("the replaced text would be larger than \(V1.Operators.sizeLimit) bytes")
    }
    return result
  }

  func trimmed(_ text: String, _ arguments: V1.Arguments) throws(V1.ExpressionError) -> String {
    let scalars = text.unicodeScalars
    guard let argument = arguments[0], argument.kind != .undefined, argument.kind != .none else {
      return String(scalars.trimmed { $0.properties.isWhitespace })
    }
    let removed = Set(argument.description.unicodeScalars)
    return String(scalars.trimmed { removed.contains($0) })
  }

  func split(
    _ value: V1.Value, _ arguments: V1.Arguments
  ) throws(V1.ExpressionError) -> [V1.Value] {
    guard let text = value.text else { throw refuse(value, "needs a string") }
    var limit: Int?
    switch arguments[1] {
    case nil, .undefined?, .absent?, V1.Value.none?: break
    case .integer(let count)?: limit = count >= 0 ? count : nil
    case let other?: throw refuse(other, "needs a whole number of splits")
    }
    switch arguments[0] {
    case nil, .undefined?, .absent?, V1.Value.none?:
      return text.words(splits: limit).map { .string($0) }
    case .string(let separator)?:
      return text.parts(separator: separator, splits: limit).map { .string($0) }
    case let other?: throw refuse(other, "needs a string to split at")
    }
  }

  func joined(_ value: V1.Value, _ arguments: V1.Arguments) throws(V1.ExpressionError) -> String {
    let separator = arguments.positional.isEmpty ? "" : try arguments.printed(0)
    guard !value.isUndefined, value.kind != .none else { return "" }
    return try elements(of: value).map(\.description).joined(separator: separator)
  }
}

extension String {
  /// Replaces each occurrence; an empty text occurs before and after every character.
  func replacing(bytesOf old: String, with new: String) -> String {
    guard !old.isEmpty else {
      return new + unicodeScalars.map { String($0) + new }.joined()
    }
    return parts(separator: old, splits: nil).joined(separator: new)
  }

  /// The texts between the separators; with a limit the rest stays in one piece.
  func parts(separator: String, splits: Int?) -> [String] {
    let needle = Array(separator.utf8)
    guard let first = needle.first else {
      return [""] + unicodeScalars.map { String($0) } + [""]
    }
    let hay = Array(utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + needle.count <= hay.count, parts.count < splits ?? .max {
      guard hay[index] == first, hay[index..<(index + needle.count)].elementsEqual(needle) else {
        index += 1
        continue
      }
      parts.append(String(decoding: hay[start..<index], as: UTF8.self))
      index += needle.count
      start = index
    }
    return parts + [String(decoding: hay[start...], as: UTF8.self)]
  }

  /// Without white space around it, Unicode's included.
  var trimmed: String {
    func isSolid(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x7F } ?? false }
    if isSolid(utf8.first), isSolid(utf8.last) { return self }
    return String(unicodeScalars.trimmed { $0.properties.isWhitespace })
  }

  /// The words between white space; with a limit the rest stays in one piece.
  func words(splits: Int?) -> [String] {
    var words: [String] = []
    var rest = unicodeScalars.drop { $0.properties.isWhitespace }
    while !rest.isEmpty {
      guard words.count < splits ?? .max else {
        words.append(String(rest.trimmed { $0.properties.isWhitespace }))
        break
      }
      let word = rest.prefix { !$0.properties.isWhitespace }
      words.append(String(word))
      rest = rest[word.endIndex...].drop { $0.properties.isWhitespace }
    }
    return words
  }
}

extension BidirectionalCollection {
  func trimmed(_ isRemoved: (Element) -> Bool) -> SubSequence {
    let start = drop(while: isRemoved)
    guard let last = start.lastIndex(where: { !isRemoved($0) }) else { return start.prefix(0) }
    return start[...last]
  }
}
