extension PythonRuntime {
  func split(_ method: PythonStringMethod, _ text: String, _ arguments: PythonArguments)
    throws(PythonError) -> PythonValue
  {
    let name = method.rawValue
    switch method {
    case .partition, .rpartition:
      let values = try arguments.bound(to: ["sep"], required: 1, of: name)
      return .tuple(try partitioned(text, by: try string(values[0], name), method == .rpartition))
    case .splitlines:
      return .strings(
        PythonLines.split(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) })
    default:
      let values = try arguments.bound(to: ["sep", "maxsplit"], of: name)
      let limit = try values[1].map(integer) ?? -1
      let count = limit < 0 ? Int.max : limit
      let isReversed = method == .rsplit
      switch values[0] ?? .none {
      case .none: return .strings(Self.words(text, count, isReversed))
      case .string(let separator):
        if separator.isEmpty { throw PythonError(.valueError, "empty separator") }
        return .strings(Self.fields(text, separator, count, isReversed))
      case let other:
        throw PythonError(.typeError, "must be str or None, not \(other.typeName)")
      }
    }
  }

  private func partitioned(_ text: String, by separator: String, _ isLast: Bool)
    throws(PythonError) -> [PythonValue]
  {
    if separator.isEmpty { throw PythonError(.valueError, "empty separator") }
    let (bytes, part) = (Array(text.utf8), Array(separator.utf8))
    let found = isLast ? PythonText.findLast(part, in: bytes) : PythonText.find(part, in: bytes)
    guard let found else {
      let rest = PythonValue.string(text)
      return isLast ? [.string(""), .string(""), rest] : [rest, .string(""), .string("")]
    }
    return [
      .string(String(decoding: bytes[..<found], as: UTF8.self)), .string(separator),
      .string(String(decoding: bytes[(found + part.count)...], as: UTF8.self)),
    ]
  }

  private static func fields(_ text: String, _ separator: String, _ limit: Int, _ isReversed: Bool)
    -> [String]
  {
    let (bytes, part) = (Array(text.utf8), Array(separator.utf8))
    var result: [String] = []
    if isReversed {
      var end = bytes.count
      while result.count < limit, let found = PythonText.findLast(part, in: bytes, before: end) {
        result.append(String(decoding: bytes[(found + part.count)..<end], as: UTF8.self))
        end = found
      }
      result.append(String(decoding: bytes[..<end], as: UTF8.self))
      return result.reversed()
    }
    var start = 0
    while result.count < limit, let found = PythonText.find(part, in: bytes, from: start) {
      result.append(String(decoding: bytes[start..<found], as: UTF8.self))
      start = found + part.count
    }
    result.append(String(decoding: bytes[start...], as: UTF8.self))
    return result
  }

  /// Without a separator runs of white space separate, and none stands at the ends.
  private static func words(_ text: String, _ limit: Int, _ isReversed: Bool) -> [String] {
    var result: [String] = []
    var rest = text.unicodeScalars[...]
    func trim() {
      if isReversed {
        while let last = rest.last, PythonText.isSpace(last) { rest.removeLast() }
      } else {
        while let first = rest.first, PythonText.isSpace(first) { rest.removeFirst() }
      }
    }
    trim()
    while !rest.isEmpty {
      if result.count == limit {
        result.append(String(String.UnicodeScalarView(rest)))
        break
      }
      let word: Substring.UnicodeScalarView
      if isReversed {
        let start = rest.lastIndex(where: PythonText.isSpace).map(rest.index(after:))
        word = rest[(start ?? rest.startIndex)...]
        rest = rest[..<word.startIndex]
      } else {
        word = rest[..<(rest.firstIndex(where: PythonText.isSpace) ?? rest.endIndex)]
        rest = rest[word.endIndex...]
      }
      result.append(String(String.UnicodeScalarView(word)))
      trim()
    }
    return isReversed ? result.reversed() : result
  }
}
