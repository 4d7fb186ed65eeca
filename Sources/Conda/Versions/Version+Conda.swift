extension Version {
  /// conda's reading: white space around it doesn't matter, nor does case.
  init(conda written: ArraySlice<UInt8>, text: String) throws(VersionError) {
    let trimmed = written.trimmed
    guard !trimmed.isEmpty else { throw VersionError(cause: .empty, offset: 0) }
    let reader = CondaVersionReader(bytes: trimmed, origin: written.startIndex, text: text)
    self = try reader.version()
  }
}

/// Reads one trimmed version, in the order in which conda checks it.
private struct CondaVersionReader {
  let bytes: ArraySlice<UInt8>
  /// Where `text` begins.
  let origin: Int
  let text: String

  func version() throws(VersionError) -> Version {
    try checkCharacters()
    let start = try endOfEpoch()
    let local = try startOfLocal(from: start)
    if start == local { throw error(.nothingBeforeLocal, start) }
    var epoch = VersionComponent.zero
    if start > bytes.startIndex {
      epoch = VersionComponent(digits: bytes[..<(start - 1)])
    }
    var parts: [Version.Part] = []
    parts.reserveCapacity((bytes.count + 1) / 2 + 1)
    try append(start..<local, to: &parts, isLocal: false)
    let localStart = parts.count
    if local < bytes.endIndex {
      try append((local + 1)..<bytes.endIndex, to: &parts, isLocal: true)
    }
    return Version(text: text, epoch: epoch, parts: parts, localStart: localStart)
  }

  private func error(_ cause: VersionError.Cause, _ index: Int) -> VersionError {
    VersionError(cause: cause, offset: index - origin)
  }

  /// Dashes are read as underscores, if the version has no underscores.
  private func checkCharacters() throws(VersionError) {
    var underscore: Int?
    var dash: Int?
    for index in bytes.indices where !bytes[index].isAlphanumeric {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "!"): break
      case UInt8(ascii: "_"): underscore = index
      case UInt8(ascii: "-"): dash = dash ?? index
      default: throw error(.character(text.character(at: index - origin) ?? "?"), index)
      }
    }
    if let dash, underscore != nil { throw error(.mixedSeparators, dash) }
  }

  private func endOfEpoch() throws(VersionError) -> Int {
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "!")) else { return bytes.startIndex }
    if let second = bytes[(mark + 1)...].firstIndex(of: UInt8(ascii: "!")) {
      throw error(.secondEpoch, second)
    }
    guard mark > bytes.startIndex, bytes[..<mark].allSatisfy(\.isDigit) else {
      throw error(.epochNotInteger, bytes.startIndex)
    }
    return mark + 1
  }

  private func startOfLocal(from start: Int) throws(VersionError) -> Int {
    let plus = UInt8(ascii: "+")
    guard let mark = bytes[start...].firstIndex(of: plus) else { return bytes.endIndex }
    if let second = bytes[(mark + 1)...].firstIndex(of: plus) { throw error(.secondLocal, second) }
    return mark
  }

  private static func isUnderscore(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private func append(
    _ range: Range<Int>, to parts: inout [Version.Part], isLocal: Bool
  ) throws(VersionError) {
    // openssl's 1.0.1_: the underscore at the end belongs to the last segment.
    let end = range.upperBound
    let last =
      !isLocal && end > range.lowerBound && Self.isUnderscore(bytes[end - 1]) ? end - 1 : end
    var start = range.lowerBound
    while true {
      var stop = start
      while stop < last, bytes[stop] != UInt8(ascii: "."), !Self.isUnderscore(bytes[stop]) {
        stop += 1
      }
      if stop == last { stop = end }
      if start == stop { throw error(.emptyComponent, start) }
      appendSegment(start..<stop, to: &parts)
      if stop == end { return }
      start = stop + 1
    }
  }

  private func appendSegment(_ range: Range<Int>, to parts: inout [Version.Part]) {
    var startsSegment = true
    if !bytes[range.lowerBound].isDigit {
      parts.append(.init(component: .zero, startsSegment: true, isImplied: true))
      startsSegment = false
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let kind = Self.kind(bytes[start])
      var end = start + 1
      while end < range.upperBound, Self.kind(bytes[end]) == kind { end += 1 }
      let run = bytes[start..<end]
      parts.append(
        .init(
          component: kind == 0 ? VersionComponent(digits: run) : letters(run),
          startsSegment: startsSegment))
      startsSegment = false
      start = end
    }
  }

  private func letters(_ run: ArraySlice<UInt8>) -> VersionComponent {
    guard run.contains(where: { $0.isUppercase || $0 == UInt8(ascii: "-") }) else {
      return VersionComponent(letters: run)
    }
    return VersionComponent(
      letters: run.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.lowercased })
  }

  /// Digits, asterisks and all others make runs of their own.
  private static func kind(_ byte: UInt8) -> Int {
    byte.isDigit ? 0 : byte == UInt8(ascii: "*") ? 1 : 2
  }
}
